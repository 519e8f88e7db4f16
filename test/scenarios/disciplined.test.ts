import { describe, expect, it } from 'vitest';
import { disciplinedJobs } from './parts/disciplined-jobs.js';
import { transcriptServers } from './parts/transcript-servers.js';
import { runTranscript } from './parts/transcript.js';

describe('a disciplined agent', () => {
  it('makes a hundred sensible calls and is never blocked, never asked about what was planned, hardly nudged', async () => {
    const { calls, questions, stops } = await runTranscript(disciplinedJobs, transcriptServers);
    expect(calls).toBeGreaterThanOrEqual(100);
    expect(stops.filter(({ outcome }) => outcome !== 'nudge')).toEqual([]);
    expect(questions).toEqual([]);
    expect(stops.length, JSON.stringify(stops)).toBeLessThanOrEqual(5);
  });
});
