import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/model/policy.js';
import { decideApproval } from '../../../src/gate/flow/decide-approval.js';
import { isProblem, type Desk } from '../../../src/gate/flow/desk.js';
import { setBudget, type BudgetAnswer } from '../../../src/gate/flow/set-budget.js';
import { budgetOf, openBench, type GateBench } from '../../fixtures/gate-bench.js';

const CREDIT = 1_000_000;

async function wish(bench: GateBench, credits?: number): Promise<BudgetAnswer> {
  const limit = credits === undefined ? undefined : credits * CREDIT;
  const answer = await setBudget(bench.desk, { limit });
  if (isProblem(answer)) throw new Error(answer.problem);
  return answer;
}

/** The limit and the soft line of the session, in credits. */
async function lines(bench: GateBench): Promise<readonly [number | undefined, number | undefined]> {
  const account = (await wish(bench)).accounts.find(({ scope }) => scope === 'session');
  const credits = (micro: number | undefined) => (micro === undefined ? undefined : micro / CREDIT);
  return [credits(account?.limit), credits(account?.soft)];
}

const personal = { state: 'approved', strength: 'person' } as const;

/** By whose word the limits were changed, oldest first. */
async function writtenBy({ store }: GateBench): Promise<unknown[]> {
  return (await store.entries('poster')).filter(({ kind }) => kind === 'limit').map(({ note }) => note['who']);
}

const configured = (changes: Partial<Policy> = {}) =>
  openBench({ policy: { budgets: [budgetOf('session', 100, 80)], ...changes } });

