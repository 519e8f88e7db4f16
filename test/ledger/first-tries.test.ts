import { expect, it } from 'vitest';
import { firstTriesOf } from '../../src/ledger/first-tries.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const kept = { feedback: feedbackOf('approve') };

it('looks at the first take of each shot and phase', () => {
  const found = firstTriesOf([
    takeOf({ id: 't_3', at: 3, model: 'a', ...kept }),
    takeOf({ id: 't_1', at: 1, model: 'b' }),
    takeOf({ id: 't_4', at: 4, model: 'a', phase: 'hero', ...kept }),
    takeOf({ id: 't_5', at: 5, model: 'a', shot: 'boat', ...kept }),
    takeOf({ id: 't_6', at: 6, model: 'b', shot: 'boat', ...kept }),
  ]);
  expect(found).toMatchObject({ tries: 3, kept: 2 });
  expect(found.landed.map(({ id }) => id)).toEqual(['t_5', 't_4']);
  expect(found.byModel).toEqual([
    { model: 'a', tries: 2, kept: 2 },
    { model: 'b', tries: 1, kept: 0 },
  ]);
});

it('of nothing is nothing', () => {
  expect(firstTriesOf([])).toEqual({ tries: 0, kept: 0, byModel: [], landed: [] });
});
