import { cpuOf } from '../lib/process-tree.mjs';
import { takeTurns } from '../lib/rounds.mjs';
import { median } from '../../lib/statistics.mjs';

async function measureBlock(session, calls, result) {
  const { own } = session;
  const cpuBefore = cpuOf(own);
  const times = [];
  for (let call = 0; call < calls; call += 1) times.push(await session.callSmall());
  result.cpu.push((cpuOf(own) - cpuBefore) / calls);
  result.p50.push(median(times));
  result.times.push(...times);
}

async function measureFloor(floor, calls, result) {
  const { commits, files } = await floor.measure(calls);
  result.p50.push(median(commits[0].map((_, call) => commits.reduce((sum, times) => sum + times[call], 0))));
  result.commits.push(commits.map(median));
  result.files.push(median(files));
}

/** One small call after the other, in blocks; the store's bare commits take their turn like everybody else. */
export async function measureSmall(sessions, floor, { counts }, results) {
  const visit = async (item) => {
    if (item === floor) await measureFloor(floor, counts.block, results.floor);
    else await measureBlock(item, counts.block, results.of(item.target));
  };
  await takeTurns(floor === undefined ? sessions : [...sessions, floor], counts.rounds, visit);
}
