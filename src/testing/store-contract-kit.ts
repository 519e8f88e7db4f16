import { foldBalances } from '../ledger/balance.js';
import type { AccountRef } from '../model/budget.js';
import type { Take } from '../model/take.js';
import type { HoldInput, HoldOutcome, NewTake, Settlement, Store } from '../gate/store-port.js';

/** The checks that the suites use; vitest's and Jest's `expect` fit. */
export interface Checks {
  toBe(wanted: unknown): unknown;
  toEqual(wanted: unknown): unknown;
  toMatchObject(wanted: object): unknown;
  toBeUndefined(): unknown;
  toBeGreaterThan(wanted: number): unknown;
  toBeLessThanOrEqual(wanted: number): unknown;
  readonly rejects: { toThrow(wanted?: RegExp): Promise<unknown> };
}

/** The functions of a test runner that the suites use. */
export interface TestFunctions {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
  readonly expect: (value: unknown, message?: string) => Checks;
}

/** A fresh store with a clock that only the suite moves. */
export interface StoreHarness {
  readonly store: Store;
  /** The clock that the store was opened with; epoch milliseconds. */
  readonly clock: { now: number };
  /** Closes the store and removes what it left. */
  end(): Promise<void>;
}

/** What a hold in a suite says differently from the usual one. */
export type HoldChange = Partial<Omit<HoldInput, 'take'>> & { readonly take?: Partial<NewTake> | undefined };

/** A store on the bench: the store itself, and shorthands that fill in the usual values. */
export interface Bench {
  readonly store: Store;
  readonly clock: { now: number };
  readonly expect: TestFunctions['expect'];
  /** Holds with fresh ids and the versions that are current, unless told otherwise. */
  hold(change?: HoldChange): Promise<HoldOutcome>;
  /** Holds and expects it to succeed. */
  held(change?: HoldChange): Promise<Take>;
  /** Holds and dispatches, expecting both to succeed. */
  dispatched(change?: HoldChange): Promise<Take>;
  settle(take: Take, change: Partial<Settlement>): Promise<Take>;
  /** Held and spent of an account. */
  balance(ref?: AccountRef): Promise<{ held: number; spent: number }>;
}

/** Declares one test on a fresh store; afterwards the balances must equal the fold of the entries. */
export type Scenario = (name: string, body: (bench: Bench) => Promise<void>) => void;

/** The project that scenarios work on. */
export const project = 'poster';

/** The lease that scenarios hold under. */
export const lease = 'lease-1';

/** The project's account without a limit. */
export const purse: AccountRef = { id: `project:${project}`, scope: 'project', subject: project };

/** The usual take; ids and digests are made by the bench. */
const usual = {
  project,
  session: 's_1',
  shot: 'hero-image',
  phase: 'explore',
  server: 'studio',
  tool: 'generate_image',
  kind: 'image',
  tier: 'budget',
  count: 1,
  promptKey: 'fox snow',
  prompt: 'A fox in the snow',
  negativePrompt: '',
  shape: '',
  arguments: { prompt: 'A fox in the snow' },
} as const;

/** Makes the function that declares scenarios for one kind of store. */
export function scenarios(open: () => Promise<StoreHarness>, { it, expect }: TestFunctions): Scenario {
  return (name, body) => {
    it(name, async () => {
      const harness = await open();
      try {
        await body(bench(harness, expect));
        await expectBalanced(harness.store, expect);
      } finally {
        await harness.end();
      }
    });
  };
}

/** Checks that the cached balances of the usual project are the fold of its entries. */
export async function expectBalanced(store: Store, expect: TestFunctions['expect']): Promise<void> {
  const shared = [{ scope: 'grant', subject: '*' }] as const;
  const folded = foldBalances(await store.entries(project, shared));
  for (const { id, held, spent } of await store.accountsOf(project, shared)) {
    expect({ id, held, spent }).toEqual({ id, ...(folded.get(id) ?? { held: 0, spent: 0 }) });
  }
}

function bench({ store, clock }: StoreHarness, expect: TestFunctions['expect']): Bench {
  let count = 0;
  const hold = async (change: HoldChange = {}) => {
    count += 1;
    const id = `t_${String(count)}`;
    const take: NewTake = { ...usual, id, cluster: id, digest: `digest-${id}`, ...change.take };
    const shotVersion = await store.shotVersion(take.project, take.shot);
    const promptKeyCount = await store.promptKeyCount(take.project, take.promptKey);
    const rest = { amount: 10, accounts: [purse], lease, ttlMs: 60_000, expect: { shotVersion, promptKeyCount } };
    return store.hold({ ...rest, ...change, take });
  };
  const held = async (change: HoldChange = {}) => {
    const outcome = await hold(change);
    if (outcome.kind !== 'held') throw new Error(`expected a hold, got ${outcome.kind}`);
    return outcome.take;
  };
  return {
    store,
    clock,
    expect,
    hold,
    held,
    dispatched: async (change) => {
      const take = await held(change);
      expect(await store.dispatch(take.id, change?.lease ?? lease)).toBe(true);
      return { ...take, state: 'dispatched' };
    },
    settle: (take, change) =>
      store.settle({
        ...{ take: take.id, outcome: 'succeeded', amount: take.held, costSource: 'book', assets: [], who: 'gate' },
        ...change,
      }),
    balance: async (ref = purse) => {
      const [account] = await store.accounts([ref]);
      return { held: account?.held ?? NaN, spent: account?.spent ?? NaN };
    },
  };
}
