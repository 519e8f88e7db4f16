#!/usr/bin/env node
// What Greenlight adds to a call, measured beside what others add, in one run. See README.md.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { judge } from './lib/bars.mjs';
import { CommitFloor } from './lib/commit-floor.mjs';
import { readOptions } from './lib/options.mjs';
import { memoryOf } from './lib/process-tree.mjs';
import { asData, report } from './lib/report.mjs';
import { Results } from './lib/results.mjs';
import { Session } from './lib/session.mjs';
import { allTargets, hasFastmcp } from './lib/targets.mjs';
import { measureBurst } from './phases/burst.mjs';
import { measureCold } from './phases/cold.mjs';
import { measureHuge } from './phases/huge.mjs';
import { measureLarge } from './phases/large.mjs';
import { measureSmall } from './phases/small.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

const say = (text) => process.stderr.write(`${text}\n`);

/** A shared machine: waits for a quieter moment, but not for ever. */
async function waitForQuiet({ waitLoad, waitMs }) {
  const until = performance.now() + waitMs;
  while (waitLoad !== undefined && loadavg()[0] > waitLoad && performance.now() < until) await delay(2000);
}

async function openAll(targets, options, sessions) {
  for (const target of targets) sessions.push(await Session.open(target, options.client));
  for (const session of sessions) {
    for (let call = 0; call < options.counts.warmUp; call += 1) await session.callSmall();
  }
  const paid = sessions.find(({ target }) => target.isPaid);
  return paid === undefined ? undefined : CommitFloor.start(paid);
}

/** Everything that is timed against each other, in one process per target. */
async function measureSessions(targets, options, results) {
  const sessions = [];
  let floor;
  try {
    floor = await openAll(targets, options, sessions);
    say('small calls');
    await measureSmall(sessions, floor, options, results);
    say('calls in flight');
    await measureBurst(sessions, options, results);
    say('1 MB answers');
    await measureLarge(sessions, options, results);
    for (const { target, own } of sessions) results.of(target).memory = memoryOf(own);
    return floor;
  } finally {
    floor?.close();
    await Promise.all(sessions.map((session) => session.close()));
  }
}

async function measure(targets, options) {
  const results = new Results();
  const started = new Date();
  const load = [loadavg()[0]];
  say('cold starts');
  await measureCold(targets, options, results);
  const whole = targets.filter(({ coldOnly }) => !coldOnly);
  const floor = await measureSessions(whole, options, results);
  load.push(loadavg()[0]);
  say('12 and 40 MB answers');
  await measureHuge(whole, results);
  const run = { started, seconds: (Date.now() - started.getTime()) / 1000, load };
  return { results, floor, run };
}

async function write(measured, options) {
  const folder = resolve(options.out ?? join(HERE, 'results'));
  mkdirSync(folder, { recursive: true });
  const name = `${measured.run.started.toISOString().slice(0, 10)}${options.isQuick ? '-quick' : ''}`;
  writeFileSync(join(folder, `${name}.json`), await format(asData(measured), { parser: 'json', printWidth: 120 }));
  writeFileSync(join(folder, `${name}.md`), report(measured));
  say(`written: ${join(folder, `${name}.md`)}`);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  const program = resolve(options.program ?? join(HERE, '..', '..', 'dist', 'greenlight.cjs'));
  if (!existsSync(program)) throw new Error(`${program} is not there: npm run build`);
  if (!hasFastmcp) say('fastmcp is left out: npm ci --prefix bench/overhead');
  const folder = mkdtempSync(join(options.data ?? tmpdir(), 'greenlight-overhead-'));
  try {
    const targets = allTargets({ program, folder }).filter(({ name }) => options.only?.includes(name) ?? true);
    await waitForQuiet(options);
    const found = await measure(targets, options);
    const measured = { ...found, options, bars: judge(found.results) };
    console.log(report(measured));
    await write(measured, options);
    process.exitCode = measured.bars.some(({ passed, isAim }) => !passed && !isAim) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

await main();
