import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findConfig } from '../../src/cli/find-config.js';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'greenlight-find-')));
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('takes the file that is named, there or not', () => {
  expect(findConfig('none/my.json')).toBe(resolve('none/my.json'));
});

it('finds the nearest file upwards', () => {
  writeFileSync(join(folder, 'greenlight.json'), '{}');
  expect(findConfig(undefined, join(folder, 'a', 'b'))).toBe(join(folder, 'greenlight.json'));
  writeFileSync(join(folder, 'a', 'greenlight.json'), '{}');
  expect(findConfig(undefined, join(folder, 'a', 'b'))).toBe(join(folder, 'a', 'greenlight.json'));
});
