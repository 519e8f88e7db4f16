import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/gate/answer.js';
import { sayCall } from '../../src/feedback/call-text.js';
import { openTexts } from '../../src/feedback/texts.js';
import { editTool } from '../fixtures/edit-tools.js';
import { budgetOf, openBench, pictureTool, type BenchOptions, type GateBench } from '../fixtures/gate-bench.js';
import { briefBody } from '../fixtures/brief.js';
import { itemOf, planOf, takeOf } from '../fixtures/takes.js';

const texts = openTexts();
const fox = 'A red fox in fresh snow at dawn';
const budgets = [budgetOf('session', 100)];

async function said(run: (bench: GateBench) => Promise<CallAnswer>, options: BenchOptions = { policy: { budgets } }) {
  const bench = await openBench(options);
  const answer = await run(bench);
  const { text, data, isError } = sayCall(texts, answer);
  expect(text).not.toMatch(/\{\{|undefined|\[object|NaN/);
  return { text, data, isError, answer };
}

describe('a call that was made', () => {
  it('is told with its take, its cost, what is left and what comes next', async () => {
    const { text, data, isError } = await said((bench) => bench.run(fox));
    expect(isError).toBe(false);
    expect(text).toMatch(/Take t_\d+ on quick-1\/explore with draft: 5 credits/);
    expect(text).toContain('95 of 100 (session)');
    expect(text).toContain('`feedback`');
    expect(data).toMatchObject({
      status: 'done',
      paid: 5,
      replayed: false,
      next: 'feedback',
      budgets: [{ left: 95 }, {}],
    });
  });

  it('says what was changed before it was sent', async () => {
    const { text, data } = await said((bench) => bench.run(fox, { count: 4 }));
    expect(text).toContain('[one-version/more-than-one] 4 versions were asked for; 1 is made');
    expect(data).toMatchObject({
      findings: [{ rule: 'one-version', level: 'fix' }],
    });
  });

  it('has the cheaper call that a note names ready for the next one', async () => {
    const slow = editTool('slow', { kind: 'image', lane: 'relaxed' });
    const { text } = await said((bench) => bench.run(fox), { tools: [pictureTool(), slow] });
    expect(text).toContain(
      '[cheaper-lane/not-urgent] `studio_slow` does this in its relaxed lane for 3 credits, 2 less',
    );
    expect(text).toMatch(/Ready: `studio_slow` \{"prompt":"A red fox.*\} \(3 credits\)/);
  });

  it('of a planned batch says how far the batch is, and asks for the word on it only at its end', async () => {
    const bench = await openBench({ policy: { budgets } });
    const { id: _id, project: _project, version: _version, ...plan } = planOf(itemOf({ prompt: fox, count: 2 }));
    await bench.store.saveBrief('poster', 'b_1', briefBody, bench.ports.clock());
    await bench.store.savePlan('poster', 'p_1', plan);
    const made = async (seed: number) => sayCall(texts, await bench.run(fox, { seed }));
    const first = await made(1);
    expect(first.text).toContain('1 of 2 planned versions are made');
    expect(first.text).not.toContain('before anything else');
    expect(first.data).toMatchObject({ next: 'batch', batch: { made: 1, planned: 2 } });
    const last = await made(2);
    expect(last.text).toContain('before anything else');
    expect(last.data).toMatchObject({ next: 'feedback', batch: { made: 2, planned: 2 } });
  });

  it('says so when it was answered from store, for nothing', async () => {
    const { text, data } = await said(async (bench) => {
      await bench.run(fox, { seed: 7 });
      return bench.run(fox, { seed: 7 });
    });
    expect(text).toContain('nothing was paid');
    expect(data).toMatchObject({ replayed: true });
  });
});

describe('a call that was refused', () => {
  it('is told with codes, price, reasons and what to do instead', async () => {
    const { text, data, isError } = await said((bench) => bench.run(fox, { model: 'best' }));
    expect(isError).toBe(true);
    expect(text).toMatch(/^REFUSED .*budget\/hard.* nothing was spent · as asked it would cost 300 credits/);
    expect(text).toContain('[plan-first/no-brief]');
    expect(text).toContain('Instead: ');
    expect(data).toMatchObject({ status: 'refused', outcome: 'block', price: 300 });
    expect(data['instead']).toContainEqual({ tool: 'brainstorm', arguments: {} });
  });

  it('names the request that waits for the person', async () => {
    const policy = { ask: { above: 1_000_000, every: 1_000_000_000 } };
    const { text, data } = await said((bench) => bench.run(fox), { policy });
    const { id } = data['approval'] as { id: string };
    expect(text).toContain(`greenlight approve ${id}`);
    expect(text).toContain('2026-11-22T12:15:00.000Z');
    expect(data).toMatchObject({ outcome: 'ask', approval: { state: 'pending' } });
  });

  it('tells the person’s no in their words', async () => {
    const policy = { ask: { above: 1_000_000, every: 1_000_000_000 } };
    const { text } = await said(
      (bench) => {
        bench.answerWith({ kind: 'no', note: 'not today' });
        return bench.run(fox);
      },
      { policy },
    );
    expect(text).toContain('The person said no: not today.');
  });

  it('says how a nudge is answered', async () => {
    const policy = { levels: { 'rerun/certain': 'nudge', 'await-feedback': 'off' } } as const;
    const { text } = await said(
      async (bench) => {
        await bench.run(fox);
        return bench.run(fox);
      },
      { policy },
    );
    expect(text).toContain('greenlight.because');
    expect(text).toMatch(/same prompt as t_\d+: nothing changed/);
  });
});

describe('a call that failed', () => {
  it.each([
    ['FAILED', { kind: 'answer', result: { isError: true, billed: false } }, 'failed-unbilled'],
    ['FAILED', { kind: 'answer', result: { isError: true, billed: true } }, 'failed-billed'],
    ['IN DOUBT', { kind: 'lost', why: 'the connection closed' }, 'in-doubt'],
    ['NOT SENT', { kind: 'not-sent', why: 'no such program' }, 'not-sent'],
  ] as const)('says %s after %j', async (word, provider, status) => {
    const { text, data, isError } = await said((bench) => {
      bench.respondWith(provider);
      return bench.run(fox);
    });
    expect(text.startsWith(word)).toBe(true);
    expect(data['status']).toBe(status);
    expect(isError).toBe(true);
  });

  it('and was not billed says that nothing was spent', async () => {
    const { text } = await said((bench) => {
      bench.respondWith({ kind: 'answer', result: { isError: true, billed: false } });
      return bench.run(fox);
    });
    expect(text).toContain('nothing was spent');
    expect(text).not.toContain('0 credits');
  });

  it('in doubt says how much stays held', async () => {
    const { text } = await said((bench) => {
      bench.respondWith({ kind: 'lost', why: 'the connection closed' });
      return bench.run(fox);
    });
    expect(text).toContain('5 credits stay held');
  });
});

describe('every other answer', () => {
  it.each<[CallAnswer, string]>([
    [{ kind: 'bad-arguments', problems: [{ path: 'n', found: '0', expected: 'a count' }] }, 'n is 0, expected a count'],
    [{ kind: 'bad-session', code: 'session-foreign', session: 's_9' }, 'session-foreign'],
    [{ kind: 'call-id-conflict', take: takeOf({ id: 't_7' }) }, 't_7'],
    [{ kind: 'contended' }, 'contended'],
    [{ kind: 'held-back', why: 'disk full' }, 'disk full'],
  ])('says why and that nothing was spent: %j', (answer, expected) => {
    const { text, data, isError } = sayCall(texts, answer);
    expect(text).toContain(expected);
    expect(text.toLowerCase()).toContain('nothing was spent');
    expect(text).not.toMatch(/\{\{|undefined|\[object/);
    expect(data['status']).toBe(answer.kind);
    expect(isError).toBe(true);
  });

  it('is no error while the call is running, and says not to call again', () => {
    const session = { id: 's_1', project: 'poster', principal: 'me', client: 't', openedAt: 0, seenAt: 0 };
    const { text, isError } = sayCall(texts, { kind: 'running', take: takeOf({ id: 't_7' }), session });
    expect(text).toMatch(/^RUNNING t_7 .*Do not call again/);
    expect(isError).toBe(false);
  });
});
