import { describe, expect, it } from 'vitest';
import type { Now, Trouble } from '../../src/dashboard/api.js';
import { nowRoutes } from '../../src/dashboard/now.js';
import type { Approval } from '../../src/model/approval.js';
import { startAt } from '../fixtures/gate-bench.js';
import { ask, openDashboard } from './bench.js';

const approval: Approval = {
  ...{ id: 'a_1', project: 'poster', session: 's_1', subject: 'call', digest: 'd', title: 'studio: draw' },
  detail: JSON.stringify({ tool: 'draw', arguments: { prompt: 'A red fox', n: 1 }, shot: 'cover', because: 'final' }),
  ...{ amount: 40_000_000, reasons: ['ask-above/single'], state: 'pending', at: startAt, expiresAt: startAt + 900_000 },
};

describe('how things stand now', () => {
  it('is budgets, what waits with its exact request and price, and what runs', async () => {
    const { desk, store, run } = await openDashboard();
    await run('A red fox in fresh snow at dawn');
    await store.openApproval(approval);
    const { data } = await ask(nowRoutes(desk), '/now');
    const now: Now = data;
    expect(now.budgets.find(({ scope }) => scope === 'session')).toMatchObject({
      limit: 100,
      spent: 5,
      held: 0,
      left: 95,
    });
    expect(now.waiting).toMatchObject([
      {
        ...{ id: 'a_1', prompt: 'A red fox', credits: 40, shot: 'cover', tool: 'draw', because: 'final' },
        arguments: { prompt: 'A red fox', n: 1 },
        reasons: [{ code: 'ask-above/single', words: 'It is dear.' }],
      },
    ]);
    expect(now.running).toEqual([]);
  });

  it('says that a late password counts for less, and decides with no more strength than that', async () => {
    const person = { state: async () => 'late' as const, setFirst: async () => undefined, verify: async () => true };
    const { desk, store } = await openDashboard({ person });
    await store.openApproval(approval);
    const { data } = await ask(nowRoutes(desk), '/approvals/a_1', { decision: 'approve' });
    expect((data as Now).notices.map(({ level }) => level)).toEqual(['warn']);
    expect(await store.approval('a_1')).toMatchObject({ state: 'approved', strength: 'client' });
  });
});

describe('a request by its own address', () => {
  it.each(['pending', 'approved', 'denied', 'expired'] as const)('says what became of it: %s', async (state) => {
    const { desk, store, pass } = await openDashboard();
    await store.openApproval(approval);
    if (state === 'approved' || state === 'denied') await store.decideApproval('a_1', { state, strength: 'person' });
    if (state === 'expired') pass(900_001);
    const { status, data } = await ask(nowRoutes(desk), '/approvals/a_1');
    expect([status, data]).toEqual([200, { id: 'a_1', title: 'studio: draw', state }]);
  });

  it.each(['a_2', 'a_3'])('tells nothing of %s, which is unknown or of another project', async (id) => {
    const { desk, store } = await openDashboard();
    await store.openApproval({ ...approval, id: 'a_3', project: 'other' });
    const { status, data } = await ask(nowRoutes(desk), `/approvals/${id}`);
    expect([status, (data as Trouble).code]).toEqual([404, 'no-such-approval']);
  });
});

describe('deciding a request', () => {
  it.each([
    [{ decision: 'approve' }, { state: 'approved', strength: 'person' }],
    [
      { decision: 'deny', note: 'too dear' },
      { state: 'denied', note: 'too dear' },
    ],
    [
      { decision: 'edit', prompt: 'A grey fox' },
      { state: 'denied', note: 'Call it with this prompt instead: A grey fox' },
    ],
  ])('with %j ends it as %j, once', async (entry, ended) => {
    const { desk, store } = await openDashboard();
    await store.openApproval(approval);
    const routes = nowRoutes(desk);
    const { status, data } = await ask(routes, '/approvals/a_1', entry);
    expect(status).toBe(200);
    expect((data as Now).waiting).toEqual([]);
    expect(await store.approval('a_1')).toMatchObject(ended);
    const again = await ask(routes, '/approvals/a_1', { decision: 'approve' });
    expect([again.status, (again.data as Trouble).code]).toEqual([409, 'not-pending']);
  });

  it('sets a limit that is asked for, and writes it down once', async () => {
    const { desk, store } = await openDashboard();
    const detail = JSON.stringify({ account: 'session:s_1:none:all', limitMicro: 90_000_000 });
    await store.openApproval({ ...approval, subject: 'budget', detail });
    expect((await ask(nowRoutes(desk), '/approvals/a_1', { decision: 'approve' })).status).toBe(200);
    const limits = (await store.entries('poster')).filter(({ kind }) => kind === 'limit');
    expect(limits).toMatchObject([{ note: { limit: 90_000_000, who: 'person' } }]);
  });

  it('says of a budget request that names no budget what to do about it', async () => {
    const { desk, store } = await openDashboard();
    await store.openApproval({ ...approval, subject: 'budget', detail: '{}' });
    const { status, data } = await ask(nowRoutes(desk), '/approvals/a_1', { decision: 'approve' });
    expect([status, (data as Trouble).code]).toEqual([409, 'bad-budget-request']);
    expect((data as Trouble).next).toContain('Deny it');
    expect(await store.approval('a_1')).toMatchObject({ state: 'pending' });
  });

  it.each([
    ['another project', { ...approval, project: 'other' }, 'a_1', 404],
    ['no such id', approval, 'a_2', 404],
    ['one that ran out', { ...approval, expiresAt: startAt - 1 }, 'a_1', 409],
  ])('refuses one of %s', async (_, stored, id, status) => {
    const { desk, store } = await openDashboard();
    await store.openApproval(stored);
    expect((await ask(nowRoutes(desk), `/approvals/${id}`, { decision: 'approve' })).status).toBe(status);
    expect((await store.approval('a_1'))?.state).not.toBe('approved');
  });

  it.each([{}, { decision: 'yes' }, { decision: 'approve', strength: 'person' }, { decision: 'edit' }, null, []])(
    'takes no other form than its own: %j',
    async (entry) => {
      const { desk, store } = await openDashboard();
      await store.openApproval(approval);
      expect((await ask(nowRoutes(desk), '/approvals/a_1', entry)).status).toBe(400);
      expect((await store.approval('a_1'))?.state).toBe('pending');
    },
  );
});

describe('a budget', () => {
  it('is set in credits through its port, as strongly as the person is known', async () => {
    const set: unknown[] = [];
    const { desk } = await openDashboard({ setLimit: async (...wish) => void set.push(wish) });
    await ask(nowRoutes(desk), '/budgets/session:s_1', { limit: 150.5 });
    expect(set).toEqual([['session:s_1', 150_500_000, 'person']]);
  });

  it.each([{ limit: -1 }, { limit: 1e10 }, { limit: '5' }, {}])('is not set to %j', async (entry) => {
    const { desk } = await openDashboard({ setLimit: () => Promise.reject(new Error('set')) });
    expect((await ask(nowRoutes(desk), '/budgets/x', entry)).status).toBe(400);
  });
});
