import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ToolCache } from '../../src/upstreams/tool-cache.js';

const ENTRY = { command: 'serve', args: ['--x'], env: { KEY: 'top-secret' } };
const LISTS = { tools: [{ name: 'draw' }], prompts: [] };
let folder: string;
let cache: ToolCache;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'tool-cache-')), 'deep');
  cache = new ToolCache(folder);
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true }));

describe('the list cache', () => {
  it('gives back what was written, and says that it has it', () => {
    expect(cache.has('a', ENTRY)).toBe(false);
    expect(cache.read('a', ENTRY)).toBeUndefined();
    expect(cache.write('a', ENTRY, LISTS)).toBeUndefined();
    expect(cache.has('a', ENTRY)).toBe(true);
    expect(cache.read('a', ENTRY)).toEqual(LISTS);
  });

  it('knows nothing of a server whose configuration changed', () => {
    cache.write('a', ENTRY, LISTS);
    expect(cache.read('b', ENTRY)).toBeUndefined();
    expect(cache.read('a', { ...ENTRY, env: { KEY: 'other' } })).toBeUndefined();
    expect(cache.read('a', { ...ENTRY, args: [] })).toBeUndefined();
  });

  it('does not mind the order of keys, nor settings that change nothing of what the server offers', () => {
    cache.write('a', ENTRY, LISTS);
    const { command, args, env } = ENTRY;
    expect(cache.read('a', { env, args, command, prefix: 'p_', timeoutMs: 5 })).toEqual(LISTS);
    // A config's own words on the tools come along with the entry.
    const settled = { ...ENTRY, preset: 'studio', tools: { draw: 'free' } };
    expect(cache.read('a', settled)).toEqual(LISTS);
    cache.write('bare', { command: 'serve' }, LISTS);
    expect(cache.read('bare', { command: 'serve', args: [], env: {} })).toEqual(LISTS);
  });

  it('is readable by the owner only, holds no secrets, and leaves no drafts', () => {
    cache.write('a', ENTRY, LISTS);
    cache.write('a', ENTRY, LISTS);
    const files = readdirSync(folder);
    expect(files).toHaveLength(1);
    const file = path.join(folder, files[0]!);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8') + file).not.toContain('top-secret');
  });

  it.each(['', '{', '[]', '{"format":2,"lists":{}}', '{"format":1,"lists":[]}'])(
    'takes a file that holds %j as absent',
    (text) => {
      cache.write('a', ENTRY, LISTS);
      writeFileSync(path.join(folder, readdirSync(folder)[0]!), text);
      expect(cache.read('a', ENTRY)).toBeUndefined();
    },
  );

  it('says why it could not write, and throws nothing', () => {
    writeFileSync(folder, 'a file where the folder should be');
    expect(cache.write('a', ENTRY, LISTS)).toContain('EEXIST');
  });
});
