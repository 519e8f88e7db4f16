import { cpuOf } from '../lib/process-tree.mjs';
import { takeTurns } from '../lib/rounds.mjs';
import { median } from '../../lib/statistics.mjs';

const CHARACTERS = 1_000_000;

/** Answers of one megabyte, one after the other; one round thrown away. */
export async function measureLarge(sessions, { counts }, results) {
  const visit = async (session, round) => {
    const { own } = session;
    const cpuBefore = cpuOf(own);
    const times = [];
    for (let call = 0; call < counts.largeBlock; call += 1) times.push((await session.callLarge(CHARACTERS)).ms);
    if (round < 0) return;
    const result = results.of(session.target);
    result.large.push(median(times));
    result.largeCpu.push((cpuOf(own) - cpuBefore) / counts.largeBlock);
  };
  await takeTurns(sessions, counts.largeRounds, visit, 1);
}
