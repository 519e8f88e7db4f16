import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatewayConfig } from './gateway-config.mjs';

const HERE = dirname(dirname(fileURLToPath(import.meta.url)));
const UPSTREAM = [process.execPath, join(HERE, 'servers', 'upstream.mjs')];

/** Whether fastmcp is there: it is installed for this benchmark alone. */
export const hasFastmcp = existsSync(join(HERE, 'node_modules', 'fastmcp'));

/** As at the very first start of an installation: nothing that an earlier one compiled is used. */
const UNCOMPILED = { NODE_DISABLE_COMPILE_CACHE: '1' };

const plain = (prompt, _number, more) => ({ prompt, ...more });
/** Every paid call is for a shot of its own, as a long piece of work has them. */
const onItsShot = (prompt, number, more) => ({ prompt, ...more, greenlight: { shot: `shot-${number}` } });

function proxy(name, file) {
  return {
    name,
    argumentsOf: plain,
    start: () => ({ command: process.execPath, args: [join(HERE, 'proxies', file), ...UPSTREAM] }),
  };
}

function gateway(name, { program, folder, isPaid, isWarm = false, env = {} }) {
  const newStart = () => {
    const data = mkdtempSync(join(folder, 'greenlight-'));
    const file = join(data, 'greenlight.json');
    writeFileSync(file, JSON.stringify(gatewayConfig({ upstream: UPSTREAM, data, isPaid })));
    // What a start puts on record stays in the run's own folder.
    const own = { XDG_DATA_HOME: join(data, 'home'), LOCALAPPDATA: join(data, 'home') };
    return { command: process.execPath, args: [program, 'serve', '--config', file], env: { ...own, ...env }, data };
  };
  const kept = isWarm ? newStart() : undefined;
  return { name, argumentsOf: isPaid ? onItsShot : plain, isPaid, start: () => kept ?? newStart() };
}

/**
 * What is measured side by side. `start()` says what to spawn, with fresh data each time; `argumentsOf(prompt, number,
 * more)` makes a call's arguments. A target with `coldOnly` takes part in the cold starts and in nothing else.
 */
export function allTargets({ program, folder }) {
  const [command, ...args] = UPSTREAM;
  return [
    { name: 'direct', argumentsOf: plain, start: () => ({ command, args }) },
    proxy('raw-pipe', 'raw-pipe.mjs'),
    proxy('sdk-minimal', 'sdk-minimal.mjs'),
    ...(hasFastmcp ? [proxy('fastmcp', 'fastmcp-proxy.mjs')] : []),
    gateway('greenlight free', { program, folder, isPaid: false }),
    gateway('greenlight paid', { program, folder, isPaid: true }),
    { ...gateway('greenlight, not compiled', { program, folder, isPaid: false, env: UNCOMPILED }), coldOnly: true },
    { ...gateway('greenlight, lists cached', { program, folder, isPaid: false, isWarm: true }), coldOnly: true },
  ];
}
