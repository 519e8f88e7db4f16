import { describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import type { AskAnswer, GatePorts } from '../../../src/gate/ports.js';
import { feedbackSchema, type FeedbackVerdict } from '../../../src/model/feedback.js';
import type { Strength } from '../../../src/model/strength.js';
import { openBench, type GateBench } from '../../fixtures/gate-bench.js';
import { itemOf } from '../../fixtures/takes.js';

const said = (verdict: FeedbackVerdict) => feedbackSchema.parse({ verdict, change: ['the sky'] });

function give(bench: GateBench, take: string, verdict: FeedbackVerdict = 'refine', strength: Strength = 'client') {
  return giveFeedback(bench.desk, { take, body: said(verdict), strength });
}

/** A bench on which three versions of one shot are waiting for a word. */
async function batch(): Promise<{ bench: GateBench; takes: readonly [string, string, string] }> {
  const bench = await openBench({ policy: { mode: 'shadow' } });
  for (const seed of [1, 2, 3]) {
    await bench.run('a red fox', { seed }, { shot: 'fox', phase: 'select' });
    bench.pass(1);
  }
  const [c = '', b = '', a = ''] = (await bench.store.takes({ project: 'poster' })).map(({ id }) => id);
  return { bench, takes: [a, b, c] };
}

/** Plans a hero on the shot, at a price in credits; the line for asking is at 500. */
async function planHero(bench: GateBench, credits: number): Promise<void> {
  const unit = credits * 1_000_000;
  const items = [itemOf({ phase: 'select' }), itemOf({ id: 'fox/hero', phase: 'hero', unit })];
  await bench.store.savePlan('poster', 'p_1', { items, total: unit, at: 0 });
}

describe('a person’s word on a take', () => {
  it('is stored with who said it, and what else waits on the shot', async () => {
    const { bench, takes } = await batch();
    const [a, b, c] = takes;
    expect(await give(bench, a)).toMatchObject({
      feedback: { take: a, verdict: 'refine', change: ['the sky'], strength: 'client' },
      stillWaiting: [c, b],
      passedOver: [],
    });
    expect((await bench.store.take(a))?.feedback).toMatchObject({ verdict: 'refine' });
  });

  it('that approves one of a batch says of the rest that they were not chosen', async () => {
    const { bench, takes } = await batch();
    const [a, b, c] = takes;
    expect(await give(bench, b, 'approve')).toMatchObject({ stillWaiting: [], passedOver: [c, a] });
    expect((await bench.store.take(a))?.feedback).toMatchObject({ verdict: 'reject', note: `not chosen; ${b} was` });
  });

  it.each<[AskAnswer, object]>([
    [{ kind: 'yes', strength: 'client' }, { feedback: { strength: 'client' } }],
    [{ kind: 'unavailable', why: 'nobody' }, { feedback: { strength: 'relayed' } }],
    [
      { kind: 'no', note: 'I said no' },
      { problem: 'not-confirmed', facts: { note: 'I said no' } },
    ],
  ])('that the agent tells is asked about once: %j', async (answer, expected) => {
    const asked: string[] = [];
    const confirm: GatePorts['confirm'] = async ({ id }) => {
      asked.push(id);
      return answer;
    };
    const { bench, takes } = await batch();
    await planHero(bench, 501);
    const desk = { ...bench.desk, ports: { ...bench.ports, confirm } };
    const told = { take: takes[0], strength: 'relayed' } as const;
    expect(await giveFeedback(desk, { ...told, body: said('approve') })).toMatchObject(expected);
    expect(asked).toEqual([takes[0]]);
    const siblings = await Promise.all(takes.map((take) => bench.store.take(take)));
    const isStored = answer.kind !== 'no';
    expect(siblings.every((take) => (take?.feedback !== undefined) === isStored)).toBe(true);
  });

  it('is not asked about when it opens nothing, or on a run that nobody watches', async () => {
    const { bench, takes } = await batch();
    await planHero(bench, 501);
    const confirm = () => Promise.reject(new Error('asked'));
    const ports = { ...bench.ports, confirm };
    const told = { take: takes[0], strength: 'relayed' } as const;
    const refined = await giveFeedback({ ...bench.desk, ports }, { ...told, body: said('refine') });
    expect(refined).toMatchObject({ feedback: { strength: 'relayed' } });
    const alone = { ...ports, policy: { ...ports.policy, attended: false } };
    const approved = await giveFeedback({ ...bench.desk, ports: alone }, { ...told, body: said('approve') });
    expect(approved).toMatchObject({ feedback: { strength: 'relayed' } });
  });

  it('is not asked about where what it opens is not above the line', async () => {
    const { bench, takes } = await batch();
    await planHero(bench, 500);
    const ports = { ...bench.ports, confirm: () => Promise.reject(new Error('asked')) };
    const told = { take: takes[0], strength: 'relayed', body: said('approve') } as const;
    expect(await giveFeedback({ ...bench.desk, ports }, told)).toMatchObject({ feedback: { strength: 'relayed' } });
  });

  it('of its own is kept when another one is approved', async () => {
    const { bench, takes } = await batch();
    const [a, b] = takes;
    await give(bench, a, 'refine');
    await give(bench, b, 'approve');
    expect((await bench.store.take(a))?.feedback?.verdict).toBe('refine');
  });

  it('settles nothing on other shots and phases', async () => {
    const { bench, takes } = await batch();
    await bench.run('a red fox', { seed: 4 }, { shot: 'fox', phase: 'hero' });
    await bench.run('a hare', {}, { shot: 'hare', phase: 'select' });
    const made = await give(bench, takes[0], 'approve');
    expect(made).toMatchObject({ passedOver: [takes[2], takes[1]] });
  });

  it.each<[Strength, number]>([
    ['relayed', 15_000_000],
    ['client', 0],
    ['person', 0],
  ])('of strength %s leaves %i micro-credits spent since a yes', async (strength, since) => {
    const { bench, takes } = await batch();
    await give(bench, takes[0], 'refine', strength);
    expect(await bench.store.sinceYes('poster')).toBe(since);
  });
});

describe('a word that cannot be stored', () => {
  it('names the takes that do wait', async () => {
    const { bench, takes } = await batch();
    const [a, b, c] = takes;
    expect(await give(bench, 't_9')).toEqual({ problem: 'no-such-take', facts: { take: 't_9', waiting: [c, b, a] } });
  });

  it('is one on a take of another project', async () => {
    const { bench, takes } = await batch();
    const film = { ...bench.desk, caller: { ...bench.caller, project: 'film' } };
    expect(await give({ ...bench, desk: film }, takes[0])).toMatchObject({ problem: 'no-such-take' });
  });

  it('is one on a take that has not ended', async () => {
    const bench = await openBench();
    const checked = await bench.gate.check(bench.call('a red fox'));
    const take = checked.kind === 'allow' ? checked.ticket.take.id : '';
    expect(await give(bench, take)).toEqual({ problem: 'take-not-done', facts: { take, state: 'held' } });
  });
});
