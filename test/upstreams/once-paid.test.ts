import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oncePaid } from '../../src/upstreams/once-paid.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-paid-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('tools that were once paid', () => {
  it('are remembered by the next process', () => {
    const file = join(folder, 'tools', 'paid.txt');
    const first = oncePaid(file);
    expect(first.has('studio', 'make a\nfilm')).toBe(false);
    first.add('studio', 'make a\nfilm');
    first.add('studio', 'make a\nfilm');
    expect(oncePaid(file).has('studio', 'make a\nfilm')).toBe(true);
    expect(oncePaid(file).has('studio', 'make a')).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('are known to this process at least, where no file can be written', () => {
    const here = oncePaid(join('/dev/null', 'paid.txt'));
    here.add('a', 'b');
    expect(here.has('a', 'b')).toBe(true);
  });
});
