import { describe, expect, it } from 'vitest';
import { JobBoard } from '../../src/studio/jobs.js';
import type { JobRequest } from '../../src/studio/jobs.js';

const product = { bytes: Uint8Array.from([1]), mimeType: 'image/png' as const, summary: 'a dot' };

function request(make: JobRequest['make']): JobRequest {
  return { id: 'job-1', model: 'm', credits: 60, billed: true, prompt: 'p', latencyMs: 0, make };
}

describe('JobBoard', () => {
  it('queues a job, runs it and keeps what it made', async () => {
    const board = new JobBoard();
    let duringWork: string | undefined;
    const finished = new Promise<void>((resolve) => {
      const job = board.start(
        request(() => {
          duringWork = board.find('job-1')?.status;
          setImmediate(resolve);
          return Promise.resolve([product]);
        }),
      );
      expect(job.status).toBe('queued');
    });
    await finished;
    expect(duringWork).toBe('running');
    expect(board.find('job-1')).toMatchObject({ status: 'succeeded', products: [product] });
  });

  it('keeps the reason of a failure', async () => {
    const board = new JobBoard();
    await new Promise<void>((resolve) => {
      board.start(
        request(() => {
          setImmediate(resolve);
          return Promise.reject(new Error('out of paint'));
        }),
      );
    });
    expect(board.find('job-1')).toMatchObject({ status: 'failed', error: 'out of paint', products: [] });
  });

  it('tells when the work on a job is over', async () => {
    const board = new JobBoard();
    board.start(request(() => Promise.resolve([product])));
    await board.ended('job-1');
    expect(board.find('job-1')?.status).toBe('succeeded');
    await board.ended('job-2');
  });

  it('knows no other job', () => {
    expect(new JobBoard().find('job-2')).toBeUndefined();
  });
});
