#!/usr/bin/env node
// How long the gate takes to decide with every rule on, at 500 past takes. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { loadSource } from '../../scripts/lib/load-source.mjs';
import { quantile, shown } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';
import { Corpus } from '../prompts/lib/corpus.mjs';
import { ENTRY } from './lib/entry.mjs';
import { openPast, toolOf } from './lib/past.mjs';
import { shapes } from './lib/shapes.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const takes = 500;
const mostMs = 1;
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** One decision with nothing remembered of it: a fresh prompt, a fresh picture. */
async function decideOnce(source, { ports, session }, tool, args, hints) {
  const request = source.readRequest(tool, args);
  const started = performance.now();
  const gathered = await source.gather(ports, session, request, hints);
  const seen = performance.now();
  const { verdict } = source.decide({
    rules: ports.rules,
    request,
    view: (candidate) => source.viewOf(ports, tool, gathered, hints, candidate),
    fix: (candidate, fix) => source.applyFix(tool, candidate, fix),
  });
  const decided = performance.now();
  return { gatherMs: seen - started, decideMs: decided - seen, outcome: verdict.outcome, takes: gathered.takes.length };
}

async function measure(source, corpus, picture, rounds) {
  const { past } = picture;
  const results = new Map(shapes.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, [name, make]] of shapes.entries()) {
      const number = round * shapes.length + at;
      const old = past[(number * 37) % past.length];
      const [tool, args] = make({ fresh: corpus.prompt(takes + 7 + number), old });
      const hints = { shot: old.shot, phase: 'explore' };
      results.get(name).push(await decideOnce(source, picture, toolOf(source, tool), args, hints));
    }
  }
  // The first rounds warm the engine up.
  return [...results].map(([name, all]) => ({ name, all: all.slice(Math.min(20, rounds / 4)) }));
}

function rowsOf(measured) {
  const row = (name, all) => {
    const of = (field) =>
      [0.5, 0.95].map((rank) =>
        shown(
          quantile(
            all.map((each) => each[field]),
            rank,
          ),
          3,
        ),
      );
    return [
      name,
      ...of('decideMs'),
      ...of('gatherMs'),
      shown(
        quantile(
          all.map((each) => each.takes),
          0.5,
        ),
        0,
      ),
    ];
  };
  const every = measured.flatMap(({ all }) => all);
  return [...measured.map(({ name, all }) => row(name, all)), row('all', every)];
}

const head = ['request', 'decide p50 ms', 'p95 ms', 'gather p50 ms', 'p95 ms', 'takes in the picture'];

async function main() {
  if (options.help) {
    console.log('usage: node bench/decide/run.mjs [--rounds N] [--out FOLDER]');
    return;
  }
  const source = await loadSource(join(HERE, '..', '..'), 'decide-bench', ENTRY);
  const corpus = new Corpus(source.materialWords);
  const prompts = (number) => corpus.prompt(number);
  const past = [];
  for (const perShot of [20, takes]) past.push(await openPast(source, { takes, perShot, prompts }));
  const measured = [];
  for (const each of past) measured.push(await measure(source, corpus, each, Number(options.rounds)));
  const [spread, piled] = measured;
  await Promise.all(past.map((each) => each.close()));
  const p50 = quantile(
    spread.flatMap(({ all }) => all.map(({ decideMs }) => decideMs)),
    0.5,
  );
  const worst = Math.max(
    ...spread.map(({ all }) =>
      quantile(
        all.map(({ decideMs }) => decideMs),
        0.5,
      ),
    ),
  );
  const piledWorst = Math.max(
    ...piled.map(({ all }) =>
      quantile(
        all.map(({ decideMs }) => decideMs),
        0.5,
      ),
    ),
  );
  const bars = [
    ['500 past takes, all requests, p50', p50],
    ['500 past takes, slowest kind of request, p50', worst],
    ['500 past takes on the very shot, of which the newest 200 are read, slowest kind, p50', piledWorst],
  ];
  const rules = past[0].ports.rules.length;
  const text = `# Deciding with every rule on, at ${takes} past takes

${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, Node ${process.version}, ${cpus().length} cores, load ${shown(loadavg()[0])}, ${rules} rules.

${table(
  ['bar', 'limit', 'measured', 'result'],
  bars.map(([what, value]) => [what, `≤ ${mostMs} ms`, `${shown(value, 3)} ms`, value <= mostMs ? 'holds' : 'MISSED']),
)}

## Twenty takes a shot

${table(head, rowsOf(spread))}

## All takes on one shot

${table(head, rowsOf(piled))}
`;
  const out = resolve(options.out ?? join(HERE, 'results'));
  mkdirSync(out, { recursive: true });
  const file = join(out, `${new Date().toISOString().slice(0, 10)}.md`);
  writeFileSync(file, await format(text, { parser: 'markdown', proseWrap: 'preserve' }));
  console.log(text);
  process.exitCode = bars.some(([, value]) => value > mostMs) ? 1 : 0;
}

await main();
