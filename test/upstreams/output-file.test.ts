import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOutput } from '../../src/upstreams/output-file.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'output-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('an output file', () => {
  it('is whole under its name, for its owner only, in a folder that is made when needed', async () => {
    const path = join(folder, 'poster', 'fox', 'take.png');
    const { onDisk } = await writeOutput(path, Buffer.from('picture'));
    expect(await readFile(path, 'utf8')).toBe('picture');
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readdir(join(folder, 'poster', 'fox'))).toEqual(['take.png']);
    await expect(onDisk).resolves.toBeUndefined();
  });

  it('takes the place of an older one in one step', async () => {
    const path = join(folder, 'take.png');
    await (
      await writeOutput(path, Buffer.from('old'))
    ).onDisk;
    await (
      await writeOutput(path, Buffer.from('new'))
    ).onDisk;
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['take.png']);
  });

  it('that cannot be written says so', async () => {
    await writeFile(join(folder, 'poster'), 'a file in the way');
    await expect(writeOutput(join(folder, 'poster', 'take.png'), Buffer.from('x'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
