import { describe, expect, it } from 'vitest';
import { sessionOf, storedAnswer } from '../../src/gate/stored-answer.js';
import type { Dispatched } from '../../src/gate/ports.js';
import { budgetOf, openBench, type GateBench } from '../fixtures/gate-bench.js';
import { takeOf } from '../fixtures/takes.js';

async function answerAfter(bench: GateBench, provider: Dispatched) {
  bench.respondWith(provider);
  await bench.run('a fox in snow');
  const [take] = await bench.store.takes({ project: 'poster' });
  if (take === undefined) throw new Error('no take was made');
  return storedAnswer(bench.ports, take, bench.session);
}

describe('the answer from store', () => {
  it('is the stored result of a take, with the budgets as they are now', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
    const result = { content: [{ type: 'text', text: 'made' }] };
    const answer = await answerAfter(bench, { kind: 'answer', result });
    expect(answer).toMatchObject({ kind: 'done', result, take: { state: 'posted', paid: 5_000_000 } });
    expect(answer.kind === 'done' && answer.accounts[0]).toMatchObject({ limit: 100_000_000, spent: 5_000_000 });
  });

  it('has what could not be fetched before', async () => {
    const bench = await openBench();
    const asset = { id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5, source: 'https://example.com/a' };
    const result = { content: [{ type: 'text', text: 'made' }] };
    const whole = { content: [{ type: 'resource_link', uri: 'file:///out/a1.png' }] };
    const late = { ...bench.ports, fetch: async () => ({ assets: [asset], result: whole, missing: [] }) };
    bench.respondWith({ kind: 'answer', result });
    await bench.run('a fox in snow');
    const [take] = await bench.store.takes({ project: 'poster' });
    if (take === undefined) throw new Error('no take was made');
    expect(await storedAnswer(late, take, bench.session)).toMatchObject({ result: whole, take: { assets: [asset] } });
    expect(await bench.store.result(take.id)).toEqual(whole);
  });

  it.each<[string, Dispatched, string]>([
    ['in doubt', { kind: 'lost', why: 'closed' }, 'in-doubt'],
    ['billed for nothing', { kind: 'answer', result: { isError: true, billed: true } }, 'failed-billed'],
    ['given back', { kind: 'not-sent', why: 'no server' }, 'unbilled'],
  ])('of a take that is %s says so', async (_, provider, why) => {
    const bench = await openBench();
    expect(await answerAfter(bench, provider)).toMatchObject({ kind: 'failed', why });
  });
});

describe('the session of a take', () => {
  it('is the stored one, or a stand-in that names it', async () => {
    const { ports, session } = await openBench();
    expect(await sessionOf(ports, takeOf())).toEqual(session);
    expect(await sessionOf(ports, takeOf({ session: 's_gone' }))).toMatchObject({ id: 's_gone', project: 'poster' });
  });
});
