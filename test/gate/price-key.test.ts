import { describe, expect, it } from 'vitest';
import { priceKeyOf } from '../../src/gate/price-key.js';
import { priceSchema } from '../../src/model/price.js';
import { openBench, pictureTool } from '../fixtures/gate-bench.js';

describe('the digest of a price list', () => {
  it('is another one once a price is another, and only then', async () => {
    const { ports } = await openBench();
    const key = priceKeyOf(ports, pictureTool());
    expect(priceKeyOf(ports, pictureTool({ kind: 'video' }))).toBe(key);
    expect(priceKeyOf(ports, pictureTool({ price: { credits: 6 } }))).not.toBe(key);
  });

  it('is another one once a server states another price, whatever the list says', async () => {
    const { ports } = await openBench();
    const keyOf = (credits: number): string => {
      const tool = pictureTool({ price: undefined });
      const price = priceSchema.parse({ credits, quality: 'estimate' });
      const stated = { prices: [{ closeness: 6, price, scale: 1 }], isBound: false, words: [] };
      return priceKeyOf(ports, { profile: { ...tool.profile, listed: [], stated } });
    };
    expect(keyOf(5)).toBe(keyOf(5));
    expect(keyOf(5)).not.toBe(keyOf(4));
  });
});
