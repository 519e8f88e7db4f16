import { takeTurns } from '../lib/rounds.mjs';

/** Small calls with many in flight: answers per second. */
export async function measureBurst(sessions, { counts }, results) {
  const visit = async (session) => {
    let left = counts.burst;
    const caller = async () => {
      while (left > 0) {
        left -= 1;
        await session.callSmall();
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: counts.inFlight }, caller));
    results.of(session.target).perSecond.push((counts.burst / (performance.now() - began)) * 1000);
  };
  await takeTurns(sessions, counts.burstRounds, visit);
}
