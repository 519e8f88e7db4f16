import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { smallerSize } from '../../src/gate/smaller-size.js';
import { read, toolWith } from '../fixtures/tool-lens.js';

const pixels = 1024 * 1024;
const tool = toolWith({ width: 'w', height: 'h', size: 'size' });

describe('a smaller size', () => {
  it('is within the bound, in whole blocks, and keeps the aspect', () => {
    const side = fc.integer({ min: 512, max: 8192 });
    fc.assert(
      fc.property(side, side, (w, h) => {
        const smaller = smallerSize(tool, read(tool, { w, h }), pixels);
        if (smaller === undefined) {
          expect(w * h <= pixels).toBe(true);
          return;
        }
        expect(smaller.width * smaller.height).toBeLessThanOrEqual(pixels);
        expect([smaller.width % 8, smaller.height % 8]).toEqual([0, 0]);
        expect(Math.abs(smaller.width / smaller.height / (w / h) - 1)).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it('is written in the form of the larger one', () => {
    expect(smallerSize(tool, read(tool, { size: '2048 X 2048' }), pixels)).toEqual({
      width: 1024,
      height: 1024,
      size: '1024 X 1024',
    });
  });

  it('is none of what is small enough, or of no known size', () => {
    expect(smallerSize(tool, read(tool, { size: '1024x1024' }), pixels)).toBeUndefined();
    expect(smallerSize(tool, read(tool, { size: '2k' }), pixels)).toBeUndefined();
  });
});
