import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/cli/read-settings.js';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-settings-'));
  file = join(folder, 'greenlight.json');
  const servers = { a: { command: 'x', env: { KEY: '${GREENLIGHT_TEST_NOT_SET}' } } };
  writeFileSync(file, JSON.stringify({ project: 'poster', servers }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('readSettings', () => {
  it('lets options stand above the file, and says what the file itself says', () => {
    const settings = readSettings({ config: file, project: 'other', data: 'here' });
    expect(settings).toMatchObject({
      file,
      config: { project: 'other', data: resolve('here') },
      written: { project: 'poster' },
    });
  });

  it('minds unset variables only where servers will be started', () => {
    expect(readSettings({ config: file }).config.project).toBe('poster');
    expect(() => readSettings({ config: file }, { needsEnvironment: true })).toThrow('GREENLIGHT_TEST_NOT_SET');
  });

  it('refuses a project that cannot be one', () => {
    expect(() => readSettings({ config: file, project: 'a b' })).toThrow('--project');
  });
});
