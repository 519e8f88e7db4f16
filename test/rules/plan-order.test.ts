import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/model/kind.js';
import type { Take } from '../../src/model/take.js';
import { planOrder } from '../../src/rules/plan-order.js';
import { contextOf, requestOf } from '../fixtures/rule-input.js';
import { takeOf } from '../fixtures/takes.js';

const check = (kind: Kind, change: Partial<Take> = {}) =>
  planOrder.check(requestOf({ kind }), contextOf({ takes: [takeOf({ id: 't_7', kind: 'upscale', ...change })] }));

describe('the rule on the order of steps', () => {
  it('remarks that a background is removed late', () => {
    expect(check('background-removal')).toEqual({
      rule: 'plan-order',
      code: 'cut-out-late',
      facts: { shot: 'fox', take: 't_7', paid: 5_000_000 },
    });
  });

  it.each<Kind>(['image', 'variation', 'edit', 'inpaint', 'outpaint', 'reframe'])('remarks a late %s', (kind) => {
    expect(check(kind)?.code).toBe('change-after-upscale');
  });

  it.each<Kind>(['video', 'voice', 'upscale'])('has nothing to say of a %s', (kind) => {
    expect(check(kind)).toBeUndefined();
  });

  it.each<[string, Partial<Take>]>([
    ['another shot was enlarged', { shot: 'hare' }],
    ['enlarging failed and cost nothing', { state: 'released', outcome: 'unbilled' }],
    ['nothing was enlarged', { kind: 'image' }],
  ])('has nothing to say when %s', (_, change) => {
    expect(check('edit', change)).toBeUndefined();
  });
});
