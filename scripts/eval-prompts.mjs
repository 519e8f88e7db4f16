// npm run eval:prompts -- <pairs.jsonl> [--json] [--misses]: how well the prompt reader tells re-runs from refinements, on any
// file with one JSON object a line: a, b, label (rerun | refinement | different), edit, lang, modality.
import { readFileSync } from 'node:fs';
import { plainArguments, rootFrom } from './lib/arguments.mjs';
import { loadSource } from './lib/load-source.mjs';
import { scoresOf } from './lib/pair-scores.mjs';

const LABELS = ['rerun', 'refinement', 'different'];
const USAGE = 'usage: npm run eval:prompts -- <pairs.jsonl> [--json] [--misses]';

function readPair(line, place) {
  let pair;
  try {
    pair = JSON.parse(line);
  } catch {
    throw new Error(`${place} is no JSON`);
  }
  for (const name of ['a', 'b']) {
    if (typeof pair?.[name] !== 'string') throw new Error(`${place}: "${name}" must be the text of a prompt`);
  }
  if (!LABELS.includes(pair.label)) throw new Error(`${place}: "label" must be one of ${LABELS.join(', ')}`);
  const { edit = 'unnamed', lang = 'unknown', modality = 'unknown' } = pair;
  return { ...pair, edit, lang, modality };
}

function readPairs(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [readPair(line, `${file}:${at + 1}`)]));
}

/** The reader itself, out of src/. */
const loadReader = (root) =>
  loadSource(
    root,
    'reader',
    `export { analyse } from './src/prompt/analyse.ts'; export { difference } from './src/prompt/difference.ts';`,
  );

const percent = (part) => `${(part * 100).toFixed(1)} %`;

function table(title, rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, ...cells] of rows) console.log(`  ${name.padEnd(width)}  ${cells.join('  ')}`);
}

function print(scores) {
  const figures = ({ precision, recall, f1 }) =>
    `precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`;
  console.log(`${scores.pairs} pairs: ${figures(scores)}`);
  console.log(`without full paraphrases: ${figures(scores.withoutParaphrases)}`);
  const rows = Object.entries(scores.byEdit).map(([type, { pairs, accuracy, suspects }]) => [
    type,
    String(pairs).padStart(4),
    percent(accuracy).padStart(7),
    suspects === 0 ? '' : `${suspects} suspect`,
  ]);
  table('judged rightly, by edit', rows);
  console.log(
    `  rare refinements together: ${percent(scores.rareRefinements.accuracy)} of ${scores.rareRefinements.pairs}`,
  );
  for (const [title, by] of [
    ['by language', scores.byLanguage],
    ['by modality', scores.byModality],
  ]) {
    table(
      title,
      Object.entries(by).map(([name, group]) => [name, String(group.pairs).padStart(4), figures(group)]),
    );
  }
}

function printMisses(judged) {
  for (const { id, label, edit, rerun, why, a, b } of judged) {
    if ((rerun === 'certain') === (label === 'rerun')) continue;
    console.log(`\n${id ?? '?'} ${label} ${edit}: judged ${rerun} (${why})\n  a: ${a}\n  b: ${b}`);
  }
}

async function main(argv) {
  const [file] = plainArguments(argv);
  if (file === undefined) throw new Error(USAGE);
  const pairs = readPairs(file);
  const { analyse, difference } = await loadReader(rootFrom(argv));
  const judged = pairs.map((pair) => ({
    ...pair,
    ...difference(analyse({ prompt: pair.a }), analyse({ prompt: pair.b })),
  }));
  const scores = scoresOf(judged);
  if (argv.includes('--json')) console.log(JSON.stringify(scores, null, 2));
  else print(scores);
  if (argv.includes('--misses')) printMisses(judged);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`eval-prompts: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
