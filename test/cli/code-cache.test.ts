import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeCache } from '../../src/cli/code-cache.js';

const digest = 'ab'.repeat(32);
const code = { compiled: Buffer.from('compiled code'), isWhole: true };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-code-'));
  file = join(folder, 'serve.cjs');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the cache of compiled code', () => {
  it('gives back what was kept, and nothing before', () => {
    const cache = codeCache(file, digest);
    expect(cache.read()).toBeUndefined();
    cache.write(code);
    expect(cache.read()).toEqual(code);
    expect(codeCache(file, digest).read()).toEqual(code);
  });

  it('remembers whether a whole start was over by then', () => {
    const cache = codeCache(file, digest);
    cache.write({ ...code, isWhole: false });
    expect(cache.read()).toEqual({ ...code, isWhole: false });
  });

  it('is another one for another text, program, or engine', () => {
    codeCache(file, digest).write(code);
    expect(codeCache(file, 'cd'.repeat(32)).read()).toBeUndefined();
    expect(codeCache(join(folder, 'program.cjs'), digest).read()).toBeUndefined();
    expect(codeCache(file, digest, 'v99.0.0-x64').read()).toBeUndefined();
  });

  it('gives nothing where not all of it is there as it was', () => {
    const cache = codeCache(file, digest);
    cache.write(code);
    const [name = ''] = readdirSync(join(folder, '.cache'));
    writeFileSync(join(folder, '.cache', name), code.compiled);
    expect(cache.read()).toBeUndefined();
  });

  it('leaves nothing half-written where it cannot be kept', () => {
    const cache = codeCache(file, digest);
    cache.write(code);
    const [name = ''] = readdirSync(join(folder, '.cache'));
    rmSync(join(folder, '.cache', name));
    mkdirSync(join(folder, '.cache', name));
    cache.write(code);
    expect(readdirSync(join(folder, '.cache'))).toEqual([name]);
    expect(cache.read()).toBeUndefined();
  });
});
