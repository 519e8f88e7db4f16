import { describe, expect, it } from 'vitest';
import { disciplinedJobs } from './parts/disciplined-jobs.js';
import { transcriptServers } from './parts/transcript-servers.js';
import { runTranscript, type TranscriptJob } from './parts/transcript.js';
import { unseenJobs } from './parts/unseen-jobs.js';

/** How many calls there are, and that none is blocked, none asks about what was planned, and hardly one is nudged. */
async function expectFree(jobs: readonly TranscriptJob[], leastCalls: number, mostNudges: number): Promise<void> {
  const { calls, questions, stops } = await runTranscript(jobs, transcriptServers);
  expect(calls).toBeGreaterThanOrEqual(leastCalls);
  expect(stops.filter(({ outcome }) => outcome !== 'nudge')).toEqual([]);
  expect(questions).toEqual([]);
  expect(stops.length, JSON.stringify(stops)).toBeLessThanOrEqual(mostNudges);
}

describe('a disciplined agent', () => {
  it(
    'makes a hundred sensible calls and is never stopped without need',
    () => expectFree(disciplinedJobs, 100, 5),
    180_000,
  );

  it('of another hand, with other habits, is not stopped either', () => expectFree(unseenJobs, 40, 2), 180_000);
});
