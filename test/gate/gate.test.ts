import { describe, expect, it } from 'vitest';
import { InputRequired } from '../../src/gate/call-port.js';
import type { Dispatched } from '../../src/gate/ports.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { openBench, type GateBench } from '../fixtures/gate-bench.js';

const fox = 'A red fox in fresh snow at dawn';
const made: Dispatched = { kind: 'answer', result: { content: [{ type: 'text', text: 'made' }] } };

/** A provider that answers only when it is told to. */
function slowProvider(bench: GateBench): () => void {
  let finish: () => void = () => undefined;
  const answer = new Promise<Dispatched>((resolve) => {
    finish = () => resolve(made);
  });
  bench.respondWith(() => answer);
  return finish;
}

/** Lets everything that can go on go on. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function firstTake(bench: GateBench): Promise<string> {
  await settle();
  const [take] = await bench.store.takes({ project: 'poster' });
  return take?.id ?? '';
}

describe('a whole paid call', () => {
  it('is judged, held, sent and settled', async () => {
    const bench = await openBench();
    expect(await bench.run(fox)).toMatchObject({
      kind: 'done',
      take: { state: 'posted' },
      verdict: { outcome: 'allow' },
    });
    expect(bench.sent).toHaveLength(1);
  });

  it('that takes long is answered with its take, and goes on', async () => {
    const bench = await openBench();
    const finish = slowProvider(bench);
    const running = bench.run(fox);
    const take = await firstTake(bench);
    bench.pass(bench.ports.answerWithinMs);
    expect(await running).toMatchObject({ kind: 'running', take: { id: take } });
    finish();
    await bench.gate.idle();
    expect(await bench.gate.outcomeOf(take, 0)).toMatchObject({ kind: 'done', take: { state: 'posted' } });
  });

  it('that is refused sends nothing', async () => {
    const bench = await openBench();
    expect(await bench.run(fox, { model: 'best' })).toMatchObject({ kind: 'refused' });
    expect(bench.sent).toEqual([]);
  });

  it('is held back when the store fails, and nothing is sent', async () => {
    const store = openMemoryStore();
    const broken = { ...store, takes: () => Promise.reject(new Error('disk full')) };
    const bench = await openBench({ ports: { store: broken } });
    expect(await bench.run(fox)).toEqual({ kind: 'held-back', why: 'disk full' });
    expect(bench.sent).toEqual([]);
    expect(bench.warnings).toHaveLength(1);
  });

  it('that cannot be settled is left in doubt, never given back', async () => {
    const bench = await openBench({ ports: { keep: () => Promise.reject(new Error('no space')) } });
    expect(await bench.run(fox)).toMatchObject({
      kind: 'failed',
      why: 'no space',
      take: { state: 'in_doubt', held: 5_000_000 },
    });
  });

  it('lets a question to the person through', async () => {
    const question = new InputRequired('k', { message: 'Sure?', requestedSchema: {} });
    const bench = await openBench({
      policy: { levels: { 'plan-first': 'ask' } },
      ports: { ask: () => Promise.reject(question) },
    });
    await expect(bench.run(fox, { model: 'best' })).rejects.toBe(question);
  });
});

describe('a call that attaches to another', () => {
  it('gets the same answer, and nothing is paid twice', async () => {
    const bench = await openBench();
    const finish = slowProvider(bench);
    const one = bench.run(fox);
    await settle();
    const other = bench.run(fox);
    await settle();
    finish();
    expect(await one).toMatchObject({ kind: 'done', take: { paid: 5_000_000 } });
    expect(await other).toMatchObject({ kind: 'done', replayed: 'running' });
    expect(bench.sent).toHaveLength(1);
  });

  it('that ended gets the stored result', async () => {
    const bench = await openBench();
    await bench.run(fox, { seed: 7 });
    const again = await bench.run(fox, { seed: 7 });
    expect(again).toMatchObject({ kind: 'done', replayed: 'same-seed', result: { content: [{ text: 'made' }] } });
    expect(bench.sent).toHaveLength(1);
  });
});

describe('the library’s half calls', () => {
  it('check, mark as sent, and settle', async () => {
    const bench = await openBench();
    const checked = await bench.gate.check(bench.call(fox));
    if (checked.kind !== 'allow') throw new Error(checked.kind);
    expect(await bench.gate.dispatched(checked.ticket)).toBe(true);
    expect(await bench.gate.dispatched(checked.ticket)).toBe(false);
    const settled = await bench.gate.settle(checked.ticket, bench.call(fox).tool.profile, { content: [] });
    expect(settled).toMatchObject({ kind: 'done', take: { paid: 5_000_000 } });
  });

  it('check and release, or leave in doubt', async () => {
    const bench = await openBench({ policy: { levels: { 'await-feedback': 'off', rerun: 'off' } } });
    const first = await bench.gate.check(bench.call(fox));
    if (first.kind !== 'allow') throw new Error(first.kind);
    expect(await bench.gate.release(first.ticket)).toMatchObject({ state: 'released', held: 0 });
    const second = await bench.gate.check(bench.call(fox));
    if (second.kind !== 'allow') throw new Error(second.kind);
    await bench.gate.dispatched(second.ticket);
    expect(await bench.gate.doubt(second.ticket, 'no answer')).toMatchObject({ state: 'in_doubt', held: 5_000_000 });
  });
});

describe('the outcome of a take', () => {
  it('is not known of a take that is not', async () => {
    const bench = await openBench();
    expect(await bench.gate.outcomeOf('t_9', 1000)).toBeUndefined();
  });

  it('of another process is looked at until the time is over', async () => {
    const bench = await openBench();
    const checked = await bench.gate.check(bench.call(fox));
    const take = checked.kind === 'allow' ? checked.ticket.take.id : '';
    const looking = bench.gate.outcomeOf(take, 200);
    await settle();
    bench.pass(150);
    await settle();
    bench.pass(150);
    expect(await looking).toMatchObject({ kind: 'running', take: { id: take } });
  });

  it('of another process is told as soon as it is there', async () => {
    const bench = await openBench();
    const checked = await bench.gate.check(bench.call(fox));
    if (checked.kind !== 'allow') throw new Error(checked.kind);
    const looking = bench.gate.outcomeOf(checked.ticket.take.id, 10_000);
    await settle();
    await bench.gate.release(checked.ticket);
    bench.pass(150);
    expect(await looking).toMatchObject({ kind: 'failed', why: 'unbilled' });
  });
});
