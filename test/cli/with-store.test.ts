import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guarded, tell, withStore } from '../../src/cli/with-store.js';
import { fakeShell } from './fake-desk.js';

let folder = '';
let config = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-store-'));
  config = join(folder, 'greenlight.json');
  writeFileSync(config, JSON.stringify({ project: 'poster', data: join(folder, 'data') }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('withStore', () => {
  it('opens the store of the config, prints the answer and closes the store', async () => {
    const shell = fakeShell();
    let write: (() => Promise<void>) | undefined;
    await withStore(shell, { config }, async ({ store, project }) => {
      write = () => store.saveSetting('a', 'b');
      return { text: project, data: {} };
    });
    expect(shell.printed).toEqual(['poster']);
    expect(existsSync(join(folder, 'data', 'greenlight.db'))).toBe(true);
    await expect(write?.()).rejects.toThrow();
  });

  it('closes the store when the work fails', async () => {
    const shell = fakeShell();
    const failing = withStore(shell, { config }, () => Promise.reject(new Error('no luck')));
    await expect(failing).rejects.toThrow('no luck');
    expect(shell.printed).toEqual([]);
  });

  it('refuses a store that only one process can see', async () => {
    writeFileSync(config, JSON.stringify({ store: 'memory' }));
    const refused = withStore(fakeShell(), { config }, () => Promise.reject(new Error('opened')));
    await expect(refused).rejects.toMatchObject({ code: 'store-memory' });
  });
});

describe('tell', () => {
  it('answers in words or as JSON', () => {
    const shell = fakeShell();
    tell(shell, {}, { text: 'two', data: { two: 2 } });
    tell(shell, { json: true }, { text: 'two', data: { two: 2 } });
    expect(shell.printed).toEqual(['two', '{\n  "two": 2\n}']);
  });
});

describe('guarded', () => {
  it('takes no password as an argument', () => {
    const options = guarded(new Command()).options.map(({ long, required }) => [long, required]);
    expect(options).toContainEqual(['--password-stdin', false]);
    expect(options.filter(([long]) => String(long).includes('password'))).toHaveLength(1);
  });
});
