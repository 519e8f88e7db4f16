// npm run -s classify -- <folder> [--no-presets]: what every tool of a folder of tool lists (<server>.json with a list `tools`)
// is taken for, as one JSON array: kind, cost, arguments and the grounds of each.
import { plainArguments, rootFrom } from './lib/arguments.mjs';
import { classifyFolder } from './lib/classify-folder.mjs';

const USAGE = 'usage: npm run -s classify -- <folder of tool lists> [--no-presets]';

async function main(argv) {
  const [folder] = plainArguments(argv);
  if (folder === undefined) throw new Error(USAGE);
  const predictions = await classifyFolder(rootFrom(argv), folder, !argv.includes('--no-presets'));
  console.log(JSON.stringify(predictions, null, 2));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`classify: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
