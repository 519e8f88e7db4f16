import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { byLapse, grantName, grantRef, grantsOf, isAlive, renewsAt } from '../../src/ledger/grants.js';
import type { BalanceRule } from '../../src/model/balance.js';

const at = (moment: string): number => Date.parse(moment);
const plan: BalanceRule = { name: 'plan', credits: 1000, renews: 'month', day: 1, zone: 'UTC', rollOver: false };
const ids = (rule: BalanceRule, now: string): string[] => grantsOf(rule, at(now)).map(({ id }) => id);

describe('the grants of a balance that renews', () => {
  it.each([
    ['2026-11-22T12:00:00Z', 1, 'UTC', '2026-11-01', '2026-12-01T00:00:00Z'],
    ['2026-11-30T23:59:59Z', 1, 'UTC', '2026-11-01', '2026-12-01T00:00:00Z'],
    ['2026-12-01T00:00:00Z', 1, 'UTC', '2026-12-01', '2027-01-01T00:00:00Z'],
    ['2026-11-30T23:30:00Z', 1, 'Europe/Paris', '2026-12-01', '2026-12-31T23:00:00Z'],
    ['2026-02-27T12:00:00Z', 31, 'UTC', '2026-01-31', '2026-02-28T00:00:00Z'],
    ['2026-02-28T12:00:00Z', 31, 'UTC', '2026-02-28', '2026-03-31T00:00:00Z'],
    ['2028-02-29T12:00:00Z', 31, 'UTC', '2028-02-29', '2028-03-31T00:00:00Z'],
    ['2026-03-29T12:00:00Z', 29, 'Europe/Paris', '2026-03-29', '2026-04-28T22:00:00Z'],
    ['2026-10-20T12:00:00Z', 25, 'Europe/Paris', '2026-09-25', '2026-10-24T22:00:00Z'],
    ['2026-10-26T12:00:00Z', 25, 'Europe/Paris', '2026-10-25', '2026-11-24T23:00:00Z'],
    ['2018-11-04T02:59:59Z', 4, 'America/Sao_Paulo', '2018-10-04', '2018-11-04T03:00:00Z'],
  ])('at %s, on day %i in %s, are the one of %s until %s', (now, day, zone, key, lapses) => {
    const [grant, ...others] = grantsOf({ ...plan, day, zone }, at(now));
    expect(others).toEqual([]);
    expect(grant).toEqual({
      id: `grant:*:plan:${key}`,
      scope: 'grant',
      subject: '*',
      limit: 1000,
      resetsAt: at(lapses),
    });
    expect(renewsAt({ ...plan, day, zone }, at(now))).toBe(at(lapses));
  });

  it('follow on each other without a gap, whatever day and zone', () => {
    const moment = fc.integer({ min: at('2010-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') });
    const zone = fc.constantFrom('UTC', 'Europe/Paris', 'America/Sao_Paulo', 'Africa/Cairo', 'Asia/Amman');
    fc.assert(
      fc.property(moment, zone, fc.integer({ min: 1, max: 31 }), (now, where, day) => {
        const rule = { ...plan, zone: where, day };
        const [grant] = grantsOf(rule, now);
        const lapses = grant?.resetsAt ?? Number.NaN;
        expect(lapses).toBeGreaterThan(now);
        expect(grantsOf(rule, lapses - 1)).toEqual([grant]);
        expect(grantsOf(rule, lapses)[0]?.id).not.toBe(grant?.id);
        expect(lapses - now).toBeLessThanOrEqual(32 * 86_400_000);
      }),
    );
  });

  it('that rolls over are those of every month since it began, and none lapses', () => {
    const rule = { ...plan, day: 15, rollOver: true, grantedAt: '2026-09-20' };
    expect(ids(rule, '2026-11-22T12:00:00Z')).toEqual([
      'grant:*:plan:2026-09-15',
      'grant:*:plan:2026-10-15',
      'grant:*:plan:2026-11-15',
    ]);
    expect(grantsOf(rule, at('2026-11-22T12:00:00Z')).map(({ resetsAt }) => resetsAt)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(ids(rule, '2026-09-19T23:59:59Z')).toEqual([]);
  });

  it('end with it, and there is no renewal after that', () => {
    const rule = { ...plan, expires: '2026-11-25' };
    expect(grantsOf(rule, at('2026-11-22T00:00:00Z'))[0]?.resetsAt).toBe(at('2026-11-25T00:00:00Z'));
    expect(grantsOf(rule, at('2026-11-25T00:00:00Z'))).toEqual([]);
    expect(renewsAt(rule, at('2026-11-22T00:00:00Z'))).toBeUndefined();
  });
});

describe('the grant of a pack', () => {
  const pack: BalanceRule = { ...plan, name: 'pack', server: 'images', renews: 'none' };

  it('is one, from its date until it lapses, or for ever', () => {
    const dated = { ...pack, grantedAt: '2026-11-10', expires: '2026-12-10', zone: 'Europe/Paris' };
    expect(ids(dated, '2026-11-09T22:59:59Z')).toEqual([]);
    expect(ids(dated, '2026-11-09T23:00:00Z')).toEqual(['grant:images:pack:once']);
    expect(ids(dated, '2026-12-09T23:00:00Z')).toEqual([]);
    expect(grantsOf(pack, 0)).toMatchObject([{ subject: 'images', resetsAt: undefined }]);
  });

  it('comes once: what is still to come is its beginning', () => {
    const dated = { ...pack, grantedAt: '2026-11-10' };
    expect(renewsAt(dated, at('2026-11-01T00:00:00Z'))).toBe(at('2026-11-10T00:00:00Z'));
    expect(renewsAt(dated, at('2026-11-11T00:00:00Z'))).toBeUndefined();
  });
});

describe('grants in order', () => {
  it('are those that lapse first, then the older ones', () => {
    const [soon, later, old, young] = [
      grantRef('*', 'z', 'once', 5),
      grantRef('*', 'a', 'once', 9),
      grantRef('*', 'plan', '2026-01-01', undefined),
      grantRef('*', 'plan', '2026-02-01', undefined),
    ];
    expect([young, later, old, soon].sort(byLapse)).toEqual([soon, later, old, young]);
    expect(grantName(later)).toBe('a');
    expect([isAlive(soon, 4), isAlive(soon, 5), isAlive(old, 1e15)]).toEqual([true, false, true]);
  });
});
