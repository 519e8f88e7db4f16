import { foldBalances } from '../ledger/balance.js';
import type { AccountRef } from '../model/budget.js';
import type { Take } from '../model/take.js';
import { lease, project, purse, type Bench, type Scenario } from './store-contract-kit.js';

const runs = 12;
const steps = 60;
const capped: AccountRef = { ...purse, limit: 300 };
const tighter: AccountRef = { id: 'session:s_1', scope: 'session', subject: 's_1', limit: 180 };

/** Two grants: one that lapses soon and comes anew, and one that stays. */
function grants(now: number): AccountRef[] {
  const turn = Math.floor(now / 10_000);
  const common = { scope: 'grant', subject: '*' } as const;
  return [
    { ...common, id: `grant:*:month:${String(turn)}`, limit: 60, resetsAt: (turn + 1) * 10_000 },
    { ...common, id: 'grant:*:pack:once', limit: 120 },
  ];
}

/** Random sequences of operations: whatever happens in whatever order, the money adds up. */
export function randomContract(scenario: Scenario): void {
  for (let seed = 1; seed <= runs; seed += 1) {
    scenario(`money adds up after ${String(steps)} random operations (seed ${String(seed)})`, async (bench) => {
      await bench.store.saveSession({
        ...{ id: 's_1', project, principal: 'ada', client: 'test', openedAt: 1, seenAt: 1 },
      });
      const random = numbersFrom(seed);
      const takes: Take[] = [];
      for (let step = 0; step < steps; step += 1) {
        await operate(bench, random, takes);
        await expectSound(bench);
      }
    });
  }
}

/** Whole numbers below a bound, the same ones for the same seed (a linear congruential generator). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function operate(bench: Bench, random: (below: number) => number, takes: Take[]): Promise<void> {
  const { store, clock } = bench;
  const take = takes[random(takes.length)];
  const operation = random(10);
  if (operation < 4 || take === undefined) {
    const accounts = [[capped], [capped, tighter], [tighter]][random(3)] ?? [];
    const repeats = take !== undefined && random(4) === 0 ? { digest: take.digest } : {};
    const draw = random(2) === 0 ? grants(clock.now) : undefined;
    const outcome = await bench.hold({ amount: random(60), accounts, draw, ttlMs: 1 + random(5000), take: repeats });
    if (outcome.kind === 'held') takes.push(outcome.take);
  } else if (operation < 6) await store.dispatch(take.id, lease);
  else if (operation < 8) await bench.settle(take, { amount: random(3) === 0 ? 0 : random(80) });
  else if (operation === 8) await store.doubt(take.id, 'no answer');
  else {
    clock.now += random(4000);
    if (random(2) === 0) await store.beat(lease);
    await store.recover(3000);
  }
}

async function expectSound({ store, expect }: Bench): Promise<void> {
  const shared = [{ scope: 'grant', subject: '*' }] as const;
  const entries = await store.entries(project, shared);
  const folded = foldBalances(entries);
  for (const account of await store.accountsOf(project, shared)) {
    const { id, held, spent, limit = 0 } = account;
    expect({ id, held, spent }).toEqual({ id, ...(folded.get(id) ?? { held: 0, spent: 0 }) });
    const overruns = entries.filter((entry) => entry.account === id && entry.kind === 'overrun');
    const overrun = overruns.reduce((sum, entry) => sum + entry.spentDelta, 0);
    expect(held + spent, `${id} within its limit`).toBeLessThanOrEqual(limit + overrun);
    expect(0, `${id} holds no negative amount`).toBeLessThanOrEqual(held);
  }
  const open = await store.takes({ project, limit: 1000 });
  const money = open.reduce((sum, take) => sum + take.held, 0);
  const heldSomewhere = Math.max(...[...folded.values()].map((balance) => balance.held), 0);
  expect(heldSomewhere, 'every held amount belongs to a take').toBeLessThanOrEqual(money);
}
