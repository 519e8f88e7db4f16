import { describe, expect, it } from 'vitest';
import { decideApproval } from '../../src/gate/flow/decide-approval.js';
import { isJsonObject } from '../../src/model/json.js';
import { imageTool, onBench, promptOf, type Bench, type BenchOptions } from './harness.js';
import type { Answer, DialogAnswer } from './parts/gateway.js';

const call = { prompt: promptOf(12), model: 'sdxl' };
/** Every call of 40 credits needs a yes here. */
const strict: BenchOptions = { config: { ask: { above: 30, every: 100_000, minutes: 15 } } };
const yes: DialogAnswer = { action: 'accept', content: { decision: 'yes' } };

/** One call of a client whose person answers every question in the same way. */
function answering(bench: Bench, answer: DialogAnswer, questions: string[] = []): Promise<Answer> {
  const dialog = (message: string): DialogAnswer => {
    questions.push(message);
    return answer;
  };
  return bench.start({ dialog }).then((gateway) => gateway.call(imageTool, call));
}

/** The id of the request that an answer says is waiting. */
function requestIn(answer: Answer): string {
  const approval = answer.data['approval'];
  const id = isJsonObject(approval) ? approval['id'] : undefined;
  if (typeof id !== 'string') throw new Error(`no request waits: ${answer.text}`);
  return id;
}

function approve(bench: Bench, id: string): Promise<unknown> {
  return bench.store((store) => decideApproval(store, id, { state: 'approved', strength: 'person' }));
}

describe('asking in the client', () => {
  it('lets the call pass after a yes, which says what is bought and for how much', () =>
    onBench(strict, async (bench) => {
      const questions: string[] = [];
      const answer = await answering(bench, yes, questions);
      expect(answer.data).toMatchObject({ status: 'done', paid: 40 });
      expect(questions).toHaveLength(1);
      expect(questions[0]).toContain('40 credits');
      const approvals = await bench.store((store) => store.approvals('scenario'));
      expect(approvals).toMatchObject([{ state: 'consumed', strength: 'client' }]);
    }));

  it.each<[string, DialogAnswer]>([
    ['a no', { action: 'accept', content: { decision: 'no', note: 'too dear' } }],
    ['a slow decline', { action: 'decline', afterMs: 500 }],
  ])('takes %s as final', (_, answer) =>
    onBench(strict, async (bench) => {
      const refused = await answering(bench, answer);
      expect(refused.text).toContain('The person said no');
      expect(await bench.store((store) => store.approvals('scenario'))).toMatchObject([{ state: 'denied' }]);
      expect(bench.journal()).toEqual([]);
    }),
  );

  it.each<[string, DialogAnswer]>([
    ['a decline that no person can have given so fast', { action: 'decline' }],
    ['a closed dialog', { action: 'cancel', afterMs: 400 }],
  ])('leaves the request open after %s', (_, answer) =>
    onBench(strict, async (bench) => {
      const pending = await answering(bench, answer);
      expect(pending.text).toContain(`request \`${requestIn(pending)}\` waits`);
      expect(await bench.store((store) => store.approvals('scenario'))).toMatchObject([{ state: 'pending' }]);
      expect(bench.journal()).toEqual([]);
    }),
  );
});

describe('a yes from outside the client', () => {
  it('releases exactly the call it was given for, once', () =>
    onBench(strict, async (bench) => {
      const gateway = await bench.start();
      const pending = await gateway.call(imageTool, call);
      const repeated = await gateway.call(imageTool, call);
      expect(requestIn(repeated)).toBe(requestIn(pending));
      await approve(bench, requestIn(pending));
      const done = await gateway.call(imageTool, call);
      expect(done.data).toMatchObject({ status: 'done', paid: 40 });
      await gateway.call('feedback', { take: done.data['take'], verdict: 'reject', change: ['everything'] });
      const next = await gateway.call(imageTool, { ...call, prompt: promptOf(13) });
      expect(requestIn(next)).not.toBe(requestIn(pending));
      expect(bench.journal()).toHaveLength(1);
    }));

  it.each([
    ['arguments', { ...call, width: 512 }],
    ['model, and with it another price', { ...call, model: 'flux-2-dev' }],
  ])('does not release a call with other %s', (_, other) =>
    onBench(strict, async (bench) => {
      const gateway = await bench.start();
      const pending = await gateway.call(imageTool, call);
      await approve(bench, requestIn(pending));
      const asked = await gateway.call(imageTool, other);
      expect(requestIn(asked)).not.toBe(requestIn(pending));
      expect(bench.journal()).toEqual([]);
    }),
  );

  it('is used up by one of two equal calls of two processes at the same moment', () =>
    onBench({ ...strict, latencyMs: 300 }, async (bench) => {
      const gateways = await bench.startAll(2);
      const pending = await gateways[0]?.call(imageTool, call);
      if (pending === undefined) throw new Error('no answer');
      await approve(bench, requestIn(pending));
      const answers = await Promise.all(gateways.map((gateway) => gateway.call(imageTool, call)));
      expect(new Set(answers.map((answer) => answer.data['take'])).size).toBe(1);
      expect(bench.journal()).toHaveLength(1);
    }));

  it('comes too late when the request has run out', () =>
    onBench({ config: { ask: { above: 30, every: 100_000, minutes: 0.01 } } }, async (bench) => {
      const gateway = await bench.start();
      const pending = await gateway.call(imageTool, call);
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(await approve(bench, requestIn(pending))).toMatchObject({ problem: 'not-pending' });
      const again = await gateway.call(imageTool, call);
      expect(requestIn(again)).not.toBe(requestIn(pending));
      expect(bench.journal()).toEqual([]);
    }));

  it('raises the budget that was asked for, for calls of processes that run already', () =>
    onBench({ config: { budgets: [{ scope: 'session', limit: 50 }] } }, async (bench) => {
      const gateway = await bench.start();
      await gateway.call(imageTool, call);
      const other = { prompt: promptOf(250), model: 'sdxl', greenlight: { shot: 'other' } };
      expect((await gateway.call(imageTool, other)).data['code']).toBe('budget/hard');
      const wish = await gateway.call('budget', { limit: 100 });
      expect(wish.data['status']).toBe('kept');
      await approve(bench, requestIn(wish));
      expect((await gateway.call('budget')).data['budgets']).toMatchObject([{ scope: 'session', limit: 100 }, {}]);
      expect((await gateway.call(imageTool, other)).data['status']).toBe('done');
    }));

  it('cannot lift a budget above its hard line', () =>
    onBench({ config: { ...strict.config, budgets: [{ scope: 'session', limit: 50 }] } }, async (bench) => {
      const gateway = await bench.start();
      const pending = await gateway.call(imageTool, call);
      await approve(bench, requestIn(pending));
      await gateway.call('budget', { limit: 20 });
      const refused = await gateway.call(imageTool, call);
      expect(refused.data['code']).toContain('budget/hard');
      expect(bench.journal()).toEqual([]);
    }));
});
