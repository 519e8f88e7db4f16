import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../src/cli/write-file.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('replaces the text, keeps the mode and leaves nothing beside it', () => {
  const file = join(folder, 'a.json');
  writeFileSync(file, 'old');
  chmodSync(file, 0o600);
  replaceFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['a.json']);
});

it('writes through a link', () => {
  writeFileSync(join(folder, 'real.json'), 'old');
  symlinkSync('real.json', join(folder, 'link.json'));
  replaceFile(join(folder, 'link.json'), 'new');
  expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
});

it('does not make a file that is not there', () => {
  expect(() => replaceFile(join(folder, 'none.json'), 'x')).toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual([]);
});

it('makes a file that is not there where that is wanted, for the user alone', () => {
  const file = join(folder, 'new.json');
  replaceFile(file, 'text', true);
  expect(readFileSync(file, 'utf8')).toBe('text');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
