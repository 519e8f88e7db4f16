import { describe, expect, it } from 'vitest';
import { decideApproval } from '../../../src/gate/flow/decide-approval.js';
import { makePlan } from '../../../src/gate/flow/make-plan.js';
import { planStepSchema } from '../../../src/model/plan.js';
import { approvalOf } from '../../fixtures/approval.js';
import { briefBody } from '../../fixtures/brief.js';
import { openBench, startAt, type GateBench } from '../../fixtures/gate-bench.js';

const yes = { state: 'approved', strength: 'person' } as const;
const no = { state: 'denied', strength: 'person', note: 'one is enough' } as const;

/** A bench with a planned batch that waits for a yes, and the id of the request. */
async function waiting(): Promise<{ bench: GateBench; id: string }> {
  const bench = await openBench();
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  const step = planStepSchema.parse({ shot: 'fox', phase: 'select', tool: 'studio_generate_image', count: 4 });
  await makePlan(bench.desk, { steps: [step] });
  const [approval] = await bench.store.approvals('poster', 'pending');
  return { bench, id: approval?.id ?? '' };
}

const acceptance = async (bench: GateBench) => (await bench.store.latestPlan('poster'))?.items[0]?.acceptance;

describe('a decision from outside the conversation', () => {
  it('accepts the plan item that waited for it', async () => {
    const { bench, id } = await waiting();
    expect(await decideApproval(bench.store, id, yes)).toMatchObject({ id, state: 'approved', strength: 'person' });
    expect(await acceptance(bench)).toEqual({ state: 'accepted', by: 'person' });
  });

  it('denies the plan item, in the person’s words', async () => {
    const { bench, id } = await waiting();
    await decideApproval(bench.store, id, no);
    expect(await acceptance(bench)).toEqual({ state: 'denied', reason: 'one is enough' });
  });

  it('has to be the person’s own where the request needs that; a no never has', async () => {
    const { bench } = await waiting();
    const inPerson = approvalOf({ id: 'a_7', reasons: ['in-person/above'], expiresAt: startAt + 1000 });
    await bench.store.openApproval(inPerson);
    const weak = { state: 'approved', strength: 'client' } as const;
    expect(await decideApproval(bench.store, 'a_7', weak)).toEqual({
      problem: 'too-weak',
      facts: { approval: 'a_7', needs: 'person', strength: 'client' },
    });
    expect(await bench.store.approval('a_7')).toMatchObject({ state: 'pending' });
    const denied = await decideApproval(bench.store, 'a_7', { state: 'denied', strength: 'client' });
    expect(denied).toMatchObject({ state: 'denied' });
  });

  it('is made once', async () => {
    const { bench, id } = await waiting();
    await decideApproval(bench.store, id, no);
    expect(await decideApproval(bench.store, id, yes)).toEqual({
      problem: 'not-pending',
      facts: { approval: id, state: 'denied' },
    });
    expect(await acceptance(bench)).toMatchObject({ state: 'denied' });
  });

  it('comes too late for a request that ran out', async () => {
    const { bench, id } = await waiting();
    bench.pass(bench.ports.approvalTtlMs + 1);
    expect(await decideApproval(bench.store, id, yes)).toMatchObject({ problem: 'not-pending' });
    expect(await acceptance(bench)).toMatchObject({ state: 'needs-yes' });
  });

  it('sets the limit that a budget request asks for, and writes it down once', async () => {
    const { bench } = await waiting();
    const detail = JSON.stringify({ account: 'session:s_1:none:all', limitMicro: 90_000_000 });
    await bench.store.openApproval(approvalOf({ id: 'a_7', subject: 'budget', detail, expiresAt: startAt + 1000 }));
    await decideApproval(bench.store, 'a_7', yes);
    const limits = (await bench.store.entries('poster')).filter(({ kind }) => kind === 'limit');
    expect(limits).toMatchObject([{ account: 'session:s_1:none:all', note: { limit: 90_000_000, who: 'person' } }]);
  });

  it.each(['{"account":7}', '{"account":"session:s_1:none:all"}', 'no JSON'])(
    'decides nothing for a budget request that holds %s, but takes a no',
    async (detail) => {
      const { bench } = await waiting();
      await bench.store.openApproval(approvalOf({ id: 'a_7', subject: 'budget', detail, expiresAt: startAt + 1000 }));
      expect(await decideApproval(bench.store, 'a_7', yes)).toEqual({
        problem: 'bad-budget-request',
        facts: { approval: 'a_7' },
      });
      expect(await bench.store.approval('a_7')).toMatchObject({ state: 'pending' });
      expect(await decideApproval(bench.store, 'a_7', no)).toMatchObject({ state: 'denied' });
    },
  );

  it('needs a request', async () => {
    const { bench } = await waiting();
    expect(await decideApproval(bench.store, 'a_9', yes)).toEqual({
      problem: 'no-such-approval',
      facts: { approval: 'a_9' },
    });
  });

  it('leaves a plan alone that was revised meanwhile', async () => {
    const { bench, id } = await waiting();
    const plan = await bench.store.latestPlan('poster');
    await bench.store.savePlan('poster', 'p_9', { items: [], total: 0, at: startAt, brief: plan?.brief });
    expect(await decideApproval(bench.store, id, yes)).toMatchObject({ state: 'approved' });
    expect((await bench.store.latestPlan('poster'))?.items).toEqual([]);
  });
});
