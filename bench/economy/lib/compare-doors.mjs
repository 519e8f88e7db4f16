import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSource } from '../../../scripts/lib/load-source.mjs';
import { runJob } from './cell.mjs';
import { ENTRY, openInProcess } from './in-process.mjs';
import { openOverStdio } from './over-stdio.mjs';
import { parametersOf } from './parameters.mjs';

/** The dialog of a client tells a person less than a bench does: both doors get one who says yes to all. */
const parameters = parametersOf({ name: 'doors', person: 'always' });

/** Works some jobs in process and over real processes, and says whether they ended alike. */
export async function compareDoors(root, jobs, say) {
  const source = await loadSource(root, 'economy-doors', ENTRY);
  const folder = mkdtempSync(join(tmpdir(), 'greenlight-economy-'));
  const found = [];
  try {
    for (const agent of ['naive', 'disciplined']) {
      for (let number = 0; number < jobs; number += 1) {
        say(`over real processes: ${agent}, job ${number}`);
        const how = { agent, mode: 'enforce', seed: 1, parameters };
        const inProcess = await runJob(source, number, how, openInProcess);
        const open = (...job) => openOverStdio(root, join(folder, `${agent}-${number}`), ...job);
        const overStdio = await runJob(source, number, how, open);
        const same = figures(inProcess) === figures(overStdio);
        found.push({ agent, number, inProcess: short(inProcess), overStdio: short(overStdio), same });
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
  return found;
}

const short = ({ accepted, spent, turns, refused, block, ask, nudge }) => ({
  accepted,
  spent,
  turns,
  refused,
  block,
  ask,
  nudge,
});
const figures = (job) => JSON.stringify([short(job), [...job.codes].sort()]);
