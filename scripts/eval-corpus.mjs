// npm run eval:corpus -- <folder> [--no-presets] [--misses] [--json]: how well tools are read, against labels.json in the folder:
// paid or free (labels `unclear` are left out), kind (alternatives count as right), and each argument.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainArguments, rootFrom } from './lib/arguments.mjs';
import { classifyFolder, LABELS } from './lib/classify-folder.mjs';
import { corpusScores, judge } from './lib/corpus-scores.mjs';

const USAGE = 'usage: npm run eval:corpus -- <folder of tool lists and labels.json> [--no-presets] [--misses] [--json]';

const percent = (part) => `${(part * 100).toFixed(1)} %`.padStart(7);

function table(title, rows) {
  if (rows.length === 0) return;
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, ...cells] of rows) console.log(`  ${name.padEnd(width)}  ${cells.join('  ')}`);
}

function print(scores) {
  console.log(`paid tools taken for free: ${scores.paidTakenForFree}`);
  const rows = Object.entries(scores.byField).map(([field, { tools, accuracy, named, ofNamed }]) => [
    field.replace(/_param$/, ''),
    ...[String(tools).padStart(4), percent(accuracy), String(named).padStart(4), percent(ofNamed)],
  ]);
  table('right, of all tools, and of those where label or prediction names one', rows);
  const servers = Object.entries(scores.byServer).map(([server, { tools, paid, kind, prompt }]) => [
    server,
    ...[String(tools).padStart(4), percent(paid), percent(kind), percent(prompt)],
  ]);
  const { paid, kind, prompt } = scores.meanOfServers;
  table('by server: paid or free, kind, prompt', [
    ...servers,
    ['mean', '    ', percent(paid), percent(kind), percent(prompt)],
  ]);
  table(
    'kinds that were confused',
    scores.confusion.map(([pair, times]) => [pair, String(times)]),
  );
}

function printMisses(judged, predictions) {
  const grounds = new Map(predictions.map(({ server, tool, why }) => [`${server} ${tool}`, why]));
  for (const { server, tool, field, right, wanted, found } of judged) {
    if (right) continue;
    const about = field === 'paid' ? 'cost' : field;
    const why = (grounds.get(`${server} ${tool}`) ?? []).filter((one) => one.about === about);
    const said = why.map(({ from, says, words }) => `${from} says "${words}" (${says})`).join(', ');
    console.log(
      `\n${server} ${tool}: ${field} is ${JSON.stringify(wanted)}, read as ${JSON.stringify(found)}${said && `: ${said}`}`,
    );
  }
}

async function main(argv) {
  const [folder] = plainArguments(argv);
  if (folder === undefined) throw new Error(USAGE);
  const labels = JSON.parse(readFileSync(join(folder, LABELS), 'utf8'));
  const predictions = await classifyFolder(rootFrom(argv), folder, !argv.includes('--no-presets'));
  const judged = judge(labels, predictions);
  const scores = corpusScores(judged);
  if (argv.includes('--json')) console.log(JSON.stringify(scores, null, 2));
  else print(scores);
  if (argv.includes('--misses')) printMisses(judged, predictions);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`eval-corpus: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
