import { describe, expect, it } from 'vitest';
import { decide, waitingApproval } from '../../src/cli/decide.js';
import { askApproval, CREDIT, fakeDesk, openSession } from './fake-desk.js';

const yes = { state: 'approved', strength: 'person' } as const;

describe('waitingApproval', () => {
  it('knows an unknown id from one that waits no more', async () => {
    const { store } = fakeDesk();
    await expect(waitingApproval(store, 'a_9')).rejects.toMatchObject({ code: 'no-such-approval', end: 'missing' });
    await askApproval(store);
    expect((await waitingApproval(store, 'a_1')).id).toBe('a_1');
    await decide(store, 'a_1', yes);
    await expect(waitingApproval(store, 'a_1')).rejects.toMatchObject({
      code: 'not-pending',
      facts: { state: 'approved' },
    });
  });
});

describe('decide', () => {
  it('needs the person’s own yes where the amount does', async () => {
    const { store } = fakeDesk();
    await askApproval(store, { reasons: ['in-person/above'] });
    await expect(decide(store, 'a_1', { ...yes, strength: 'client' })).rejects.toMatchObject({
      ...{ code: 'too-weak', end: 'refused' },
      facts: { needs: 'person', strength: 'client' },
    });
    expect((await decide(store, 'a_1', yes)).approval.state).toBe('approved');
  });

  it('keeps who said it and the note', async () => {
    const { store } = fakeDesk();
    await askApproval(store);
    const { approval, raised } = await decide(store, 'a_1', { state: 'denied', strength: 'client', note: 'later' });
    expect(approval).toMatchObject({ state: 'denied', strength: 'client', note: 'later' });
    expect(raised).toBeUndefined();
  });

  it('sets the limit that a budget request asks for, by whose word', async () => {
    const { store } = fakeDesk();
    await openSession(store);
    const account = 'session:s_1:none:all';
    await store.accounts([{ id: account, scope: 'session', subject: 's_1', limit: 50 * CREDIT }]);
    await askApproval(store, { subject: 'budget', detail: JSON.stringify({ account, limitMicro: 90 * CREDIT }) });
    const { raised } = await decide(store, 'a_1', yes);
    expect(raised).toMatchObject({ id: account, limit: 90 * CREDIT });
    const limits = (await store.entries('poster')).filter(({ kind }) => kind === 'limit');
    expect(limits).toMatchObject([{ note: { limit: 90 * CREDIT, who: 'person' } }]);
  });

  it('leaves the limit when the answer is no', async () => {
    const { store } = fakeDesk();
    await openSession(store);
    const detail = JSON.stringify({ account: 'session:s_1:none:all', limitMicro: 90 * CREDIT });
    await askApproval(store, { subject: 'budget', detail });
    await decide(store, 'a_1', { state: 'denied', strength: 'client' });
    expect(await store.accountsOf('poster')).toEqual([]);
  });

  it('decides nothing when a budget request does not say what it means', async () => {
    const { store } = fakeDesk();
    await askApproval(store, { subject: 'budget', detail: '{"account":7}' });
    await expect(decide(store, 'a_1', yes)).rejects.toMatchObject({ code: 'bad-budget-request' });
    expect((await store.approval('a_1'))?.state).toBe('pending');
  });
});
