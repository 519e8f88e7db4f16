import { describe, expect, it } from 'vitest';
import type { CheckAnswer } from '../../src/gate/answer.js';
import { check, type PaidCall } from '../../src/gate/judge.js';
import { makePlan } from '../../src/gate/flow/make-plan.js';
import { planStepSchema } from '../../src/model/plan.js';
import { briefBody } from '../fixtures/brief.js';
import { budgetOf, openBench, pictureTool, type GateBench } from '../fixtures/gate-bench.js';

const fox = 'A red fox in fresh snow at dawn';
const boat = 'A fishing boat in a calm harbour, charcoal drawing';
const asking = { ask: { above: 20_000_000, every: 1_000_000_000 }, levels: { 'plan-first': 'off' } } as const;

const judged = (bench: GateBench, ...call: Parameters<GateBench['call']>): Promise<CheckAnswer> =>
  check(bench.ports, bench.call(...call));

function codesOf(answer: CheckAnswer): string[] {
  return answer.kind === 'refused' ? answer.verdict.findings.map(({ rule, code }) => `${rule}/${code}`) : [answer.kind];
}

async function balance(bench: GateBench) {
  const accounts = await bench.store.accountsOf('poster');
  return accounts.filter(({ scope }) => scope === 'session').map(({ held, spent }) => ({ held, spent }))[0];
}

describe('a call that may be made', () => {
  it('has its money held in every budget and its arguments as they were given', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
    expect(await judged(bench, fox)).toMatchObject({
      kind: 'allow',
      ticket: { arguments: { prompt: fox }, take: { state: 'held', held: 5_000_000, shot: 'quick-1', model: 'draft' } },
    });
    expect(await balance(bench)).toEqual({ held: 5_000_000, spent: 0 });
  });

  it('is sent in its cheaper form where a rule cut it down', async () => {
    const bench = await openBench();
    expect(await judged(bench, fox, { count: 4 })).toMatchObject({
      kind: 'allow',
      ticket: { arguments: { prompt: fox, count: 1 }, take: { count: 1, held: 5_000_000 }, verdict: { fixed: true } },
    });
  });

  it('is remembered with its take', async () => {
    const bench = await openBench();
    const answer = await judged(bench, fox);
    const take = answer.kind === 'allow' ? answer.ticket.take.id : '';
    expect(await bench.store.remarks('poster')).toMatchObject([{ outcome: 'allow', take, passed: 5_000_000 }]);
  });
});

describe('a call in shadow mode', () => {
  it('is remembered with what would have become of it, and at which price', async () => {
    const bench = await openBench({ policy: { mode: 'shadow' } });
    await judged(bench, fox, { count: 4 });
    await judged(bench, boat, { model: 'best' });
    expect(await bench.store.remarks('poster')).toMatchObject([
      { outcome: 'allow', asked: 20_000_000, passed: 20_000_000, shadow: { outcome: 'allow', passed: 5_000_000 } },
      { outcome: 'allow', asked: 300_000_000, passed: 300_000_000, shadow: { outcome: 'block' } },
    ]);
  });

  it('is not said to be in shadow where the rules are off', async () => {
    const bench = await openBench({ policy: { mode: 'off' } });
    await judged(bench, fox);
    expect((await bench.store.remarks('poster'))[0]?.shadow).toBeUndefined();
  });
});

describe('a call that may not be made', () => {
  it('is refused with every reason, holds nothing and is remembered', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 10)] } });
    const answer = await judged(bench, fox, { model: 'best' });
    expect(answer).toMatchObject({ kind: 'refused', verdict: { outcome: 'block' }, placement: { shot: 'quick-1' } });
    expect(codesOf(answer)).toEqual(expect.arrayContaining(['budget/hard', 'plan-first/no-brief']));
    expect(await balance(bench)).toEqual({ held: 0, spent: 0 });
    expect(await bench.store.remarks('poster')).toMatchObject([{ outcome: 'block', asked: 300_000_000 }]);
    expect(bench.asked).toEqual([]);
  });

  it.each<[string, Partial<PaidCall>, object]>([
    ['cannot be read', { arguments: { count: 0 } }, { kind: 'bad-arguments', problems: [{ path: 'count' }] }],
    ['names no session', { hints: { session: 's_9' } }, { kind: 'bad-session', code: 'session-unknown' }],
  ])('because it %s says so', async (_, change, expected) => {
    const bench = await openBench();
    expect(await check(bench.ports, { ...bench.call(fox), ...change })).toMatchObject(expected);
  });

  it('a second time on the same shot waits for a word on the first', async () => {
    const bench = await openBench();
    await bench.run(fox);
    expect(codesOf(await judged(bench, `${fox}, an old windmill behind it`))).toEqual(['await-feedback/waiting']);
  });

  it('passes after a nudge with one line of reason, once', async () => {
    const bench = await openBench({ policy: { levels: { 'rerun/certain': 'nudge', 'await-feedback': 'off' } } });
    await bench.run(fox);
    expect(codesOf(await judged(bench, fox, {}, { because: 'told in advance' }))).toEqual(['rerun/certain']);
    const answer = await bench.run(fox, {}, { because: 'the first was cut off' });
    expect(answer).toMatchObject({ kind: 'done', take: { because: 'the first was cut off' } });
    expect(codesOf(await judged(bench, fox, {}, { because: 'once more' }))).toEqual(['rerun/certain']);
  });
});

