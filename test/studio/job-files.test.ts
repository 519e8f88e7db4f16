import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobFiles, type JobRecord } from '../../src/studio/job-files.js';

const record: JobRecord = {
  id: 'job-a-1-b',
  tool: 'image_to_video',
  values: { prompt: 'a boat', seed: 3 },
  model: 'wan-2.5-fast',
  credits: 60,
  billed: true,
  prompt: 'a boat',
  startedAt: 1_700_000_000_000,
  latencyMs: 2500,
};

let folder: string;

describe('jobs on file', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greenlight-job-files-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are found by another process', () => {
    new JobFiles(folder).write(record);
    new JobFiles(folder).write({ ...record, id: 'job-a-2-c', failure: 'out of paint' });
    expect(new JobFiles(folder).read('job-a-1-b')).toEqual(record);
    expect(new JobFiles(folder).read('job-a-2-c')?.failure).toBe('out of paint');
  });

  it('are none where nothing was written, what was written is broken, or the id is a path', async () => {
    const files = new JobFiles(folder);
    expect(files.read('job-a-1-b')).toBeUndefined();
    files.write(record);
    await writeFile(join(folder, 'jobs', 'job-a-1-b.json'), '{"id":');
    expect(files.read('job-a-1-b')).toBeUndefined();
    expect(files.read('../jobs/job-a-1-b')).toBeUndefined();
  });
});