describe('a session budget', () => {
  it('is shown when nothing is wished', async () => {
    const bench = await configured();
    expect(await wish(bench)).toMatchObject({ outcome: 'shown', accounts: [{ limit: 100 * CREDIT }, {}] });
  });

  it('is tightened at once, its soft line with it', async () => {
    const bench = await configured();
    expect(await wish(bench, 50)).toMatchObject({ outcome: 'set', accounts: [{ limit: 50 * CREDIT }, {}] });
    expect(await lines(bench)).toEqual([50, 50]);
    expect(bench.asked).toEqual([]);
  });

  it('holds in the next call', async () => {
    const bench = await configured();
    await wish(bench, 4);
    expect(await bench.run('a fox')).toMatchObject({
      kind: 'refused',
      verdict: { findings: [{ rule: 'budget' }, { rule: 'vague-prompt' }] },
    });
  });

  it('may be brought back to what is configured while nothing was spent, and no further', async () => {
    const bench = await configured();
    await wish(bench, 50);
    expect((await wish(bench, 100)).outcome).toBe('set');
    expect((await wish(bench, 100.000001)).outcome).toBe('kept');
    expect((await lines(bench))[0]).toBe(100);
  });

  it('may not be brought back once something was spent', async () => {
    const bench = await configured();
    await wish(bench, 50);
    await bench.run('a fox');
    expect((await wish(bench, 60)).outcome).toBe('kept');
    expect((await lines(bench))[0]).toBe(50);
  });

  it('that the person tightened is not loosened by the agent, though nothing was spent', async () => {
    const bench = await configured();
    const account = (await wish(bench)).accounts.find(({ scope }) => scope === 'session');
    if (account === undefined) throw new Error('the session has no account');
    await bench.store.limit(account, { limit: 30 * CREDIT }, 'person');
    expect((await wish(bench, 60)).outcome).toBe('kept');
    expect((await wish(bench, 10)).outcome).toBe('set');
    expect((await wish(bench, 30)).outcome).toBe('set');
    expect((await lines(bench))[0]).toBe(30);
  });

  it('is raised once by one yes: when the person tightens it afterwards, they are asked again', async () => {
    const bench = await configured();
    const { approval } = await wish(bench, 500);
    await decideApproval(bench.store, approval?.id ?? '', { state: 'approved', strength: 'person' });
    const account = (await wish(bench)).accounts.find(({ scope }) => scope === 'session');
    if (account === undefined) throw new Error('the session has no account');
    await bench.store.limit(account, { limit: 30 * CREDIT }, 'person');
    const again = await wish(bench, 500);
    expect(again).toMatchObject({ outcome: 'kept', approval: { state: 'pending' } });
    expect(again.approval?.id).not.toBe(approval?.id);
    expect((await lines(bench))[0]).toBe(30);
  });

  it('is raised by the person’s yes', async () => {
    const bench = await configured();
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect((await wish(bench, 500)).outcome).toBe('set');
    expect(bench.asked).toMatchObject([
      { subject: 'budget', amount: 500 * CREDIT, title: expect.stringContaining('500') },
    ]);
    expect((await lines(bench))[0]).toBe(500);
  });

  it('stays as it is on a no, and while nobody answers', async () => {
    const bench = await configured();
    expect(await wish(bench, 500)).toMatchObject({ outcome: 'kept', approval: { state: 'pending' } });
    bench.answerWith({ kind: 'no', note: 'enough' });
    const refused = await wish(bench, 500);
    expect(refused).toMatchObject({ outcome: 'denied', note: 'enough' });
    expect(refused.approval).toBeUndefined();
    expect((await lines(bench))[0]).toBe(100);
  });

  it('is not asked for again while a no stands', async () => {
    const bench = await configured();
    bench.answerWith({ kind: 'no', note: 'enough' });
    await wish(bench, 500);
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect(await wish(bench, 500)).toMatchObject({ outcome: 'denied', note: 'enough' });
    expect(bench.asked).toHaveLength(1);
    bench.pass(bench.ports.approvalTtlMs + 1);
    expect((await wish(bench, 500)).outcome).toBe('set');
  });

  it('above the line of the person takes more than a client’s yes', async () => {
    const bench = await configured({ ask: { above: 0, every: 0, personAbove: 400 * CREDIT } });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect((await wish(bench, 400)).outcome).toBe('set');
    expect(await wish(bench, 500)).toMatchObject({
      outcome: 'kept',
      approval: { reasons: ['budget/raise', 'in-person'] },
    });
  });

  it('stays as it is on a run that nobody watches, and nothing waits', async () => {
    const bench = await configured({ attended: false });
    bench.answerWith({ kind: 'yes', strength: 'client' });
    expect((await wish(bench, 500)).outcome).toBe('unattended');
    expect(bench.asked).toEqual([]);
    expect(await bench.store.approvals('poster')).toEqual([]);
  });

  it('is raised by a yes from outside', async () => {
    const bench = await configured();
    const { approval } = await wish(bench, 500);
    await decideApproval(bench.store, approval?.id ?? '', { state: 'approved', strength: 'person' });
    expect((await lines(bench))[0]).toBe(500);
  });

  it('is written down once, whoever says yes and however often the agent says it again', async () => {
    const inClient = await configured();
    inClient.answerWith({ kind: 'yes', strength: 'client' });
    await wish(inClient, 500);
    await wish(inClient, 500);
    expect(await writtenBy(inClient)).toEqual(['client']);

    const outside = await configured();
    const { approval } = await wish(outside, 500);
    await decideApproval(outside.store, approval?.id ?? '', personal);
    expect((await wish(outside, 500)).outcome).toBe('set');
    expect(await writtenBy(outside)).toEqual(['person']);
  });

  it('is written down once when the yes comes from outside while the client is asked', async () => {
    const bench = await configured();
    const ask: Desk['ports']['ask'] = async ({ id }) => {
      await decideApproval(bench.store, id, personal);
      return { kind: 'unavailable', why: 'the dialog closed' };
    };
    const answer = await setBudget({ ...bench.desk, ports: { ...bench.ports, ask } }, { limit: 500 * CREDIT });
    expect(answer).toMatchObject({ outcome: 'set', accounts: [{ limit: 500 * CREDIT }, {}] });
    expect(await writtenBy(bench)).toEqual(['person']);
  });

  it('is still raised when whoever wrote the yes down died before the limit was set', async () => {
    const bench = await configured();
    const { approval } = await wish(bench, 500);
    await bench.store.decideApproval(approval?.id ?? '', personal);
    expect((await wish(bench, 500)).outcome).toBe('set');
    expect((await lines(bench))[0]).toBe(500);
    expect(await writtenBy(bench)).toEqual(['person']);
  });

  it('belongs to a session that is there', async () => {
    const bench = await configured();
    expect(await setBudget(bench.desk, { limit: 1, session: 's_9' })).toMatchObject({ problem: 'session-unknown' });
  });
});

describe('a session budget that the config does not have', () => {
  it('can be set, holds, and cannot be raised again without the person', async () => {
    const bench = await openBench();
    expect((await wish(bench, 4)).outcome).toBe('set');
    expect(await bench.run('a fox')).toMatchObject({
      kind: 'refused',
      verdict: { findings: [{ rule: 'budget' }, { rule: 'vague-prompt' }] },
    });
    expect((await wish(bench, 400)).outcome).toBe('kept');
  });
});
