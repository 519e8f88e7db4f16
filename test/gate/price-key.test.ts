import { describe, expect, it } from 'vitest';
import { priceKeyOf } from '../../src/gate/price-key.js';
import { openBench, pictureTool } from '../fixtures/gate-bench.js';

describe('the digest of a price list', () => {
  it('is another one once a price is another, and only then', async () => {
    const { ports } = await openBench();
    const key = priceKeyOf(ports, pictureTool());
    expect(priceKeyOf(ports, pictureTool({ kind: 'video' }))).toBe(key);
    expect(priceKeyOf(ports, pictureTool({ price: { credits: 6 } }))).not.toBe(key);
  });
});
