import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withFileLock } from '../../../src/upstreams/login/file-lock.js';
import { tempFolder } from '../../fixtures/upstream-bench.js';

let temp: ReturnType<typeof tempFolder>;
let path: string;

beforeEach(() => {
  temp = tempFolder();
  path = join(temp.folder, 'deep/x.lock');
});
afterEach(() => temp.remove());

it('lets one work at a time, and all in the end', async () => {
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, ++inside);
    await new Promise((resolve) => setImmediate(resolve));
    inside--;
  };
  await Promise.all(Array.from({ length: 5 }, () => withFileLock(path, work)));
  expect([most, inside, existsSync(path)]).toEqual([1, 0, false]);
});

it('is given back when the work fails', async () => {
  await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withFileLock(path, async () => 'next')).toBe('next');
});

it('is taken over when whoever had it is gone', async () => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(path, longAgo, longAgo);
  expect(await withFileLock(path, async () => 'mine')).toBe('mine');
});

it('says when it cannot be made', async () => {
  await expect(withFileLock(join(temp.folder, 'x'.repeat(300)), async () => 1)).rejects.toThrow('ENAMETOOLONG');
});
