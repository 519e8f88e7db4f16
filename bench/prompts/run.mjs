#!/usr/bin/env node
// How long it takes to find the earlier prompt that a new one repeats, in libraries of a thousand to a million prompts,
// beside what else could look for it, in one run. See README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { loadSource } from '../../scripts/lib/load-source.mjs';
import { measureAdversarial } from './lib/adversarial.mjs';
import { Corpus } from './lib/corpus.mjs';
import { Library } from './lib/library.mjs';
import { measureLibraries, measurePeers } from './lib/measure.mjs';
import { Queries } from './lib/queries.mjs';
import { randomFrom } from '../lib/random.mjs';
import { barsOf, report } from './lib/report.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const HELP = `usage: node bench/prompts/run.mjs [--quick] [--sizes N,N] [--no-peers] [--data FOLDER] [--out FOLDER]

--quick      up to 10,000 prompts, fewer queries
--sizes      how many prompts the libraries hold, default 1000,10000,100000,1000000
--no-peers   only Greenlight's own index
--data       folder for the libraries (about 2 GB at a million prompts), default the system's for temporary files
--out        where the results go, default bench/prompts/results`;

/** Prompts of the most common words that every library holds besides: one in fifty, five hundred at most. */
const MOST_COMMON = 500;

const ENTRY = `
export { analyse } from './src/prompt/analyse.ts';
export { closest } from './src/prompt/closest.ts';
export { difference } from './src/prompt/difference.ts';
export { featuresOfTake } from './src/prompt/features-of.ts';
export { marksSought } from './src/prompt/marks.ts';
export { materialWords } from './src/prompt/words/material.ts';
export { nounGroups, plainGroups } from './src/prompt/words/synonyms.ts';
export { filed } from './src/gate/filing.ts';
export { insertMarks } from './src/stores/sql/prompt-marks.ts';
export { loadSqliteDriver } from './src/stores/sqlite-driver.ts';
export { SqliteSql } from './src/stores/sqlite-sql.ts';
export { openSqliteStore } from './src/stores/sqlite.ts';`;

const say = (text) => process.stderr.write(`${text}\n`);

function readOptions(argv) {
  const { values } = parseArgs({
    args: argv,
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      data: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const sizes = values.sizes ?? (values.quick ? '1000,10000' : '1000,10000,100000,1000000');
  return {
    sizes: sizes.split(',').map(Number),
    perKind: values.quick ? 60 : 250,
    withPeers: !values['no-peers'],
    isQuick: values.quick,
    data: values.data ?? tmpdir(),
    out: resolve(values.out ?? join(HERE, 'results')),
  };
}

function commonPrompts(corpus, size) {
  const random = randomFrom(size);
  return Array.from({ length: Math.min(MOST_COMMON, Math.ceil(size / 50)) }, () => corpus.commonPrompt(random));
}

/** Fills a library of each size; every one holds the first prompts of the next larger. */
async function openLibraries({ sizes, perKind }, reader, folder) {
  const corpus = new Corpus(reader.materialWords);
  const queries = new Queries(corpus, reader);
  const libraries = [];
  for (const size of sizes) {
    say(`filling ${size} prompts`);
    const common = commonPrompts(corpus, size);
    const library = await Library.fill(folder, reader, size, (number) => corpus.prompt(number), common);
    const asked = queries.make(size, common, perKind, size);
    const prompts = () => [...Array.from({ length: size }, (_, number) => corpus.prompt(number)), ...common];
    libraries.push({ library, asked, prompts });
  }
  return libraries;
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  const started = new Date();
  const load = [loadavg()[0]];
  const reader = await loadSource(ROOT, 'prompts-bench', ENTRY);
  const folder = mkdtempSync(join(options.data, 'greenlight-prompts-'));
  try {
    say('prompts made to be slow');
    const adversarial = measureAdversarial(reader);
    const libraries = await openLibraries(options, reader, folder);
    say('finding');
    const own = await measureLibraries(libraries);
    for (const { library } of libraries) await library.close();
    const others = options.withPeers ? await measurePeers(libraries, await reader.loadSqliteDriver(), say) : [];
    load.push(loadavg()[0]);
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model, load };
    const run = { started, seconds: (Date.now() - started.getTime()) / 1000, ...machine };
    const bars = barsOf(own, adversarial);
    mkdirSync(options.out, { recursive: true });
    const name = `${started.toISOString().slice(0, 10)}${options.isQuick ? '-quick' : ''}`;
    const text = report({ run, own, others, adversarial, bars });
    writeFileSync(join(options.out, `${name}.md`), await format(text, { parser: 'markdown', proseWrap: 'preserve' }));
    const data = JSON.stringify({ run, own, others, adversarial, bars });
    writeFileSync(join(options.out, `${name}.json`), await format(data, { parser: 'json', printWidth: 120 }));
    console.log(text);
    process.exitCode = bars.some(({ passed }) => !passed) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
