import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acceptPolicy, looserThanAccepted, waitingAtStart, waitsForAcceptance } from '../src/accepted-policy.js';
import { parseConfig, policyOf, type ConfigInput } from '../src/config.js';
import { grantRefs } from '../src/gate/standing.js';
import type { Store } from '../src/gate/store-port.js';
import { accountsFor } from '../src/ledger/period.js';
import { openMemoryStore } from '../src/stores/memory.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const config = (input: ConfigInput = {}) => parseConfig({ project: 'poster', ...input }, 'f', {});
const basis = (input?: ConfigInput, file = '/a/greenlight.json') => ({ file, config: config(input) });
const budgets = (limit: number): ConfigInput => ({ budgets: [{ scope: 'project', limit }] });

describe('a config that is compared with the accepted one', () => {
  it('is taken as it is the first time', async () => {
    const store = openMemoryStore();
    expect(await looserThanAccepted(store, basis(budgets(100)), now)).toEqual([]);
    expect(await looserThanAccepted(store, basis(budgets(100)), now)).toEqual([]);
  });

  it('names what it allows beyond that, until the person accepts it', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis(budgets(100)), now);
    const looser = basis({ ...budgets(200), mode: 'off' });
    expect(await looserThanAccepted(store, looser, now)).toEqual(['mode', 'budgets.project/none']);
    expect(await looserThanAccepted(store, looser, now)).toEqual(['mode', 'budgets.project/none']);
    await acceptPolicy(store, looser, now);
    expect(await looserThanAccepted(store, looser, now)).toEqual([]);
  });

  it('names a server whose tools may now change', async () => {
    const store = openMemoryStore();
    const up = (trust?: 'schema' | 'pinned'): ConfigInput => ({
      servers: { up: { command: 'up', ...(trust && { trust }) } },
    });
    await looserThanAccepted(store, basis(up()), now);
    expect(await looserThanAccepted(store, basis(up('pinned')), now)).toEqual([]);
    expect(await looserThanAccepted(store, basis(up('schema')), now)).toEqual(['servers.up.trust']);
  });

  it('names a limit of a server that was raised', async () => {
    const store = openMemoryStore();
    const up = (concurrent?: number): ConfigInput => ({
      servers: { up: { command: 'up', ...(concurrent && { limits: { concurrent } }) } },
    });
    await looserThanAccepted(store, basis(up(4)), now);
    expect(await looserThanAccepted(store, basis(up(5)), now)).toEqual(['servers.up.limits.concurrent']);
    expect(await looserThanAccepted(store, basis(up()), now)).toEqual(['servers.up.limits.concurrent']);
  });

  it('names a server that more methods may reach', async () => {
    const store = openMemoryStore();
    const up = (relay?: string[]): ConfigInput => ({ servers: { up: { command: 'up', ...(relay && { relay }) } } });
    await looserThanAccepted(store, basis(up()), now);
    expect(await looserThanAccepted(store, basis(up([])), now)).toEqual([]);
    expect(await looserThanAccepted(store, basis(up(['acme/render'])), now)).toEqual(['servers.up.relay']);
  });

  it('names other rates for what servers state, and that it counts again', async () => {
    const store = openMemoryStore();
    const rated = (prices: ConfigInput['prices']) => basis({ prices });
    await looserThanAccepted(store, rated({ rates: { USD: 100 } }), now);
    expect(await looserThanAccepted(store, rated({ rates: { USD: 1 } }), now)).toEqual(['prices.stated']);
    expect(await looserThanAccepted(store, rated({ stated: false }), now)).toEqual([]);
    expect(await looserThanAccepted(store, rated({ rates: { USD: 100 } }), now)).toEqual(['prices.stated']);
  });

  it('holds at once when it is tighter, for open accounts too', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis(budgets(100)), now);
    const refs = accountsFor(policyOf(config(budgets(100))), 'poster', 's_1', now);
    await store.accounts(refs);
    expect(await looserThanAccepted(store, basis(budgets(50)), now)).toEqual([]);
    expect((await store.accounts(refs)).find(({ scope }) => scope === 'project')?.limit).toBe(50_000_000);
    expect(await looserThanAccepted(store, basis(budgets(100)), now)).toEqual(['budgets.project/none']);
  });

  it('leaves alone what the person made of a budget, where only something else became tighter', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis(budgets(100)), now);
    const [ref] = accountsFor(policyOf(config(budgets(100))), 'poster', 's_1', now);
    if (ref === undefined) throw new Error('no account');
    await store.limit(ref, { limit: 150_000_000 }, 'person');
    await looserThanAccepted(store, basis({ ...budgets(100), ask: { above: 1 } }), now);
    expect((await store.accounts([ref]))[0]?.limit).toBe(150_000_000);
    await looserThanAccepted(store, basis({ ...budgets(90), ask: { above: 1 } }), now);
    expect((await store.accounts([ref]))[0]?.limit).toBe(90_000_000);
  });

  it('is the measure of its own file and project only', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis(budgets(100)), now);
    expect(await looserThanAccepted(store, basis(budgets(200), '/b/greenlight.json'), now)).toEqual([]);
    expect(await looserThanAccepted(store, basis({ ...budgets(200), project: 'film' }), now)).toEqual([]);
  });

  it('brings accepted budgets to the accounts that are open', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis(budgets(100)), now);
    const refs = accountsFor(policyOf(config(budgets(100))), 'poster', 's_1', now);
    await store.accounts(refs);
    await acceptPolicy(store, basis(budgets(300)), now);
    expect((await store.accounts(refs)).find(({ scope }) => scope === 'project')?.limit).toBe(300_000_000);
  });

  it('brings less of a balance to the grant that is open, and more once it is accepted', async () => {
    const store = openMemoryStore({ clock: () => now });
    const plan = (credits: number): ConfigInput => ({ balances: [{ name: 'plan', credits, renews: 'month' }] });
    const limit = async () => (await store.grants('*', []))[0]?.limit;
    await looserThanAccepted(store, basis(plan(100)), now);
    await store.grants('*', grantRefs(policyOf(config(plan(100))), '*', now));
    expect(await looserThanAccepted(store, basis(plan(60)), now)).toEqual([]);
    expect(await limit()).toBe(60_000_000);
    expect(await looserThanAccepted(store, basis(plan(90)), now)).toEqual(['balances.plan']);
    expect(await limit()).toBe(60_000_000);
    await acceptPolicy(store, basis(plan(90)), now);
    expect(await limit()).toBe(90_000_000);
  });

  it('names a way to read that lets more re-runs pass', async () => {
    const store = openMemoryStore();
    await looserThanAccepted(store, basis({ reading: { boosters: ['cozy'] } }), now);
    expect(await looserThanAccepted(store, basis({ reading: { seedMakesAnother: true } }), now)).toEqual([
      'reading.boosters',
      'reading.seedMakesAnother',
    ]);
  });

  it('names a paid tool that is taken for free now', async () => {
    const store = openMemoryStore();
    const servers = (setting: 'free' | { paid: boolean }): ConfigInput => ({
      servers: { studio: { command: 'node', tools: { make: setting } } },
    });
    await looserThanAccepted(store, basis(servers({ paid: true })), now);
    expect(await looserThanAccepted(store, basis(servers('free')), now)).toEqual(['tools.studio.make']);
  });
});

