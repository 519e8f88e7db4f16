import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../src/gate/answer.js';
import type { Dispatched, FetchOutputs } from '../../src/gate/ports.js';
import { settleAnswer, spend } from '../../src/gate/spend.js';
import type { JsonObject } from '../../src/model/json.js';
import {
  budgetOf,
  openBench,
  pictureTool,
  pricelessTool,
  type BenchOptions,
  type GateBench,
} from '../fixtures/gate-bench.js';

const { profile } = pictureTool();
const made = { content: [{ type: 'text', text: 'made' }] };

async function ticketOf(bench: GateBench): Promise<Ticket> {
  const checked = await bench.gate.check(bench.call('a fox in snow'));
  if (checked.kind !== 'allow') throw new Error(`expected a ticket, got ${checked.kind}`);
  return checked.ticket;
}

async function spent(provider: Dispatched, options: BenchOptions = {}) {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] }, ...options });
  bench.respondWith(provider);
  const ticket = await ticketOf(bench);
  const answer = await spend(bench.ports, profile, ticket, bench.dispatch, () => undefined);
  const [account] = await bench.store
    .accountsOf('poster')
    .then((all) => all.filter(({ scope }) => scope === 'session'));
  return { ...bench, answer, ticket, balance: { held: account?.held, spent: account?.spent } };
}

describe('a ticket that is spent', () => {
  it('is sent once with its arguments, posted, and answered with what is left', async () => {
    const { answer, sent, steps, balance, ticket } = await spent({ kind: 'answer', result: made });
    expect(answer).toMatchObject({ kind: 'done', result: made, take: { state: 'posted', paid: 5_000_000, held: 0 } });
    expect(sent).toEqual([
      { server: 'studio', tool: 'generate_image', arguments: { prompt: 'a fox in snow' }, take: ticket.take.id },
    ]);
    expect(steps).toEqual(['decided', 'held', 'dispatched', 'answered', 'kept', 'settled']);
    expect(balance).toEqual({ held: 0, spent: 5_000_000 });
  });

  it('gives its money back when the provider never got it', async () => {
    const { answer, balance } = await spent({ kind: 'not-sent', why: 'no server' });
    expect(answer).toMatchObject({
      kind: 'failed',
      why: 'no server',
      take: { state: 'released', outcome: 'unbilled' },
    });
    expect(balance).toEqual({ held: 0, spent: 0 });
  });

  it('keeps its money held when the answer was lost, and says why', async () => {
    const { answer, balance } = await spent({ kind: 'lost', why: 'the connection closed' });
    expect(answer).toMatchObject({ kind: 'failed', why: 'the connection closed', take: { state: 'in_doubt' } });
    expect(balance).toEqual({ held: 5_000_000, spent: 0 });
  });

  it.each([
    ['429 too many requests', 'released', { held: 0, spent: 0 }],
    ['the worker broke', 'in_doubt', { held: 5_000_000, spent: 0 }],
  ])('after the upstream’s own words "%s" is %s', async (said, state, expected) => {
    const patient = { ...profile, outcome: { ...profile.outcome, unbilledText: ['429 '] } };
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
    bench.respondWith({ kind: 'lost', why: said, said });
    const ticket = await ticketOf(bench);
    const answer = await spend(bench.ports, patient, ticket, bench.dispatch, () => undefined);
    expect(answer).toMatchObject({ kind: 'failed', take: { state } });
    const accounts = await bench.store.accountsOf('poster');
    expect(accounts.find(({ scope }) => scope === 'session')).toMatchObject(expected);
  });

  it.each<[object, string, object]>([
    [{ billed: false }, 'released', { held: 0, spent: 0 }],
    [{ billed: true }, 'posted', { held: 0, spent: 5_000_000 }],
    [{}, 'in_doubt', { held: 5_000_000, spent: 0 }],
  ])('after an error that says %j is %s', async (more, state, expected) => {
    const { answer, balance } = await spent({ kind: 'answer', result: { isError: true, ...more } });
    expect(answer).toMatchObject({ kind: 'failed', take: { state }, result: { isError: true } });
    expect(balance).toEqual(expected);
  });

  it('posts an overrun in full, beyond the budget if need be', async () => {
    const { balance } = await spent({ kind: 'answer', result: { ...made, cost: 120 } });
    expect(balance).toEqual({ held: 0, spent: 120_000_000 });
  });

  it('posts the book’s price and warns when the provider says less', async () => {
    const { balance, warnings } = await spent({ kind: 'answer', result: { ...made, cost: 1 } });
    expect(balance).toEqual({ held: 0, spent: 5_000_000 });
    expect(warnings).toHaveLength(1);
  });

  it('is never sent once its hold ran out', async () => {
    const bench = await openBench();
    const ticket = await ticketOf(bench);
    bench.pass(bench.ports.holdTtlMs + 1);
    const answer = await spend(bench.ports, profile, ticket, bench.dispatch, () => undefined);
    expect(answer).toMatchObject({ kind: 'failed', why: 'hold-expired', take: { state: 'released' } });
    expect(bench.sent).toEqual([]);
  });

  it('is never sent twice', async () => {
    const { ports, ticket, dispatch, sent } = await spent({ kind: 'answer', result: made });
    await spend(ports, profile, ticket, dispatch, () => undefined);
    expect(sent).toHaveLength(1);
  });
});

