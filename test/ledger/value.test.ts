import { expect, it } from 'vitest';
import { valueOf } from '../../src/ledger/value.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

it('names the models of each kind and server, the least paid per kept take first', () => {
  const kept = { feedback: feedbackOf('approve') };
  const takes = [
    takeOf({ model: 'dear', paid: 50, ...kept }),
    takeOf({ model: 'cheap', paid: 20 }),
    takeOf({ model: 'cheap', paid: 20, ...kept }),
    takeOf({ model: 'cheap', server: 'other', paid: 1 }),
    takeOf({ model: 'film', kind: 'video', paid: 5, ...kept }),
    takeOf({ kind: 'edit', paid: 5, ...kept }),
  ];
  expect(valueOf(takes).map(({ kind, server, model, perKept }) => [kind, server, model, perKept])).toEqual([
    ['edit', 'studio', 'generate_image', 5],
    ['image', 'studio', 'cheap', 40],
    ['image', 'studio', 'dear', 50],
    ['image', 'other', 'cheap', undefined],
    ['video', 'studio', 'film', 5],
  ]);
});
