import { describe, expect, it } from 'vitest';
import { jobMapSchema } from '../../src/model/job-map.js';

const status = { tool: 'look', argument: 'id', succeeded: ['done'] };
const map = (changes: object) => jobMapSchema.safeParse({ id: 'job', status: { ...status, ...changes } });

describe('how a tool hands out jobs', () => {
  it('is told by a status tool that takes an id, with nothing else said', () => {
    expect(map({}).data).toMatchObject({ status: { everySeconds: 1, takesList: false }, lists: [] });
  });

  it('may be told by one that tells of all jobs', () => {
    expect(map({ argument: undefined, each: { in: 'tasks', id: 'id' } }).success).toBe(true);
    expect(map({ argument: undefined, each: { id: 'id' } }).success).toBe(true);
  });

  it('is wrong where the status tool takes no id and tells of no list', () => {
    const wrong = map({ argument: undefined });
    expect(wrong.error?.issues).toMatchObject([
      { path: ['status'], message: expect.stringContaining('`each`') as string },
    ]);
  });
});
