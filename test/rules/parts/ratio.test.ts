import { describe, expect, it } from 'vitest';
import { isSameShape, ratioOf, ratioText } from '../../../src/rules/parts/ratio.js';

describe('the ratio of a picture', () => {
  it.each([
    [{ width: 1920, height: 1080 }, 16 / 9],
    [{ width: 512, height: 512, aspect: '16:9' }, 1],
    [{ aspect: '16:9' }, 16 / 9],
    [{ aspect: ' 3 : 2 ' }, 1.5],
    [{ aspect: '1024x768' }, 4 / 3],
    [{ aspect: '1.5' }, 1.5],
    [{ aspect: 'Square' }, 1],
    [{ aspect: 'portrait' }, undefined],
    [{ aspect: '1:0' }, undefined],
    [{ aspect: '0:1' }, undefined],
    [{ width: 512 }, undefined],
    [{}, undefined],
  ])('of %j is %d', (sides, ratio) => {
    expect(ratioOf(sides)).toBe(ratio);
  });

  it('is the same for sides that were rounded to blocks', () => {
    expect(isSameShape(1344 / 768, 16 / 9)).toBe(true);
    expect(isSameShape(4 / 3, 3 / 2)).toBe(false);
  });

  it.each([
    [1920, 1080, '16:9'],
    [1024, 1024, '1:1'],
    [333, 1000, '333:1000'],
    [0, 0, '0:0'],
  ])('of %i × %i is written %s', (width, height, text) => {
    expect(ratioText(width, height)).toBe(text);
  });
});
