import { describe, expect, it } from 'vitest';
import { planExtension, planLimit } from '../../src/cli/set-limit.js';
import type { ConfigInput } from '../../src/config.js';
import { CREDIT, fakeDesk, noon, openSession } from './fake-desk.js';

const usual: ConfigInput = {
  budgets: [
    { scope: 'session', limit: 500, soft: 400 },
    { scope: 'project', limit: 2000, period: 'day' },
  ],
};

async function plan(choice: Parameters<typeof planLimit>[3], credits: number, soft?: number, config = usual) {
  const desk = fakeDesk({ config });
  await openSession(desk.store);
  const lines = { limit: credits * CREDIT, soft: soft === undefined ? undefined : soft * CREDIT };
  return planLimit(desk.store, desk.config, noon, choice, lines);
}

describe('planLimit', () => {
  it('tightens the session seen last, soft line included', async () => {
    expect(await plan({ scope: 'session' }, 100)).toMatchObject({
      account: { id: 'session:s_1:none:all' },
      limit: 100 * CREDIT,
      soft: 100 * CREDIT,
      loosens: false,
    });
  });

  it('knows a raised limit and a raised soft line as loosening', async () => {
    expect((await plan({ scope: 'session' }, 501)).loosens).toBe(true);
    expect((await plan({ scope: 'session' }, 500)).loosens).toBe(false);
    expect((await plan({ scope: 'session' }, 500, 450)).loosens).toBe(true);
    expect((await plan({ scope: 'session' }, 500, 300)).loosens).toBe(false);
  });

  it('means the one configured budget of the project', async () => {
    expect((await plan({ scope: 'project' }, 10)).account.id).toBe('project:poster:day:2026-11-22');
  });

  it('means the account that counts everything where no budget is configured', async () => {
    const { account, loosens } = await plan({ scope: 'project' }, 10, undefined, { budgets: [] });
    expect(account.id).toBe('project:poster:none:all');
    expect(loosens).toBe(false);
  });

  it('asks which of several is meant', async () => {
    const budgets = (['day', 'month'] as const).map((period) => ({ scope: 'project' as const, limit: 5, period }));
    await expect(plan({ scope: 'project' }, 1, undefined, { budgets })).rejects.toMatchObject({
      code: 'budgets-several',
    });
    const chosen = await plan({ scope: 'project', period: 'month' }, 1, undefined, { budgets });
    expect(chosen.account.id).toBe('project:poster:month:2026-11');
  });

  it('means the budget of a phase, a model or the client only where it is named', async () => {
    const budgets = [
      { scope: 'project' as const, limit: 5 },
      { scope: 'project' as const, limit: 3, phase: 'hero' as const },
      { scope: 'client' as const, limit: 9, model: 'pro' },
    ];
    const config = { budgets, client: 'acme' };
    const idOf = async (choice: Parameters<typeof planLimit>[3]) =>
      (await plan(choice, 1, undefined, config)).account.id;
    expect(await idOf({ scope: 'project' })).toBe('project:poster:none:all');
    expect(await idOf({ scope: 'project', phase: 'hero' })).toBe('project:poster:none:all/hero');
    expect(await idOf({ scope: 'client', model: 'pro' })).toBe('client:acme:none:all@pro');
    expect(await idOf({ scope: 'client' })).toBe('client:acme:none:all');
    await expect(idOf({ scope: 'project', phase: 'select' })).rejects.toMatchObject({ code: 'budget-unknown' });
    await expect(plan({ scope: 'client' }, 1)).rejects.toMatchObject({ code: 'no-client' });
  });

  it.each([
    [{ scope: 'project', period: 'week' } as const, 'budget-unknown'],
    [{ scope: 'session', session: 's_9' } as const, 'no-such-session'],
  ])('does not know %j', async (choice, code) => {
    await expect(plan(choice, 1)).rejects.toMatchObject({ code, end: 'missing' });
  });

  it('refuses a soft line above the limit', async () => {
    await expect(plan({ scope: 'session' }, 1, 2)).rejects.toMatchObject({ code: 'soft-above-limit', end: 'usage' });
  });

  it('says when no session is open', async () => {
    const desk = fakeDesk();
    const none = planLimit(desk.store, desk.config, noon, { scope: 'session' }, { limit: 1 });
    await expect(none).rejects.toMatchObject({ code: 'no-open-session' });
  });
});

describe('planExtension', () => {
  const id = 'project:poster:none:all';
  const extend = async (credits: number, config: ConfigInput, account = id, limited?: number) => {
    const desk = fakeDesk({ config });
    const ref = { id, scope: 'project', subject: 'poster' } as const;
    if (limited !== undefined) await desk.store.limit(ref, { limit: limited * CREDIT }, 'person');
    return planExtension(desk.store, desk.config, noon, account, credits * CREDIT);
  };
  const config: ConfigInput = { budgets: [{ scope: 'project', limit: 100, onDemand: { limit: 20 } }] };

  it('adds to the limit that holds now, up to the cap', async () => {
    expect(await extend(20, config)).toMatchObject({ limit: 120 * CREDIT, loosens: true });
    expect(await extend(70, config, id, 50)).toMatchObject({ limit: 120 * CREDIT });
  });

  it.each([
    [21, config, id, undefined, { code: 'extend-capped', facts: { left: 20 * CREDIT, cap: 120 * CREDIT } }],
    [1, config, id, 120, { code: 'extend-capped', facts: { left: 0 } }],
    [1, { budgets: [{ scope: 'project', limit: 100 }] }, id, undefined, { code: 'extend-off' }],
    [1, config, 'project:film:none:all', undefined, { code: 'no-such-budget', facts: { known: [id] } }],
  ] as const)('refuses %d credits to %j on %s at %s', async (credits, settings, account, limited, why) => {
    await expect(extend(credits, settings as ConfigInput, account, limited)).rejects.toMatchObject(why);
  });

  it('holds a limit that is set to the same cap, and lets it be lowered from above', async () => {
    await expect(plan({ scope: 'project' }, 121, undefined, config)).rejects.toMatchObject({ code: 'extend-capped' });
    expect((await plan({ scope: 'project' }, 120, undefined, config)).limit).toBe(120 * CREDIT);
  });
});
