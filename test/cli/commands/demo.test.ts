import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoFolder, demoProgram, runDemo } from '../../../src/cli/commands/demo.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('demoFolder', () => {
  it('takes a new folder, an empty one, and that of an earlier demo', () => {
    expect(demoFolder(join(folder, 'new'))).toBe(join(folder, 'new'));
    expect(demoFolder(folder)).toBe(folder);
    for (const name of ['greenlight.json', 'studio-charges.jsonl', 'report.md', 'more']) {
      writeFileSync(join(folder, name), '');
    }
    expect(demoFolder(folder)).toBe(folder);
  });

  it('never takes a folder with anything else in it, for the demo empties it', () => {
    writeFileSync(join(folder, 'greenlight.json'), '{}');
    expect(() => demoFolder(folder)).toThrow(expect.objectContaining({ code: 'folder-in-use' }));
    expect(readdirSync(folder)).toEqual(['greenlight.json']);
  });
});

describe('demoProgram', () => {
  it('is found in the package, from wherever in it', () => {
    expect(demoProgram(resolve('dist'))).toBe(resolve('examples/demo/run.mjs'));
    expect(demoProgram()).toBe(resolve('examples/demo/run.mjs'));
  });

  it('is missed where a package came without it', () => {
    mkdirSync(join(folder, 'dist'));
    expect(() => demoProgram(join(folder, 'dist'))).toThrow(expect.objectContaining({ end: 'missing' }));
  });
});

describe('runDemo', () => {
  it('hands over the folder and tells how it ended', async () => {
    const file = join(folder, 'run.mjs');
    writeFileSync(file, "process.exit(process.argv[2] === '/there' ? 0 : 7);");
    expect(await runDemo(file, '/there', true)).toBe(0);
    expect(await runDemo(file, '/elsewhere', true)).toBe(7);
  });
});