describe('a ticket that is settled', () => {
  it('keeps the outputs before it is posted, and answers with what was kept', async () => {
    const asset = { id: 'abc', path: '/out/a.png', mimeType: 'image/png', bytes: 7 };
    const kept = { content: [{ type: 'text', text: 'a link' }] };
    const { answer } = await spent(
      { kind: 'answer', result: made },
      { ports: { keep: async () => ({ assets: [asset], result: kept }) } },
    );
    expect(answer).toMatchObject({ kind: 'done', result: kept, take: { assets: [asset] } });
  });

  it.each<[string, JsonObject]>([
    ['settled', made],
    ['in doubt', { isError: true }],
  ])('is answered only once what was kept is safe on disk, when it is %s', async (_, result) => {
    const steps: string[] = [];
    const onDisk = async () => {
      await new Promise((done) => setTimeout(done, 50));
      steps.push('safe');
    };
    await spent({ kind: 'answer', result }, { ports: { keep: async () => ({ assets: [], result, safe: onDisk() }) } });
    steps.push('answered');
    expect(steps).toEqual(['safe', 'answered']);
  });

  it('at an unknown price, without a word on the cost, is for the person to settle', async () => {
    const bench = await openBench({ tools: [pricelessTool], policy: { levels: { 'unknown-price': 'note' } } });
    const ticket = await ticketOf(bench);
    await bench.gate.dispatched(ticket);
    const silent = await settleAnswer(bench.ports, pricelessTool.profile, ticket, made);
    expect(silent).toMatchObject({ kind: 'failed', take: { state: 'in_doubt' }, result: made });
  });

  it('at an unknown price costs what the provider says', async () => {
    const bench = await openBench({ tools: [pricelessTool], policy: { levels: { 'unknown-price': 'note' } } });
    const ticket = await ticketOf(bench);
    await bench.gate.dispatched(ticket);
    const told = await settleAnswer(bench.ports, pricelessTool.profile, ticket, { ...made, cost: 7 });
    expect(told).toMatchObject({ kind: 'done', take: { state: 'posted', paid: 7_000_000 } });
  });
});

describe('outputs that are only named by address', () => {
  const asset = { id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5, source: 'https://example.com/a' };
  const spentWith = async (fetch: FetchOutputs) => {
    const bench = await openBench();
    bench.respondWith({ kind: 'answer', result: made });
    const ticket = await ticketOf(bench);
    const answer = await spend({ ...bench.ports, fetch }, profile, ticket, bench.dispatch, () => undefined);
    return { ...bench, answer };
  };

  it('are fetched once the money is settled, and kept with the take', async () => {
    const states: string[] = [];
    const { answer, store } = await spentWith(async (take) => {
      states.push(take.state);
      return { assets: [asset], result: { content: [] }, missing: [] };
    });
    expect(states).toEqual(['posted']);
    expect(answer).toMatchObject({ kind: 'done', result: { content: [] }, take: { assets: [asset] }, missing: [] });
    expect((await store.takes({ project: 'poster' }))[0]?.assets).toEqual([asset]);
  });

  it('that cannot be fetched are told; the take stays paid for', async () => {
    const missing = [{ host: 'example.com', why: 'status: 404' }];
    const { answer } = await spentWith(async () => ({ assets: [], result: { content: [] }, missing }));
    expect(answer).toMatchObject({ kind: 'done', result: made, missing, take: { state: 'posted' } });
  });

  it('do no harm where fetching itself breaks', async () => {
    const { answer, warnings } = await spentWith(() => Promise.reject(new Error('disk full')));
    expect(answer).toMatchObject({ kind: 'done', result: made, take: { state: 'posted' } });
    expect(warnings).toHaveLength(1);
  });
});