describe('a config that names another ledger', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'greenlight-accepted-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const inFolder = (input?: ConfigInput) => basis(input, join(folder, 'greenlight.json'));
  const atStart = async (store: Store, input?: ConfigInput) => {
    const unnoted: string[] = [];
    return { ...(await waitingAtStart(store, inFolder(input), now, (why) => unnoted.push(why))), unnoted };
  };

  it('is taken as it is the first time, and waits from then on', async () => {
    expect(await atStart(openMemoryStore())).toEqual({ settings: [], unnoted: [] });
    expect(await atStart(openMemoryStore(), { project: 'film', data: folder })).toMatchObject({
      settings: ['data', 'project'],
      moved: { kind: 'moved', from: { project: 'poster' }, to: { project: 'film' } },
    });
    expect(await atStart(openMemoryStore())).toEqual({ settings: [], unnoted: [] });
  });

  it('leaves nothing in the other ledger that would count as accepted', async () => {
    await atStart(openMemoryStore(), budgets(100));
    const other = openMemoryStore();
    await atStart(other, { ...budgets(900), data: folder });
    expect((await other.settings('accepted-policy:')).size).toBe(0);
    expect(await waitsForAcceptance(other, inFolder({ data: folder }))).toEqual(['data']);
  });

  it('names beside it what it allows more than the other ledger knows as accepted', async () => {
    await atStart(openMemoryStore());
    const other = openMemoryStore();
    await acceptPolicy(other, inFolder({ ...budgets(100), data: folder }), now);
    const looser = { ...budgets(900), data: folder };
    expect((await atStart(other, looser)).settings).toEqual(['data', 'budgets.project/none']);
    expect(await waitsForAcceptance(other, inFolder(looser))).toEqual(['data', 'budgets.project/none']);
  });

  it('is not noticed where nothing can be put on record, and that is said', async () => {
    const closed = join(folder, 'a file');
    writeFileSync(closed, '');
    for (const name of ['XDG_DATA_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(name, closed);
    try {
      const { settings, unnoted } = await atStart(openMemoryStore(), { data: folder });
      expect([settings, unnoted]).toEqual([[], [expect.stringMatching(/ENOTDIR|EEXIST|ENOENT/)]]);
      expect((await atStart(openMemoryStore(), { data: join(folder, 'other') })).settings).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
