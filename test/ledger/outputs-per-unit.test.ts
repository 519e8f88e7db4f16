import { expect, it } from 'vitest';
import { outputsPerUnit } from '../../src/ledger/outputs-per-unit.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { listedTool } from '../fixtures/listed-tool.js';
import { requestOf } from '../fixtures/rule-input.js';

const grid = { model: 'grid', amount: 8, outputsPerCall: 4 };

it('is that of the price of a profile, and one where there is none', () => {
  expect(outputsPerUnit(pictureTool({ price: { credits: 8, outputsPerCall: 4 } }).profile, requestOf())).toBe(4);
  expect(outputsPerUnit(pictureTool({ price: undefined }).profile, requestOf())).toBe(1);
});

it.each([
  ['that of the entry that holds', [grid], 'grid', 4],
  ['one for a model without an entry', [grid], 'single', 1],
  ['the fewest where several can hold', [grid, { ...grid, outputsPerCall: 2 }], 'grid', 2],
  ['one where the entry has no price in credits', [{ ...grid, currency: 'EUR' }], 'grid', 1],
])('is %s', (_, entries, model, expected) => {
  expect(outputsPerUnit(listedTool(entries).profile, requestOf({ model }))).toBe(expected);
});

it('is never what a server states itself', () => {
  const { profile } = listedTool([grid]);
  const stated = { prices: profile.listed ?? [], isBound: false, words: [] };
  expect(outputsPerUnit({ ...profile, listed: undefined, stated }, requestOf({ model: 'grid' }))).toBe(1);
});
