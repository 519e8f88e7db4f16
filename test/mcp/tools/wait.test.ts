import { describe, expect, it } from 'vitest';
import type { Approval } from '../../../src/model/approval.js';
import { approvalOf } from '../../fixtures/approval.js';
import { startAt } from '../../fixtures/gate-bench.js';
import { openOwnTools, type OwnToolBench } from '../../fixtures/own-tools.js';

/** Own tools on which waiting is over at once. */
async function waiting(changes: Partial<Approval> = {}): Promise<OwnToolBench> {
  const made: { bench?: OwnToolBench } = {};
  const wait = async (ms: number): Promise<void> => made.bench?.pass(ms);
  const bench = await openOwnTools({ ports: { wait } });
  made.bench = bench;
  await bench.store.openApproval(approvalOf({ at: startAt, expiresAt: startAt + 900_000, ...changes }));
  return bench;
}

describe('the wait tool', () => {
  it('waits at most 25 seconds, says so meanwhile, and how the person decides', async () => {
    const bench = await waiting();
    const { text, structured } = await bench.use('wait', { request: 'a_1' });
    expect(bench.ports.clock() - startAt).toBe(25_000);
    expect(bench.progress).toEqual(
      [5, 10, 15, 20, 25].map((seconds) => ({
        progress: seconds,
        total: 25,
        message: `Waiting for the person on a_1 (${String(seconds)} s).`,
      })),
    );
    expect(text).toContain('`greenlight approve a_1`');
    expect(structured).toMatchObject({
      ...{ request: 'a_1', state: 'pending', credits: 300, needs: 'client', expires: '2026-11-22T12:15:00.000Z' },
      next: { tool: 'wait', arguments: { request: 'a_1' } },
    });
  });

  it('says the exact call to repeat after a yes', async () => {
    const bench = await waiting();
    await bench.store.decideApproval('a_1', { state: 'approved', strength: 'person', note: 'go' });
    const { text, structured } = await bench.use('wait', { request: 'a_1' });
    expect(text).toContain('APPROVED a_1 (person)');
    expect(text).toContain('“go”');
    expect(text).toContain('repeat exactly: `studio_generate_image` {"prompt":"a red fox"}');
    expect(structured).toMatchObject({ next: { tool: 'studio_generate_image', arguments: { prompt: 'a red fox' } } });
  });

  it('does not repeat a very long call in the text', async () => {
    const prompt = 'fox '.repeat(2000);
    const bench = await waiting({ detail: JSON.stringify({ tool: 'draw', arguments: { prompt } }) });
    await bench.store.decideApproval('a_1', { state: 'approved', strength: 'client' });
    const { text, structured } = await bench.use('wait', { request: 'a_1' });
    expect(text).toContain('repeat exactly: the same call as before');
    expect(structured).toMatchObject({ next: { arguments: { prompt } } });
  });

  it('passes on why the person said no, and what would be cheaper', async () => {
    const instead = [{ tool: 'studio_generate_image', arguments: { model: 'draft' }, amount: 5_000_000 }];
    const bench = await waiting({ detail: JSON.stringify({ tool: 'draw', instead }) });
    await bench.store.decideApproval('a_1', { state: 'denied', strength: 'person', note: 'draft first' });
    const { text, structured } = await bench.use('wait', { request: 'a_1' });
    expect(text).toContain('“draft first”');
    expect(text).toContain('next: `studio_generate_image` {"model":"draft"}');
    expect(structured).toMatchObject({ state: 'denied', note: 'draft first', next: { tool: 'studio_generate_image' } });
  });

  it.each([
    ['plan-item', 'step fox/select of the plan is accepted'],
    ['budget', 'the budget is raised'],
  ] as const)('says what a yes to a %s opened', async (subject, words) => {
    const bench = await waiting({ subject, detail: JSON.stringify({ item: 'fox/select' }) });
    await bench.store.decideApproval('a_1', { state: 'approved', strength: 'client' });
    expect((await bench.use('wait', { request: 'a_1' })).text).toContain(words);
  });

  it('says that nobody decided in time', async () => {
    const bench = await waiting();
    bench.pass(900_000);
    const { text, structured } = await bench.use('wait', { request: 'a_1' });
    expect(text).toContain('EXPIRED a_1');
    expect(structured['state']).toBe('expired');
  });

  it('says that an amount takes the person’s own yes', async () => {
    const bench = await waiting({ reasons: ['in-person/above'] });
    const { text, structured } = await bench.use('wait', { request: 'a_1', seconds: 0 });
    expect(text).toContain('with their password');
    expect(structured['needs']).toBe('person');
  });

  it('waits for a take as `take` does', async () => {
    const bench = await waiting();
    const take = await bench.make('a red fox', 'fox');
    expect((await bench.use('wait', { request: take })).structured).toMatchObject({ take, state: 'posted' });
  });

  it('knows no other requests', async () => {
    const bench = await waiting();
    const { isError, structured } = await bench.use('wait', { request: 'a_9' });
    expect(isError).toBe(true);
    expect(structured).toMatchObject({ code: 'no-such-approval' });
  });
});
