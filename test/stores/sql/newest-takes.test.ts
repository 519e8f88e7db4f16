import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HoldInput, HoldOutcome, NewTake, Store } from '../../../src/gate/store-port.js';
import { mostNewest } from '../../../src/stores/sql/newest-takes.js';
import { openSqliteStore } from '../../../src/stores/sqlite.js';
import { lease, project, purse } from '../../../src/testing/store-contract-kit.js';
import fc from '../../setup/properties.js';

let folder: string;
let count = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'greenlight-newest-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openSqliteStore({ file: join(folder, 'greenlight.db') });

function newTake(change: Partial<NewTake> = {}): NewTake {
  count += 1;
  const id = `t_${String(count)}`;
  return {
    ...{ id, project, session: 's_1', shot: 'hero', phase: 'explore', server: 'studio', tool: 'generate_image' },
    ...{ kind: 'image', tier: 'budget', count: 1, digest: `digest-${id}`, promptKey: `key-${id}`, cluster: id },
    ...{ prompt: 'A fox', negativePrompt: '', shape: '', arguments: { prompt: 'A fox' } },
    ...change,
  };
}

async function hold(
  store: Store,
  change: Partial<NewTake> = {},
  { isStale = false, remark }: { readonly isStale?: boolean; readonly remark?: HoldInput['remark'] } = {},
): Promise<HoldOutcome> {
  const take = newTake(change);
  const shotVersion = (await store.shotVersion(project, take.shot)) - (isStale ? 1 : 0);
  const promptKeyCount = await store.promptKeyCount(project, take.promptKey);
  const accounts = [purse];
  return store.hold({
    take,
    amount: 10,
    accounts,
    lease,
    ttlMs: 60_000,
    remark,
    expect: { shotVersion, promptKeyCount },
  });
}

/** Everything that a decision reads, as one store tells it. */
async function picture(store: Store) {
  return {
    newest: await store.takes({ project, limit: mostNewest }),
    three: await store.takes({ project, limit: 3 }),
    sinceYes: await store.sinceYes(project),
    quick: await store.quickSpent(project, 0),
    accounts: await store.accounts([purse]),
    brief: await store.latestBrief(project),
    plan: await store.latestPlan(project),
  };
}

const circle: Record<string, unknown> = {};
circle['self'] = circle;
const unwritable = circle as unknown as HoldInput['remark'];

const asset = { id: 'a'.repeat(64), path: '/outputs/a.png', mimeType: 'image/png', bytes: 3 };

/** What may happen to a store, on the newest of its takes that it can happen to. */
const changes: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  hold: (store) => hold(store),
  'stale hold': (store) => hold(store, {}, { isStale: true }),
  'hold that is undone when it is nearly done': (store) =>
    hold(store, {}, { remark: unwritable }).then(
      () => expect.unreachable('a decision in a circle cannot be written'),
      () => undefined,
    ),
  dispatch: (store) => onNewest(store, 'held', (id) => store.dispatch(id, lease)),
  'dispatch of another lease': (store) => onNewest(store, 'held', (id) => store.dispatch(id, 'other')),
  settle: (store) =>
    onNewest(store, 'dispatched', (id) =>
      store.settle({
        ...{ take: id, outcome: 'succeeded', amount: 7, costSource: 'book', assets: [asset], who: 'gate' },
        result: { content: [] },
      }),
    ),
  release: (store) =>
    onNewest(store, 'held', (take) =>
      store.settle({ take, outcome: 'unbilled', amount: 0, costSource: 'book', assets: [], who: 'gate' }),
    ),
  doubt: (store) => onNewest(store, 'dispatched', (id) => store.doubt(id, 'lost')),
  'note job': (store) =>
    onNewest(store, 'dispatched', (id) => store.noteJob(id, { id: 'job-1', quote: { status: 'unknown' } as never })),
  keep: (store) => onNewest(store, 'posted', (id) => store.keep(id, { assets: [asset, { ...asset, bytes: 4 }] })),
  judge: (store) =>
    onNewest(store, 'posted', (id) =>
      store.saveFeedback(id, {
        ...{ id: `f_${String((count += 1))}`, strength: 'client', at: count },
        ...{ verdict: 'approve', keep: [], change: [], remove: [] },
      } as never),
    ),
  brief: (store) => store.saveBrief(project, `b_${String((count += 1))}`, { goal: 'a poster' } as never, count),
  recover: (store) => store.recover(0),
};

async function onNewest(store: Store, state: string, change: (take: string) => Promise<unknown>): Promise<unknown> {
  const found = (await store.takes({ project })).find((take) => take.state === state);
  return found && change(found.id);
}

const names = Object.keys(changes);

describe('the newest takes', () => {
  it('are remembered exactly as they stand in the file, whoever of two processes changed them', async () => {
    const step = fc.record({ change: fc.constantFrom(...names), second: fc.boolean(), turns: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        await rm(folder, { recursive: true, force: true });
        const [first, second] = [await open(), await open()];
        try {
          for (const { change, second: isSecond, turns } of steps) {
            await changes[change]?.(isSecond ? second : first);
            // In the same turn as the change, by the way that reads what is stored.
            for (const [one, other] of [
              [first, second],
              [second, first],
            ] as const) {
              const stored = await other.takes({ project });
              expect(await one.takes({ project, limit: mostNewest })).toEqual(stored.slice(0, mostNewest));
            }
            if (turns) await new Promise((resolve) => setImmediate(resolve));
            const fresh = await open();
            const wanted = await picture(fresh);
            await fresh.close();
            expect(await picture(first)).toEqual(wanted);
            expect(await picture(second)).toEqual(wanted);
          }
        } finally {
          await Promise.all([first.close(), second.close()]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('do not follow what a caller changes in its own hands', async () => {
    const store = await open();
    const args = { prompt: 'A fox', options: { seed: 1 } };
    await store.takes({ project, limit: mostNewest });
    await hold(store, { arguments: args });
    args.options.seed = 2;
    const [take] = await store.takes({ project, limit: mostNewest });
    expect(take?.arguments).toEqual({ prompt: 'A fox', options: { seed: 1 } });
    await store.close();
  });

  it('are no more than so many, newest first', async () => {
    const store = await open();
    await store.takes({ project, limit: mostNewest });
    for (let held = 0; held <= mostNewest; held += 1) await hold(store, { shot: `shot-${String(held)}` });
    const takes = await store.takes({ project, limit: mostNewest });
    expect(takes.map(({ shot }) => shot)).toEqual(
      Array.from({ length: mostNewest }, (_, index) => `shot-${String(mostNewest - index)}`),
    );
    expect(takes).toEqual((await store.takes({ project })).slice(0, mostNewest));
    await store.close();
  });

  it('are read each time where one of them is very long', async () => {
    const store = await open();
    await hold(store, { prompt: 'x'.repeat(60_000) });
    const before = await store.takes({ project, limit: mostNewest });
    const after = await store.takes({ project, limit: mostNewest });
    expect(after).toEqual(before);
    expect(after[0]).not.toBe(before[0]);
    await store.close();
  });
});
