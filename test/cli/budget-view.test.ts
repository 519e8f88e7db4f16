import { describe, expect, it } from 'vitest';
import { budgetView, openSessions } from '../../src/cli/budget-view.js';
import { CREDIT, fakeDesk, noon, openSession } from './fake-desk.js';

const budgets = [
  { scope: 'session', limit: 500, soft: 400 },
  { scope: 'project', limit: 2000, period: 'day' },
] as const;
const config = { budgets: [...budgets] };

describe('budgetView', () => {
  it('shows the budgets of the config before any call, and writes nothing', async () => {
    const desk = fakeDesk({ config });
    await openSession(desk.store);
    const { accounts } = await budgetView(desk.store, desk.config, noon);
    expect(accounts.map(({ id, limit }) => [id, limit])).toEqual([
      ['session:s_1:none:all', 500 * CREDIT],
      ['project:poster:day:2026-11-22', 2000 * CREDIT],
      ['project:poster:none:all', undefined],
    ]);
    expect(await desk.store.accountsOf('poster')).toEqual([]);
  });

  it('shows the balance and limit that are stored, not those of the config', async () => {
    const desk = fakeDesk({ config });
    await openSession(desk.store);
    const ref = { id: 'session:s_1:none:all', scope: 'session', subject: 's_1' } as const;
    await desk.store.limit(ref, { limit: 70 * CREDIT }, 'client');
    const { accounts } = await budgetView(desk.store, desk.config, noon);
    expect(accounts.find(({ id }) => id === ref.id)?.limit).toBe(70 * CREDIT);
  });

  it('shows what all projects of the client have spent', async () => {
    const desk = fakeDesk({ config: { client: 'acme', budgets: [{ scope: 'client', limit: 50, phase: 'hero' }] } });
    const ref = { id: 'client:acme:none:all/hero', scope: 'client', subject: 'acme' } as const;
    await desk.store.limit(ref, { limit: 70 * CREDIT }, 'client');
    const { accounts } = await budgetView(desk.store, desk.config, noon);
    expect(accounts[0]).toMatchObject({ id: ref.id, limit: 70 * CREDIT, phase: 'hero' });
  });

  it('leaves out days that are over', async () => {
    const desk = fakeDesk({ config });
    const yesterday = { id: 'project:poster:day:2026-11-21', scope: 'project', subject: 'poster' } as const;
    await desk.store.limit(yesterday, { limit: 1 }, 'client');
    const { accounts } = await budgetView(desk.store, desk.config, noon);
    expect(accounts.map(({ id }) => id)).not.toContain(yesterday.id);
  });
});

describe('openSessions', () => {
  it('leaves out what was idle for too long', async () => {
    const desk = fakeDesk({ config: { sessionIdleMinutes: 10 } });
    await openSession(desk.store);
    expect(await openSessions(desk.store, desk.config, noon)).toHaveLength(1);
    expect(await openSessions(desk.store, desk.config, noon + 3_600_000)).toEqual([]);
  });
});
