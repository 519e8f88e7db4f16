import { describe, expect, it, vi } from 'vitest';
import { sessionOf, storedAnswer } from '../../src/gate/stored-answer.js';
import type { Dispatched, KeepOutputs } from '../../src/gate/ports.js';
import { spend } from '../../src/gate/spend.js';
import { markedUnwritten } from '../../src/model/unwritten.js';
import { budgetOf, openBench, pictureTool, type GateBench } from '../fixtures/gate-bench.js';
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

  it('has what could not be written before, and says it as long as it cannot', async () => {
    const bench = await openBench();
    const asset = { id: 'a1', path: '/out/a1.png', mimeType: 'image/png', bytes: 5 };
    const result = { content: [{ type: 'image', data: 'AAAA' }] };
    const marked = markedUnwritten(result, 'ENOSPC: no space left on device');
    const ports = { ...bench.ports, keep: async () => ({ assets: [], result: marked }) };
    const ticket = await bench.gate.check(bench.call('a fox in snow'));
    if (ticket.kind !== 'allow') throw new Error('no ticket');
    const answer = async () => ({ kind: 'answer', result }) as const;
    const first = await spend(ports, pictureTool().profile, ticket.ticket, answer, () => undefined);
    const missing = [{ host: 'disk', why: 'ENOSPC: no space left on device' }];
    expect(first).toMatchObject({ kind: 'done', result: marked, missing });
    const { id } = ticket.ticket.take;
    const look = async (keep: KeepOutputs) => {
      const take = await bench.store.take(id);
      if (take === undefined) throw new Error('no take was made');
      return storedAnswer({ ...bench.ports, keep }, take, bench.session);
    };
    expect(await look(ports.keep)).toMatchObject({ kind: 'done', missing, take: { assets: [] } });
    expect(await look(() => Promise.reject(new Error('broken')))).toMatchObject({ kind: 'done', missing });
    const lean = { content: [{ type: 'resource_link', uri: 'file:///out/a1.png' }] };
    const heard = vi.fn<KeepOutputs>(async () => ({ assets: [asset], result: lean }));
    const whole = await look(heard);
    expect(heard.mock.calls[0]?.slice(1)).toEqual([marked, true]);
    expect(whole).toMatchObject({ kind: 'done', result: lean, take: { assets: [asset] } });
    expect(whole).not.toHaveProperty('missing');
    expect(await bench.store.result(id)).toEqual(lean);
    await look(() => Promise.reject(new Error('asked again')));
    expect((await bench.store.take(id))?.assets).toEqual([asset]);
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
