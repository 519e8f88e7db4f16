import { describe, expect, it } from 'vitest';
import { budgetOf } from '../../fixtures/gate-bench.js';
import { openOwnTools } from '../../fixtures/own-tools.js';

const policy = { budgets: [budgetOf('session', 100, 80)] };

describe('the budget tool', () => {
  it('shows what is spent, held and left', async () => {
    const bench = await openOwnTools({ policy });
    await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('budget');
    expect(text).toContain('session: 95 of 100 credits left (5 spent, 0 held; soft line 80)');
    expect(text).toContain('project in all: 5 credits spent');
    expect(structured).toMatchObject({ status: 'shown', session: 's_1', approval: null });
    expect(structured['budgets']).toContainEqual(expect.objectContaining({ limit: 100, spent: 5, left: 95 }));
  });

  it('says at which pace credits are spent', async () => {
    const bench = await openOwnTools({ policy: { budgets: [budgetOf('project', 100)] } });
    await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('budget');
    expect(text).toContain('5 credits a week are spent');
    expect(structured).toMatchObject({ outlook: { weekly: 5, lasts: '2027-04-04' } });
  });

  it('tightens the session’s budget as the person said it', async () => {
    const bench = await openOwnTools({ policy });
    const { text, structured } = await bench.use('budget', { limit: 50.5 });
    expect(text).toContain('is now 50.5 credits');
    expect(structured).toMatchObject({ status: 'set' });
    expect(structured['budgets']).toContainEqual(expect.objectContaining({ limit: 50.5 }));
  });

  it('does not raise it, and names the request to the person', async () => {
    const bench = await openOwnTools({ policy });
    const { text, structured } = await bench.use('budget', { limit: 500 });
    const [approval] = await bench.store.approvals('poster');
    expect(text).toContain('Kept at 100 credits');
    expect(text).toContain(`greenlight approve ${approval?.id ?? '?'}`);
    expect(structured).toMatchObject({ status: 'kept', approval: { id: approval?.id, state: 'pending' } });
  });

  it('does not ask the person for more than the cap for extensions', async () => {
    const capped = { budgets: [{ ...budgetOf('session', 100), onDemand: 50_000_000 }] };
    const bench = await openOwnTools({ policy: capped });
    const { text, structured } = await bench.use('budget', { limit: 151 });
    expect(text).toContain('Kept at 100 credits: 151 goes beyond the cap for extensions on demand (150 in all)');
    expect(structured).toMatchObject({ status: 'capped', approval: null });
    expect((await bench.use('budget', { limit: 150 })).structured).toMatchObject({ status: 'kept' });
  });

  it('refuses a session that is not there', async () => {
    const bench = await openOwnTools({ policy });
    const { text, isError } = await bench.use('budget', { limit: 5, session: 's_9' });
    expect(isError).toBe(true);
    expect(text).toMatch(/^REFUSED session-unknown · .*s_9/);
  });

  it.each([-1, Number.NaN, 1e10])('refuses the limit %d', async (limit) => {
    const bench = await openOwnTools({ policy });
    await expect(bench.use('budget', { limit })).rejects.toThrow();
  });
});
