import { describe, expect, it } from 'vitest';
import { planGrant, type GrantWish } from '../../src/cli/plan-grant.js';
import type { ConfigInput } from '../../src/config.js';
import { CREDIT, fakeDesk, noon } from './fake-desk.js';

const balances: ConfigInput['balances'] = [
  { name: 'plan', credits: 1000, renews: 'month' },
  { name: 'images-pack', server: 'images', credits: 50 },
];

const grant = async (wish: GrantWish, credits: number, config: ConfigInput = { balances }) => {
  const desk = fakeDesk({ config });
  const known = { id: 'grant:*:bonus:once', scope: 'grant', subject: '*' } as const;
  await desk.store.limit(known, { limit: 30 * CREDIT }, 'person');
  return planGrant(desk.store, desk.config, noon, wish, credits * CREDIT);
};

describe('planGrant', () => {
  it('opens what is new, until its date', async () => {
    expect(await grant({ name: 'gift', expires: '2026-12-01', server: 'images' }, 20)).toMatchObject({
      account: { id: 'grant:images:gift:2026-12-01', subject: 'images', resetsAt: Date.parse('2026-12-01T00:00:00Z') },
      before: { limit: 0 },
      limit: 20 * CREDIT,
      loosens: true,
    });
  });

  it.each([
    ['bonus', 10, 'grant:*:bonus:once', false],
    ['bonus', 31, 'grant:*:bonus:once', true],
    ['plan', 640, 'grant:*:plan:2026-11-01', false],
    ['plan', 1001, 'grant:*:plan:2026-11-01', true],
  ])('sets %s, which is there, to %d', async (name, credits, id, loosens) => {
    expect(await grant({ name }, credits)).toMatchObject({ account: { id }, limit: credits * CREDIT, loosens });
  });

  it.each([
    [{ name: 'gift', server: 'video' }, { balances: balances.slice(1) }, 'no-balance'],
    [{ name: 'gift' }, {}, 'no-balance'],
    [{ name: 'gift', expires: '2026-11-22' }, { balances }, 'grant-lapsed'],
  ] as const)('refuses %j', async (wish, config, code) => {
    await expect(grant(wish, 5, config as ConfigInput)).rejects.toMatchObject({ code });
  });
});