describe('a call that needs a yes', () => {
  it('stays pending while nobody answers, and the same question is not opened twice', async () => {
    const bench = await openBench({ policy: asking });
    const first = await judged(bench, fox, { model: 'fine' });
    const second = await judged(bench, fox, { model: 'fine' });
    expect(first).toMatchObject({
      kind: 'refused',
      asked: 'pending',
      approval: { state: 'pending', amount: 50_000_000 },
    });
    expect(first.kind === 'refused' && first.approval?.reasons).toEqual(['ask-above/above']);
    expect(second.kind === 'refused' && second.approval?.id).toBe(first.kind === 'refused' && first.approval?.id);
    expect(await bench.store.approvals('poster')).toHaveLength(1);
  });

  it('is remembered as one question however often it is repeated, and as another once that ran out', async () => {
    const bench = await openBench({ policy: asking });
    const questions = async () => (await bench.store.remarks('poster')).filter(({ take }) => take === undefined);
    const first = await judged(bench, fox, { model: 'fine' });
    await judged(bench, fox, { model: 'fine' });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({ kind: 'allow' });
    const approval = first.kind === 'refused' ? first.approval?.id : '';
    expect(await questions()).toMatchObject([{ approval, outcome: 'ask' }]);
    bench.answerWith({ kind: 'unavailable', why: 'nobody is there' });
    for (const seed of [1, 1, 2]) await judged(bench, boat, { model: 'fine', seed }, { shot: 'boat' });
    expect(await questions()).toHaveLength(3);
    bench.pass(bench.ports.approvalTtlMs + 1);
    await judged(bench, boat, { model: 'fine', seed: 2 }, { shot: 'boat' });
    expect(await questions()).toHaveLength(4);
  });

  it('keeps the answer to a nudge that comes with a repeated question', async () => {
    const bench = await openBench({ policy: asking });
    const hints = { shot: 'fox', phase: 'explore' } as const;
    await judged(bench, fox, { model: 'fine' }, hints);
    const [asked] = await bench.store.remarks('poster');
    if (asked === undefined) throw new Error('nothing was asked');
    const nudge = { rule: 'vague-prompt', code: 'thin', level: 'nudge' };
    await bench.store.remark({ ...asked, outcome: 'nudge', approval: undefined, findings: [nudge] });
    await judged(bench, fox, { model: 'fine' }, { ...hints, because: 'it is meant to be short' });
    expect(await bench.store.openNudge('poster', 'fox', 'explore')).toBeUndefined();
    expect((await bench.store.remarks('poster')).at(-1)).toMatchObject({ because: 'it is meant to be short' });
  });

  it('passes on a yes, which is used up', async () => {
    const bench = await openBench({ policy: asking });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({ kind: 'allow' });
    expect(await bench.store.approvals('poster')).toMatchObject([{ state: 'consumed', strength: 'client' }]);
    expect(bench.asked).toHaveLength(1);
  });

  it('is refused on a no, with the person’s words', async () => {
    const bench = await openBench({ policy: asking });
    bench.answerWith({ kind: 'no', note: 'too dear' });
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({
      kind: 'refused',
      asked: 'denied',
      approval: { state: 'denied', note: 'too dear' },
    });
  });

  it('is not asked about again after a no, until the question would have run out', async () => {
    const bench = await openBench({ policy: asking });
    bench.answerWith({ kind: 'no', note: 'too dear' });
    await judged(bench, fox, { model: 'fine' });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({
      asked: 'denied',
      approval: { note: 'too dear' },
    });
    expect(bench.asked).toHaveLength(1);
    bench.pass(bench.ports.approvalTtlMs + 1);
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({ kind: 'allow' });
  });

  it('passes after a yes from outside, for exactly that call and no other', async () => {
    const bench = await openBench({ policy: asking });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    expect(await judged(bench, fox, { model: 'fine', seed: 1 })).toMatchObject({ asked: 'pending' });
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({ kind: 'allow' });
  });

  it('asks again when the price has changed since', async () => {
    const bench = await openBench({ policy: asking });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    const dearer = pictureTool({ price: { unit: 'output', credits: 60 } });
    const answer = await check(bench.ports, { ...bench.call(fox, { model: 'fine' }), tool: dearer });
    expect(answer).toMatchObject({ asked: 'pending', approval: { amount: 60_000_000 } });
  });

  it('asks again in another session, and when the tool describes itself otherwise', async () => {
    const bench = await openBench({ policy: asking });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    const call = bench.call(fox, { model: 'fine' });
    const elsewhere = { ...call, caller: { ...call.caller, clientKey: 'another conversation' } };
    expect(await check(bench.ports, elsewhere)).toMatchObject({ asked: 'pending' });
    const other = { ...call.tool, schema: { ...call.tool.schema, description: 'other' } };
    expect(await check(bench.ports, { ...call, tool: other })).toMatchObject({ asked: 'pending' });
    expect(await check(bench.ports, call)).toMatchObject({ kind: 'allow' });
  });

  it('passes on its yes although a rule that was silent then would now refuse it', async () => {
    const bench = await openBench({ policy: asking });
    const hints = { shot: 'fox', phase: 'explore' } as const;
    const asked = await judged(bench, fox, { model: 'fine' }, hints);
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    await bench.run(boat, {}, hints);
    const refused = await judged(bench, fox, { model: 'fine', seed: 1 }, hints);
    expect(codesOf(refused)).toContain('await-feedback/waiting');
    expect(await judged(bench, fox, { model: 'fine' }, hints)).toMatchObject({ kind: 'allow' });
    expect(await bench.store.approval(id)).toMatchObject({ state: 'consumed' });
  });

  it('is stopped by its budget all the same', async () => {
    const bench = await openBench({ policy: { ...asking, budgets: [budgetOf('session', 54)] } });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    await bench.run(boat, {}, { shot: 'boat' });
    expect(codesOf(await judged(bench, fox, { model: 'fine' }))).toContain('budget/hard');
    expect(await bench.store.approval(id)).toMatchObject({ state: 'approved' });
  });

  it('asks anew when a client’s yes is no longer enough for it', async () => {
    const bench = await openBench({ policy: asking });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'client' });
    const policy = { ...bench.ports.policy, ask: { ...asking.ask, personAbove: 49_000_000 } };
    const answer = await check({ ...bench.ports, policy }, bench.call(fox, { model: 'fine' }));
    expect(answer).toMatchObject({ asked: 'pending', approval: { state: 'pending', amount: 50_000_000 } });
  });

  it('above the line of the person stays pending whatever the client says', async () => {
    const bench = await openBench({ policy: { ...asking, ask: { ...asking.ask, personAbove: 49_000_000 } } });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    const answer = await judged(bench, fox, { model: 'fine' });
    expect(answer).toMatchObject({ asked: 'pending', approval: { state: 'pending' } });
    expect(codesOf(answer)).toContain('in-person/above');
  });

  it('does not pass on a yes that came too late', async () => {
    const bench = await openBench({ policy: asking });
    const asked = await judged(bench, fox, { model: 'fine' });
    const id = (asked.kind === 'refused' && asked.approval?.id) || '';
    await bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
    bench.pass(bench.ports.approvalTtlMs + 1);
    expect(await judged(bench, fox, { model: 'fine' })).toMatchObject({ asked: 'pending' });
  });
});

