#!/usr/bin/env node
// What the rule book is worth: the same creative jobs worked by three scripted agents with and without the gate. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { compareDoors } from './lib/compare-doors.mjs';
import { calibration } from './lib/calibration.mjs';
import { base, variations } from './lib/parameters.mjs';
import { plot } from './lib/plot.mjs';
import { workCells } from './lib/pool.mjs';
import { barsOf, figuresOf, report } from './lib/report.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const HELP = `usage: node bench/economy/run.mjs [--quick] [--no-doors] [--docs] [--out FOLDER]

--quick      40 jobs, one seed, four variations
--no-doors   without the comparison over real processes (which needs \`npm run build -- --bin\`)
--docs       also write docs/economy.md and its picture
--out        where the results go, default bench/economy/results`;

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    'no-doors': { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
    out: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const say = (text) => process.stderr.write(`${text}\n`);

const allModes = [
  ['naive', 'off'],
  ['naive', 'enforce'],
  ['typical', 'off'],
  ['typical', 'enforce'],
  ['disciplined', 'off'],
  ['disciplined', 'shadow'],
  ['disciplined', 'enforce'],
];
const someModes = allModes.filter(([agent, mode]) => agent === 'naive' || (agent === 'disciplined' && mode !== 'off'));

function cellsOf({ quick }) {
  const seeds = quick ? [1] : [1, 2, 3];
  const jobs = quick ? 40 : 240;
  const main = seeds.flatMap((seed) => allModes.map(([agent, mode]) => ({ agent, mode, seed, jobs })));
  const varied = (quick ? variations.slice(-4) : variations).flatMap((variation) =>
    someModes.map(([agent, mode]) => ({ agent, mode, seed: 1, jobs: quick ? 20 : 80, variation })),
  );
  return [...main, ...varied];
}

async function write(file, text, parser) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(text, { parser, printWidth: 120, proseWrap: 'preserve' }));
}

async function main() {
  if (options.help) {
    console.log(HELP);
    return;
  }
  const started = new Date();
  const cells = await workCells(ROOT, cellsOf(options), 2, say);
  const doors = options['no-doors'] ? [] : await compareDoors(ROOT, options.quick ? 2 : 5, say);
  const seconds = (Date.now() - started.getTime()) / 1000;
  const run = { started, seconds, node: process.version, cores: cpus().length };
  const figures = figuresOf(cells, base.name);
  const bars = barsOf(figures, doors);
  const text = report({ run, figures, bars, doors, calibration: calibration() });
  const out = resolve(options.out ?? join(HERE, 'results'));
  const name = `${started.toISOString().slice(0, 10)}${options.quick ? '-quick' : ''}`;
  await write(join(out, `${name}.md`), text, 'markdown');
  await write(join(out, `${name}.json`), JSON.stringify({ run, bars, doors, cells }), 'json');
  if (options.docs) {
    await write(
      join(ROOT, 'docs', 'economy.md'),
      report({ run, figures, bars, doors, calibration: calibration(), isDocs: true }),
      'markdown',
    );
    writeFileSync(join(ROOT, 'docs', 'images', 'economy.svg'), plot(figures));
  }
  console.log(text);
  process.exitCode = bars.some(({ passed }) => !passed) ? 1 : 0;
}

await main();
