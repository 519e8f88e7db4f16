import { expect, it } from 'vitest';
import { planActual } from '../../src/ledger/plan-actual.js';
import { itemOf, planOf, takeOf } from '../fixtures/takes.js';

it('sets what was paid against each item, and what belongs to none beside it', () => {
  const plan = planOf(itemOf({ estimate: 50 }), itemOf({ shot: 'boat', estimate: undefined }), itemOf({ shot: 'sea' }));
  const takes = [
    takeOf({ item: 'fox/explore', paid: 30 }),
    takeOf({ item: 'fox/explore', paid: 40 }),
    takeOf({ item: 'boat/explore', paid: 7 }),
    takeOf({ item: 'gone/explore', paid: 3 }),
    takeOf({ paid: 2 }),
  ];
  expect(planActual(plan, takes)).toEqual({
    items: [
      { item: 'fox/explore', planned: 50, paid: 70, drift: 20 },
      { item: 'boat/explore', planned: undefined, paid: 7, drift: undefined },
      { item: 'sea/explore', planned: 5_000_000, paid: 0, drift: -5_000_000 },
    ],
    outside: 5,
  });
  expect(planActual(undefined, takes)).toEqual({ items: [], outside: 82 });
});
