import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/approvals/password.js';
import { acceptConfig, checkConfig, configJsonSchema } from '../../../src/cli/commands/config.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { parseConfig, type ConfigInput } from '../../../src/config.js';
import type { Store } from '../../../src/gate/store-port.js';
import { openMemoryStore } from '../../../src/stores/memory.js';
import { openSqliteStore } from '../../../src/stores/sqlite.js';
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
    const desk = { ...fakeDesk({ config: with500 }), file: join(folder, 'greenlight.json') };
    expect((await acceptConfig(desk, false)).data).toMatchObject({ settings: [] });
    const tighter = parseConfig({ ...with500, budgets: [{ scope: 'session', limit: 400 }] });
    expect((await acceptConfig({ ...desk, written: tighter }, false)).data).toMatchObject({ settings: [] });
  });

  it('names what is looser and takes the person', async () => {
    const secrets = ['wrong one', 'open sesame'];
    const desk = { ...fakeDesk({ config: with500, secrets }), file: join(folder, 'greenlight.json') };
    await acceptConfig(desk, false);
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    const looser = { ...desk, written: parseConfig({ ...with500, budgets: [{ scope: 'session', limit: 900 }] }) };
    await expect(acceptConfig(looser, false)).rejects.toMatchObject({ code: 'password-wrong' });
    expect(desk.shell.said.join('\n')).toContain('budgets.session/none');
    expect((await acceptConfig(looser, true)).data).toMatchObject({ accepted: true, proof: 'password' });
    expect((await acceptConfig(looser, true)).data).toMatchObject({ settings: [] });
  });
});

describe('acceptConfig of another ledger', () => {
  const open = (name: string) => openSqliteStore({ file: join(folder, name, 'greenlight.db') });
  const deskOn = (store: Store, config: ConfigInput, secrets: readonly string[] = []) => ({
    ...fakeDesk({ config, secrets, store }),
    file: join(folder, 'greenlight.json'),
  });

  it('says from where to where, and takes the password of the one that is left', async () => {
    const [left, fresh] = [await open('left'), await open('fresh')];
    await acceptConfig(deskOn(left, { data: join(folder, 'left') }), false);
    await left.saveSetting(passwordSetting, await hashPassword('open sesame'));
    const to = { data: join(folder, 'fresh') };
    await expect(acceptConfig(deskOn(fresh, to), false)).rejects.toMatchObject({ code: 'password-needed' });
    const desk = deskOn(fresh, to, ['open sesame']);
    const { data } = await acceptConfig(desk, false);
    expect(data).toMatchObject({ settings: ['data'], moved: { kind: 'moved' }, accepted: true, proof: 'password' });
    expect(desk.shell.said.join('\n')).toMatch(/it was: .*left.*\n.*now: .*fresh.*\nIf you did not change that/);
    expect((await acceptConfig(deskOn(fresh, to), false)).data).toMatchObject({ settings: [] });
    await Promise.all([left.close(), fresh.close()]);
  });

  it('takes the password of the other where the one that is left has none, or is gone', async () => {
    const [left, other] = [await open('left'), await open('other')];
    await other.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await acceptConfig(deskOn(left, { data: join(folder, 'left') }), false);
    const to = { data: join(folder, 'other') };
    await expect(acceptConfig(deskOn(other, to), false)).rejects.toMatchObject({ code: 'password-needed' });
    await left.close();
    rmSync(join(folder, 'left'), { recursive: true });
    await expect(acceptConfig(deskOn(other, to), false)).rejects.toMatchObject({ code: 'password-needed' });
    expect(existsSync(join(folder, 'left'))).toBe(false);
    expect((await acceptConfig(deskOn(other, to, ['open sesame']), true)).data).toMatchObject({ accepted: true });
    await other.close();
  });

  it('takes one in memory, and names what is looser apart from it', async () => {
    const store = openMemoryStore();
    const with500: ConfigInput = { budgets: [{ scope: 'session', limit: 500 }] };
    await acceptConfig(deskOn(store, with500), false);
    const desk = deskOn(store, { store: 'memory', budgets: [{ scope: 'session', limit: 900 }] });
    expect((await acceptConfig(desk, false)).data).toMatchObject({ settings: ['store', 'budgets.session/none'] });
    expect(desk.shell.said.join('\n')).toMatch(
      /another ledger.*\(store\)[^]*than you accepted: budgets\.session\/none\./,
    );
  });
});
