import { describe, expect, it } from 'vitest';
import { usd } from '../../src/upstreams/usd.js';

describe('a list price in dollars', () => {
  it('is as many credits as it has cents', () => {
    expect([usd(1), usd(0.04), usd(0)]).toEqual([100, 4, 0]);
  });

  it('keeps fractions of a cent without the dust of floats', () => {
    expect([usd(0.0035), usd(0.134), usd(0.000015)]).toEqual([0.35, 13.4, 0.0015]);
  });
});