describe('calls at once', () => {
  it('that are equal are one: the second attaches to the first', async () => {
    const bench = await openBench();
    const [one, other] = await Promise.all([judged(bench, fox), judged(bench, fox)]);
    expect([one.kind, other.kind].sort()).toEqual(['allow', 'attached']);
    expect([one, other].find(({ kind }) => kind === 'attached')).toMatchObject({ why: 'running' });
    expect(await bench.store.takes({ project: 'poster' })).toHaveLength(1);
  });

  it('on one shot do not slip past each other', async () => {
    const bench = await openBench();
    const hints = { shot: 'fox', phase: 'explore' } as const;
    const answers = await Promise.all([1, 2, 3].map((seed) => judged(bench, fox, { seed }, hints)));
    expect(answers.filter(({ kind }) => kind === 'allow')).toHaveLength(1);
    expect(await bench.store.takes({ project: 'poster' })).toHaveLength(1);
  });

  it('never spend more than a budget holds', async () => {
    const bench = await openBench({ policy: { budgets: [budgetOf('session', 12)] } });
    const shots = ['one', 'two', 'three', 'four'];
    const answers = await Promise.all(
      shots.map((shot) => judged(bench, `${shot}: ${boat}`, {}, { shot, phase: 'explore' })),
    );
    expect(answers.filter(({ kind }) => kind === 'allow')).toHaveLength(2);
    expect(answers.flatMap(codesOf).filter((code) => code === 'budget/hard')).toHaveLength(2);
    expect(await balance(bench)).toEqual({ held: 10_000_000, spent: 0 });
  });
});

