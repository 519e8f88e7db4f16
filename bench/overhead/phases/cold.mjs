import { takeTurns } from '../lib/rounds.mjs';
import { Session } from '../lib/session.mjs';

/** From starting a process to its list of tools; a fresh process each time, one round thrown away. */
export async function measureCold(targets, { counts, client }, results) {
  const visit = async (target, round) => {
    const session = await Session.open(target, client);
    await session.close();
    if (round >= 0) results.of(target).cold.push(session.readyMs);
  };
  await takeTurns(targets, counts.cold, visit, 1);
}
