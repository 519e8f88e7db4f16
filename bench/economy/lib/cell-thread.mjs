// One thread of the bench: works cells that it is given, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { loadSource } from '../../../scripts/lib/load-source.mjs';
import { runCell, totalOf } from './cell.mjs';
import { ENTRY } from './in-process.mjs';
import { parametersOf } from './parameters.mjs';

const source = await loadSource(workerData.root, `economy-${workerData.index}`, ENTRY);

/** Sums by what a job's value depends on; the jobs themselves stay here. */
function summary({ jobs, total, codes, ...how }) {
  const kinds = [...new Set(jobs.map(({ job }) => job.kind))].sort();
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, totalOf(jobs.filter(({ job }) => job.kind === kind))]));
  return { ...how, total, byKind, codes: Object.fromEntries([...codes].sort(([, one], [, other]) => other - one)) };
}

parentPort.on('message', async ({ variation, ...how }) => {
  const started = performance.now();
  const cell = await runCell(source, { ...how, parameters: parametersOf(variation) });
  parentPort.postMessage({ ...summary(cell), seconds: (performance.now() - started) / 1000 });
});
