import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
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

  it('comes back into a folder that somebody took away', async () => {
    const path = (name: string): string => join(folder, 'poster', name);
    await writeOutput(path('first.png'), Buffer.from('1'));
    await rm(join(folder, 'poster'), { recursive: true });
    await writeOutput(path('second.png'), Buffer.from('2'));
    expect(await readdir(join(folder, 'poster'))).toEqual(['second.png']);
  });

  it('of many bytes is whole too', async () => {
    const bytes = Buffer.alloc(1_000_000, 7);
    const { onDisk } = await writeOutput(join(folder, 'film.mp4'), bytes);
    await onDisk;
    expect((await readFile(join(folder, 'film.mp4'))).equals(bytes)).toBe(true);
  });

  it('leaves no draft behind when it cannot be put in its place', async () => {
    await mkdir(join(folder, 'take.png'));
    await expect(writeOutput(join(folder, 'take.png'), Buffer.from('x'))).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(await readdir(folder)).toEqual(['take.png']);
  });

  it('that cannot be written says so', async () => {
    await writeFile(join(folder, 'poster'), 'a file in the way');
    await expect(writeOutput(join(folder, 'poster', 'take.png'), Buffer.from('x'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});
