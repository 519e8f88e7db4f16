import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/approvals/password.js';
import { accountTable, extendLimit, grantCredits, setLimit, showBudgets } from '../../../src/cli/commands/budget.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { CREDIT, fakeDesk, openSession } from '../fake-desk.js';

const config = { budgets: [{ scope: 'session' as const, limit: 500, soft: 400 }] };

describe('showBudgets', () => {
  it('shows limits and what is left', async () => {
    const desk = fakeDesk({ config });
    await openSession(desk.store);
    const { text, data } = await showBudgets(desk);
    expect(text).toMatch(/session +s_1 +500 +400 +0 +0 +500/);
    expect(data).toMatchObject({ budgets: [{ scope: 'session', limit: 500, left: 500 }, { scope: 'project' }] });
  });

  it('says when no session is open', async () => {
    expect((await showBudgets(fakeDesk({ config }))).text).toContain('No session is open');
  });
});

describe('accountTable', () => {
  it('marks a budget that is used up', () => {
    const spent = { id: 'x', scope: 'session', subject: 's_1', limit: CREDIT, spent: 2 * CREDIT, held: 0 } as const;
    expect(accountTable([spent], fakeDesk().shell.paint)).toContain('<red:  -1>');
  });
});

describe('setLimit', () => {
  it('tightens without a password, recorded as not the person’s', async () => {
    const desk = fakeDesk({ config });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await openSession(desk.store);
    const { text, data } = await setLimit(desk, 100 * CREDIT, { scope: 'session' });
    expect(text).toContain('now 100 credits (it was 500), soft line 100; 100 are left');
    expect(data).toMatchObject({ limit: 100, loosened: false, who: 'client' });
  });

  it('loosens with the password only, recorded as the person’s', async () => {
    const desk = fakeDesk({ config, secrets: ['wrong one', 'open sesame'] });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await openSession(desk.store);
    const raise = () => setLimit(desk, 900 * CREDIT, { scope: 'session' });
    await expect(raise()).rejects.toMatchObject({ code: 'password-wrong' });
    expect(await desk.store.accountsOf('poster')).toEqual([]);
    expect((await raise()).data).toMatchObject({ limit: 900, who: 'person' });
    expect((await desk.store.entries('poster')).at(-1)).toMatchObject({ kind: 'limit', note: { who: 'person' } });
  });

  it('says that a raise without a password counts for less', async () => {
    const desk = fakeDesk({ config });
    await openSession(desk.store);
    expect((await setLimit(desk, 900 * CREDIT, { scope: 'session' })).text).toContain('<yellow:No password is set');
  });
});

describe('extendLimit', () => {
  it('takes the password, and is written down like any other limit', async () => {
    const onDemand = { limit: 50 };
    const desk = fakeDesk({ config: { ...config, onDemand }, secrets: ['open sesame'] });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await openSession(desk.store);
    const { text, data } = await extendLimit(desk, 'session:s_1:none:all', 50 * CREDIT);
    expect(text).toContain('now 550 credits (it was 500)');
    expect(data).toMatchObject({ limit: 550, loosened: true, who: 'person' });
    expect((await desk.store.entries('poster')).at(-1)).toMatchObject({ kind: 'limit', note: { who: 'person' } });
    await expect(extendLimit(desk, 'session:s_1:none:all', CREDIT)).rejects.toMatchObject({ code: 'extend-capped' });
  });
});

describe('grantCredits', () => {
  const balances = [{ name: 'plan', credits: 1000, renews: 'month' as const }];

  it('takes the password for more, writes it down, and shows it with the budgets', async () => {
    const desk = fakeDesk({ config: { balances, budgets: [] }, secrets: ['open sesame'] });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    const { text, data } = await grantCredits(desk, 50 * CREDIT, { name: 'bonus', expires: '2026-12-24' });
    expect(text).toContain('now 50 credits');
    expect(data).toMatchObject({ scope: 'grant', limit: 50, who: 'person', resetsAt: '2026-12-24T00:00:00.000Z' });
    const lines = await desk.store.entries('poster', [{ scope: 'grant', subject: '*' }]);
    expect(lines).toMatchObject([{ kind: 'limit', note: { who: 'person' } }]);
    const shown = (await showBudgets(desk)).text;
    expect(shown).toMatch(/grant +\* +bonus +50 .* 2026-12-24 00:00/);
    expect(shown).toMatch(/grant +\* +plan +1,000 .* 2026-12-01 00:00/);
  });

  it('needs none to say that less is left', async () => {
    const desk = fakeDesk({ config: { balances }, secrets: [] });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    expect((await grantCredits(desk, 640 * CREDIT, { name: 'plan' })).data).toMatchObject({
      limit: 640,
      who: 'client',
    });
  });
});
