import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptPolicy } from '../../../src/accepted-policy.js';
import { dataChecks } from '../../../src/cli/checks/data.js';
import { lateSetting, passwordSetting } from '../../../src/approvals/person.js';
import { notePlace, placeOf } from '../../../src/ledger-place.js';
import { parseConfig, type ConfigInput } from '../../../src/config.js';
import { openStore } from '../../../src/engine.js';
import type { Store } from '../../../src/gate/store-port.js';
import { takeInDoubtOf } from '../fake-desk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function settings(change: ConfigInput = {}) {
  const config = parseConfig({ project: 'poster', data: join(folder, 'data'), ...change });
  return { file: join(folder, 'greenlight.json'), config, written: config };
}

async function withStore(work: (store: Store) => Promise<unknown>): Promise<void> {
  const store = await openStore(settings().config);
  await work(store);
  await store.close();
}

const codes = async (change?: ConfigInput) => (await dataChecks(settings(change))).map(({ code }) => code);

describe('dataChecks', () => {
  it('makes nothing that was not there', async () => {
    expect(await codes()).toEqual(['data-new', 'store-new', 'password-none']);
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect(await codes({ store: 'memory' })).toEqual(['data-new', 'store-memory']);
  });

  it('tells whether the password is set, late or missing', async () => {
    await withStore(async () => undefined);
    expect(await codes()).toEqual(['data', 'store', 'password-none', 'accepted']);
    await withStore((store) => store.saveSetting(passwordSetting, 'x'));
    expect(await codes()).toContain('password');
    await withStore((store) => store.saveSetting(lateSetting, '2026-11-22T12:00:00Z'));
    expect(await codes()).toContain('password-late');
  });

  it('tells takes in doubt and a config that waits, and changes neither', async () => {
    await withStore(async (store) => {
      await takeInDoubtOf(store);
      const { file, config } = settings({ budgets: [{ scope: 'session', limit: 5 }] });
      await acceptPolicy(store, { file, config }, 0);
    });
    const more = { budgets: [{ scope: 'session' as const, limit: 500 }] };
    expect(await codes(more)).toEqual(expect.arrayContaining(['accepted-waits', 'in-doubt']));
    expect(await codes(more)).toContain('accepted-waits');
  });

  it('tells a ledger that is another one than before, whatever is known of it, and makes nothing', async () => {
    const { file, config } = settings();
    notePlace(file, placeOf(config));
    const moved = (change: ConfigInput) => dataChecks(settings(change));
    expect(await moved({})).not.toContainEqual(expect.objectContaining({ check: 'accepted', state: 'warning' }));
    for (const change of [{ store: 'memory' }, { data: join(folder, 'new') }, { project: 'film' }] as const) {
      expect((await moved(change)).at(-1)).toMatchObject({ state: 'warning', code: 'ledger-moved', facts: { file } });
    }
    expect(existsSync(join(folder, 'new'))).toBe(false);
    await withStore(async () => undefined);
    const found = await moved({ project: 'film' });
    expect(found.map(({ code }) => code)).toEqual(['data', 'store', 'password-none', 'ledger-moved']);
  });

  it('tells files that others can read, and a store that is none', async () => {
    await withStore(async () => undefined);
    const file = join(folder, 'data', 'greenlight.db');
    chmodSync(file, 0o644);
    const [ofFolder] = await dataChecks(settings());
    expect(ofFolder).toMatchObject({ code: 'data-open', facts: { open: [file], command: `chmod 600 ${file}` } });
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'greenlight.db'), 'no database at all'.repeat(100), { mode: 0o600 });
    expect((await dataChecks(settings({ data: other }))).at(-1)).toMatchObject({ check: 'store', state: 'fault' });
  });
});