describe('a call that was made before', () => {
  it('with the same id of the client’s is answered by its take', async () => {
    const bench = await openBench({ caller: { callId: 'c_1' } });
    await bench.run(fox);
    expect(await judged(bench, fox)).toMatchObject({ kind: 'attached', why: 'call-id' });
  });

  it('with the same id and other arguments is a conflict', async () => {
    const bench = await openBench({ caller: { callId: 'c_1' } });
    await bench.run(fox);
    expect(await judged(bench, boat, {}, { shot: 'boat' })).toMatchObject({ kind: 'call-id-conflict' });
  });

  it('with the same seed is answered from store', async () => {
    const bench = await openBench();
    await bench.run(fox, { seed: 7 });
    expect(await judged(bench, fox, { seed: 7 })).toMatchObject({ kind: 'attached', why: 'same-seed' });
    expect((await bench.store.remarks('poster')).at(-1)).toMatchObject({
      ...{ outcome: 'reuse', asked: 5_000_000, passed: undefined },
      findings: [{ rule: 'replay', code: 'same-seed', level: 'reuse' }],
    });
  });
});

describe('other modes', () => {
  it('shadow: everything is judged and remembered, and passes as it came', async () => {
    const bench = await openBench({ policy: { mode: 'shadow', budgets: [budgetOf('session', 1)] } });
    expect(await judged(bench, fox, { count: 4 })).toMatchObject({
      kind: 'allow',
      ticket: { take: { count: 4, held: 20_000_000 }, arguments: { prompt: fox, count: 4 } },
    });
    const [remark] = await bench.store.remarks('poster');
    expect(remark?.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['budget', 'one-version']));
  });

  it('off: nothing is judged, the ledger is kept', async () => {
    const bench = await openBench({ policy: { mode: 'off', budgets: [budgetOf('session', 1)] } });
    expect(await judged(bench, fox, { model: 'best' })).toMatchObject({
      kind: 'allow',
      ticket: { verdict: { findings: [] } },
    });
    expect(await balance(bench)).toEqual({ held: 300_000_000, spent: 0 });
  });
});

describe('a call whose prompt stands for several combinations', () => {
  const prompt = '{red, arctic, silver} fox in fresh snow at dawn, low sun, seen from above';
  const permuting = { tools: [pictureTool({ permutations: true })] };

  async function planned(options: Parameters<typeof openBench>[0] = {}): Promise<GateBench> {
    const bench = await openBench({ ...permuting, ...options });
    await bench.store.saveBrief('poster', 'b_1', briefBody, 0);
    bench.answerWith({ kind: 'yes', strength: 'person' });
    const step = { shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt };
    await makePlan(bench.desk, { steps: [planStepSchema.parse(step)] });
    bench.answerWith({ kind: 'unavailable', why: 'nobody is there' });
    return bench;
  }

  it('says what all of them cost, and has one of them ready', async () => {
    const answer = await judged(await openBench(permuting), prompt);
    expect(codesOf(answer)).toEqual(['plan-first/no-brief', 'one-version/permutations']);
    expect(answer).toMatchObject({ verdict: { quote: { upper: 15_000_000 } } });
    const instead = { prompt: 'red fox in fresh snow at dawn, low sun, seen from above' };
    expect(answer).toMatchObject({
      verdict: { findings: [{}, { instead: [{ arguments: instead, amount: 5_000_000 }] }] },
    });
  });

  it('passes where the accepted plan holds them, with the money of all of them held', async () => {
    const bench = await planned({ policy: { budgets: [budgetOf('session', 100)] } });
    expect(bench.asked.map(({ amount }) => amount)).toEqual([15_000_000]);
    expect(await judged(bench, prompt)).toMatchObject({
      kind: 'allow',
      ticket: { arguments: { prompt }, take: { count: 3, held: 15_000_000, item: 'fox/explore' } },
    });
    expect(await balance(bench)).toEqual({ held: 15_000_000, spent: 0 });
  });

  it('asks for more combinations than the plan holds', async () => {
    const more = prompt.replace('silver', 'silver, black');
    const answer = await judged(await planned(), more);
    expect(codesOf(answer)).toEqual(['one-version/permutations']);
    expect(answer).toMatchObject({ verdict: { outcome: 'ask', quote: { upper: 20_000_000 } } });
  });

  it('is stopped by a budget that holds some of them only', async () => {
    const bench = await planned({ policy: { budgets: [budgetOf('session', 14)], levels: { 'plan-first': 'off' } } });
    expect(codesOf(await judged(bench, prompt))).toContain('budget/hard');
  });
});
