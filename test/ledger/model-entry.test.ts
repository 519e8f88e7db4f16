import { expect, it } from 'vitest';
import { modelEntryOf } from '../../src/ledger/model-entry.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { listedTool } from '../fixtures/listed-tool.js';

it('is what the price of the profile says of a model, and no more', () => {
  const { profile } = pictureTool({ price: { models: { fine: { credits: 5, tier: 'premium', lane: 'relaxed' } } } });
  expect(modelEntryOf(profile, 'fine')).toMatchObject({ tier: 'premium', lane: 'relaxed' });
  expect(modelEntryOf(profile, 'constructor')).toEqual({});
  const { listed } = listedTool([{ model: '*', amount: 1, tier: 'budget' }]).profile;
  expect(modelEntryOf({ ...profile, listed }, 'other')).toEqual({});
});

it('is what the closest entry of the price list says, by the exact model before the longest pattern', () => {
  const { profile } = listedTool([
    { model: '*', amount: 1, tier: 'budget', lane: 'open' },
    { model: 'veo-*', amount: 2, tier: 'premium' },
    { model: 'veo-fast', amount: 3, tier: 'standard' },
    { model: 'veo-fast', amount: 4, tier: 'premium', tool: undefined },
    { model: 'veo-3', amount: 5 },
  ]);
  expect(modelEntryOf(profile, 'veo-fast')).toEqual({ tier: 'standard', lane: 'open' });
  expect(modelEntryOf(profile, 'veo-3')).toEqual({ tier: 'premium', lane: 'open' });
  expect(modelEntryOf(profile, 'sora')).toEqual({ tier: 'budget', lane: 'open' });
});
