import { expect, it } from 'vitest';
import { presets } from '../../src/upstreams/presets/index.js';
import { unchecked } from '../../src/upstreams/unchecked.js';

it('claims no date, and every price of a published server is an estimate: none was read at the provider itself', () => {
  expect(Object.keys(unchecked)).not.toContain('asOf');
  for (const { name, paid } of presets) {
    if (name === 'studio') continue;
    for (const [tool, { price }] of Object.entries(paid)) {
      expect({ name, tool, quality: price?.quality ?? 'estimate' }).toEqual({ name, tool, quality: 'estimate' });
      if (price?.source === unchecked.source) expect(price.asOf).toBeUndefined();
    }
  }
});
