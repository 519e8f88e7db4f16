import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { settingsOf } from './in-process.mjs';

/** A client, the gateway and the demo studio as processes of their own. */
export async function openOverStdio(root, folder, source, job, { mode, wallet, person }) {
  mkdirSync(folder, { recursive: true });
  const journal = join(folder, 'journal.jsonl');
  const studio = [join(root, 'dist', 'studio.js'), '--out', join(folder, 'studio'), '--journal', journal];
  const pace = ['--latency', 'image=0,video=0,audio=0'];
  const servers = { studio: { command: process.execPath, args: [...studio, ...pace], preset: 'studio' } };
  const config = join(folder, 'greenlight.json');
  writeFileSync(config, JSON.stringify({ ...settingsOf(job, mode, wallet), data: join(folder, 'data'), servers }));
  const client = new Client({ name: 'economy', version: '1.0.0' }, { capabilities: { elicitation: {} } });
  client.setRequestHandler('elicitation/create', () => {
    person.asked += 1;
    return { action: 'accept', content: { decision: 'yes' } };
  });
  const args = [join(root, 'dist', 'greenlight.cjs'), 'serve', '-c', config];
  // What a start puts on record stays in the run's own folder.
  const env = { XDG_DATA_HOME: join(folder, 'home'), LOCALAPPDATA: join(folder, 'home') };
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args, env, stderr: 'ignore', maxBufferSize: 64 << 20 }),
  );
  const spent = () => {
    if (!existsSync(journal)) return 0;
    const lines = readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    return lines.reduce((sum, line) => sum + JSON.parse(line).credits, 0);
  };
  person.spent = spent;
  const call = (name, given) => client.callTool({ name, arguments: given }, { timeout: 120_000 });
  return {
    tool: (name) => `studio_${name}`,
    spent,
    async paid(tool, given) {
      const result = await call(tool, given);
      const data = result._meta?.greenlight ?? {};
      const texts = result.content.filter(({ type }) => type === 'text').map(({ text }) => text);
      return { kind: data.status, data, result: texts };
    },
    async own(name, given) {
      const result = await call(name, given);
      return {
        text: result.content[0]?.text ?? '',
        data: result.structuredContent ?? {},
        isError: result.isError === true,
      };
    },
    close: () => client.close(),
  };
}
