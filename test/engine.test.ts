import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseConfig, type ConfigInput } from '../src/config.js';
import { dataFolder } from '../src/data-folder.js';
import { openEngine, openStore, type Engine, type EngineParts } from '../src/engine.js';
import { placeStanding } from '../src/ledger-place.js';
import { pictureTool } from './fixtures/gate-bench.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const call = (prompt: string) => ({
  tool: pictureTool(),
  arguments: { prompt },
  hints: {},
  caller: { principal: 'me', client: 'test', project: 'poster' },
});
let data = '';

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'engine-'));
});

afterEach(() => rm(data, { recursive: true, force: true }));

function config(input: ConfigInput = {}) {
  return parseConfig({ project: 'poster', data, ...input }, 'f', {});
}

function open(input: ConfigInput = {}, parts: Partial<EngineParts> = {}): Promise<Engine> {
  const ask = async () => ({ kind: 'unavailable', why: 'nobody' }) as const;
  return openEngine(config(input), { log, ask, ...parts });
}

async function heldTake(engine: Engine): Promise<string> {
  const checked = await engine.gate.check(call('a fox'));
  if (checked.kind !== 'allow') throw new Error(checked.kind);
  return checked.ticket.take.id;
}

describe('the data folder', () => {
  it('is the one that the config names', () => {
    expect(dataFolder({ data: '/somewhere' })).toBe('/somewhere');
  });

  it('is the user’s own otherwise, where the system keeps such things', () => {
    const folder = dataFolder(
      { data: undefined },
      { XDG_DATA_HOME: join(data, 'own'), LOCALAPPDATA: join(data, 'own') },
    );
    expect([
      join(data, 'own', 'greenlight'),
      join(homedir(), 'Library', 'Application Support', 'greenlight'),
    ]).toContain(folder);
  });
});

describe('the store of a config', () => {
  it.each(['memory', 'sqlite'] as const)('is a %s store', async (kind) => {
    const store = await openStore(config({ store: kind }));
    expect(store.name).toBe(kind);
    await store.close();
  });
});

describe('an engine', () => {
  it('runs a paid call, and what it wrote is there for the next one', async () => {
    const first = await open();
    const answer = await first.gate.run(
      call('a fox'),
      async () => ({ kind: 'answer', result: { content: [] } }),
      () => undefined,
    );
    expect(answer).toMatchObject({ kind: 'done', take: { paid: 5_000_000 } });
    await first.close();
    const second = await open();
    expect(await second.store.takes({ project: 'poster' })).toMatchObject([{ state: 'posted', paid: 5_000_000 }]);
    await second.close();
  });

  it.each([
    [{}, false],
    [{ reading: { boosters: ['dreamlike glow'] } }, true],
  ])('reads prompts as its config says: %j', async (input, isRerun) => {
    const engine = await open({ store: 'memory', ...input });
    await engine.gate.run(
      call('a red kite over the dunes'),
      async () => ({ kind: 'answer', result: { content: [] } }),
      () => undefined,
    );
    const checked = await engine.gate.check(call('a red kite over the dunes, dreamlike glow'));
    const rules = checked.kind === 'refused' ? checked.verdict.findings.map(({ rule }) => rule) : [];
    expect(rules.includes('rerun')).toBe(isRerun);
    await engine.close();
  });

  it('gives back at its end what it held and never sent', async () => {
    const first = await open();
    const take = await heldTake(first);
    await first.close();
    const second = await open();
    expect(await second.store.take(take)).toMatchObject({ state: 'released', held: 0 });
    await second.close();
  });

  it('leaves in doubt at its end what it sent and never heard of', async () => {
    const first = await open();
    const checked = await first.gate.check(call('a fox'));
    if (checked.kind !== 'allow') throw new Error(checked.kind);
    await first.gate.dispatched(checked.ticket);
    await first.close();
    const second = await open();
    expect(await second.store.take(checked.ticket.take.id)).toMatchObject({ state: 'in_doubt', held: 5_000_000 });
    await second.close();
  });

  it('waits at its end for a call that is under way', async () => {
    const engine = await open();
    const started = new Promise<void>((resolve) => {
      void engine.gate.run(
        call('a fox'),
        async () => {
          resolve();
          await new Promise((done) => setImmediate(done));
          return { kind: 'answer', result: { content: [] } };
        },
        () => undefined,
      );
    });
    await started;
    await engine.close(10_000);
    const next = await open();
    expect(await next.store.takes({ project: 'poster' })).toMatchObject([{ state: 'posted' }]);
    await next.close();
  });

  it('gives ids that nobody can guess: sessions have 100 random bits at least', async () => {
    const { ports, close } = await open({ store: 'memory' });
    expect(ports.newId('s')).toMatch(/^s_[0-9a-z]{20,}$/);
    expect(new Set(Array.from({ length: 100 }, () => ports.newId('t'))).size).toBe(100);
    await close();
  });

  it('knows what its config loosened since the person accepted it, and blocks', async () => {
    const file = join(data, 'greenlight.json');
    const first = await open({}, { basis: { file, config: config() } });
    expect(first.ports.policy.loosened).toEqual([]);
    await first.close();
    const looser = { quickLane: { perCall: 1000 } };
    const second = await open(looser, { basis: { file, config: config(looser) } });
    expect(second.ports.policy.loosened).toEqual(['quickLane.perCall']);
    expect(await second.gate.check(call('a fox'))).toMatchObject({
      kind: 'refused',
      verdict: { outcome: 'block', findings: [{ rule: 'config-accepted' }, { rule: 'vague-prompt', level: 'note' }] },
    });
    await second.close();
  });

  it('blocks in another ledger than its config named before, and has nothing on record where there is no file', async () => {
    const basis = { file: join(data, 'greenlight.json'), config: config() };
    await (await open({ project: 'film' })).close();
    expect(placeStanding(basis.file, basis.config)).toEqual({ kind: 'first' });
    await (await open({}, { basis })).close();
    expect(placeStanding(basis.file, basis.config)).toEqual({ kind: 'known' });
    const moved = { store: 'memory', mode: 'off' } as const;
    const engine = await open(moved, { basis: { ...basis, config: config(moved) } });
    expect(await engine.gate.check(call('a fox'))).toMatchObject({
      kind: 'refused',
      verdict: { outcome: 'block', findings: [{ rule: 'config-accepted', code: 'moved' }, {}] },
    });
    await engine.close();
    const given = await open({ data: join(data, 'given') }, { basis });
    expect(given.ports.policy.moved).toBeUndefined();
    await given.close();
  });

  it.each<ConfigInput>([{ mode: 'off' }, { mode: 'shadow' }, { rules: { 'config-accepted': 'off' } }])(
    'blocks although the change that nobody accepted is that nothing blocks: %o',
    async (looser) => {
      const file = join(data, 'greenlight.json');
      await (await open({}, { basis: { file, config: config() } })).close();
      const engine = await open(looser, { basis: { file, config: config(looser) } });
      expect(await engine.gate.check(call('a fox'))).toMatchObject({
        kind: 'refused',
        verdict: { outcome: 'block', findings: [{ rule: 'config-accepted' }, {}] },
      });
      await engine.close();
    },
  );
});
