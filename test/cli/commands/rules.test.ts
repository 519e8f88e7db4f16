import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listRules, setLevel } from '../../../src/cli/commands/rules.js';
import { parse } from 'jsonc-parser';
import { ConfigError, parseConfig, type Config } from '../../../src/config.js';
import { rules } from '../../../src/rules/index.js';
import { fakeShell } from '../fake-desk.js';

it('lists every rule with default and configured levels, why, and when to turn it off', () => {
  const config = parseConfig({ rules: { rerun: 'note', 'rerun/certain': 'ask' } });
  const { text, data } = listRules(config, fakeShell());
  for (const { id } of rules) expect(text).toContain(`\n${id}`.trim());
  expect(text).toContain('A price that is not known is never zero.');
  expect(text).toContain('Turn it off only for servers that cannot charge anything.');
  expect(text).toMatch(/rerun\/certain +block +<yellow:ask/);
  expect(text).toMatch(/rerun\/suspect +nudge +<yellow:note/);
  expect((data as { rules: { rule: string }[] }).rules.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
});

it('lists the levels that hold for one shot, and says what else sets levels', () => {
  const config = parseConfig({ preset: 'unattended', shots: { cover: { rules: { rerun: 'ask' } } } });
  const { text, data } = listRules(config, fakeShell(), 'cover');
  expect(text).toMatch(/rerun\/suspect +nudge +<yellow:block/);
  for (const word of ['preset unattended', 'Nobody is there', 'for cover', 'of their own: cover']) {
    expect(text).toContain(word);
  }
  expect(data).toMatchObject({ preset: 'unattended', shot: 'cover', shots: ['cover'] });
});

describe('setLevel', () => {
  let file = '';
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'greenlight-rules-')), 'greenlight.json');
    writeFileSync(file, '{\n  // mine\n  "project": "poster"\n}\n');
  });
  afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));
  const levelsIn = (): Partial<Config> =>
    parseConfig(parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true }), file, {});

  it('writes a level for the file, one shot or one project, and leaves comments alone', () => {
    setLevel(file, { rule: 'rerun', level: 'ask' }, fakeShell());
    setLevel(file, { rule: 'stills-first', level: 'off', shot: 'cover' }, fakeShell());
    setLevel(file, { rule: 'budget/soft', level: 'note', project: 'film' }, fakeShell());
    expect(levelsIn()).toMatchObject({
      rules: { rerun: 'ask' },
      shots: { cover: { rules: { 'stills-first': 'off' } } },
      projects: { film: { rules: { 'budget/soft': 'note' } } },
    });
    expect(readFileSync(file, 'utf8')).toContain('// mine');
  });

  it('takes a level back', () => {
    setLevel(file, { rule: 'rerun', level: 'ask' }, fakeShell());
    setLevel(file, { rule: 'rerun', level: 'default' }, fakeShell());
    expect(levelsIn().rules).toEqual({});
  });

  it('knows only rules and codes that there are, and writes nothing else', () => {
    const before = readFileSync(file, 'utf8');
    expect(() => setLevel(file, { rule: 'rerun/none', level: 'off' }, fakeShell())).toThrow('no-such-rule');
    expect(() => setLevel(file, { rule: 'rerun', level: 'off', shot: 'a b' }, fakeShell())).toThrow(ConfigError);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});
