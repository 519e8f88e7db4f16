import { expect, it } from 'vitest';
import { priceChanges } from '../../src/cli/price-changes.js';
import { priceEntrySchema } from '../../src/model/price-file.js';

const entry = (model: string, changes: object = {}) =>
  priceEntrySchema.parse({ model, unit: 'image', amount: 0.04, currency: 'USD', source: 'a page', ...changes });

it('tells what is new, gone and changed, in per cent', () => {
  const before = [entry('a'), entry('b'), entry('c'), entry('d', { amount: undefined, expression: '1' })];
  const after = [entry('b', { amount: 0.05, source: 'another page' }), entry('c'), entry('e'), entry('d')];
  expect(priceChanges(before, after)).toEqual([
    expect.objectContaining({ what: 'gone', name: 'a', before: 0.04, after: undefined, percent: undefined }),
    expect.objectContaining({ what: 'changed', name: 'b', before: 0.04, after: 0.05, percent: 25 }),
    expect.objectContaining({ what: 'changed', name: 'd', before: '1', after: 0.04, percent: undefined }),
    expect.objectContaining({ what: 'new', name: 'e', after: 0.04 }),
  ]);
  expect(priceChanges(before, before)).toEqual([]);
});
