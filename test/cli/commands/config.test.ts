import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/approvals/password.js';
import { acceptConfig, checkConfig, configJsonSchema } from '../../../src/cli/commands/config.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { parseConfig, type ConfigInput } from '../../../src/config.js';
import { fakeDesk, fakeShell } from '../fake-desk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(config: object): unknown {
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, JSON.stringify(config));
  return checkConfig(file, fakeShell()).data;
}

describe('checkConfig', () => {
  it('passes a config that is in order', () => {
    expect(check({ project: 'poster', servers: { a: { command: 'x', preset: 'studio' } } })).toMatchObject({
      project: 'poster',
      servers: ['a'],
    });
  });

  it('tells presets and rules that do not exist together', () => {
    const config = { servers: { a: { command: 'x', preset: 'nope' } }, rules: { 'rerun/none': 'off', budget: 'ask' } };
    const shots = { shots: { cover: { rules: { rules: 'off' } } }, projects: { film: { rules: { film: 'off' } } } };
    expect(() => check(shots)).toThrow(/shots\.cover\.rules\.rules[^]*projects\.film\.rules\.film/);
    expect(() => check(config)).toThrow(/servers\.a\.preset.*studio[^]*rules\.rerun\/none/);
  });
});

describe('configJsonSchema', () => {
  it('describes the config as a person writes it: nothing is required, unknown keys are errors', () => {
    const schema = configJsonSchema() as Record<string, unknown>;
    expect(schema['required']).toBeUndefined();
    expect(schema['additionalProperties']).toBe(false);
    expect(schema['properties']).toMatchObject({
      ask: { properties: { above: { default: 200 } } },
      project: { default: 'default' },
    });
  });
});

describe('acceptConfig', () => {
  const with500: ConfigInput = { project: 'poster', budgets: [{ scope: 'session', limit: 500 }] };

  it('has nothing to accept while nothing is looser', async () => {
    const desk = fakeDesk({ config: with500 });
    expect((await acceptConfig(desk, false)).data).toMatchObject({ settings: [] });
    const tighter = parseConfig({ ...with500, budgets: [{ scope: 'session', limit: 400 }] });
    expect((await acceptConfig({ ...desk, written: tighter }, false)).data).toMatchObject({ settings: [] });
  });

  it('names what is looser and takes the person', async () => {
    const desk = fakeDesk({ config: with500, secrets: ['wrong one', 'open sesame'] });
    await acceptConfig(desk, false);
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    const looser = { ...desk, written: parseConfig({ ...with500, budgets: [{ scope: 'session', limit: 900 }] }) };
    await expect(acceptConfig(looser, false)).rejects.toMatchObject({ code: 'password-wrong' });
    expect(desk.shell.said.join('\n')).toContain('budgets.session/none');
    expect((await acceptConfig(looser, true)).data).toMatchObject({ accepted: true, proof: 'password' });
    expect((await acceptConfig(looser, true)).data).toMatchObject({ settings: [] });
  });
});
