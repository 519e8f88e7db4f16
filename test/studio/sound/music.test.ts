import { describe, expect, it } from 'vitest';
import { renderMusic } from '../../../src/studio/sound/music.js';
import { SAMPLE_RATE } from '../../../src/studio/sound/wav.js';

describe('renderMusic', () => {
  const piece = renderMusic('calm piano', 4, 5);

  it('has the asked length, is heard and ends in silence', () => {
    expect(piece.length).toBe(5 * SAMPLE_RATE);
    expect(Math.max(...piece.map(Math.abs))).toBeGreaterThan(0.5);
    expect(Math.abs(piece.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  it('is the same for the same words and seed and differs for others', () => {
    expect(renderMusic('calm piano', 4, 5)).toEqual(piece);
    expect(renderMusic('calm piano', 5, 5)).not.toEqual(piece);
    expect(renderMusic('sad piano', 4, 5)).not.toEqual(piece);
  });
});
