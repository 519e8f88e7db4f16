import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/prompt/change.js';
import { confidenceOf, type Evidence } from '../../src/prompt/confidence.js';

const sure = (evidence: Partial<Evidence>): number =>
  confidenceOf({
    ...{ rerun: 'certain', isSameKey: false, isFar: false, rewritten: [], weights: 0, material: [] },
    ...evidence,
  });
const changed = (...types: readonly Change['type'][]): number =>
  sure({ rerun: 'no', material: types.map((type) => ({ type, after: 'x' })) });

describe('how sure a verdict is', () => {
  it('is 1 for equal keys', () => {
    expect(sure({ isSameKey: true })).toBe(1);
  });

  it.each([
    ['bicycle', 'bicycel', 0.98],
    ['tea cup', 'teacup', 0.98],
    ['climbs', 'climbing', 0.97],
    ['car', 'automobile', 0.95],
  ])('is lower where %s became %s', (before, after, expected) => {
    expect(sure({ rewritten: [[before, after]] })).toBe(expected);
  });

  it('falls with each word that is written another way, and each weight', () => {
    expect(sure({ rewritten: [['car', 'automobile'], ['bicycle', 'bicycel']] })).toBe(0.93); // prettier-ignore
    expect(sure({ weights: 2 })).toBe(0.94);
  });

  it('rises with the kind and the number of real changes', () => {
    expect(changed('detail')).toBe(0.6);
    expect(changed('detail', 'detail')).toBe(0.84);
    expect(changed('colour')).toBe(0.95);
    expect(changed('duration')).toBe(0.99);
    expect(sure({ rerun: 'no', isFar: true, material: [{ type: 'detail', after: 'x' }] })).toBe(0.99);
  });

  it('is one half for a suspect', () => {
    expect(sure({ rerun: 'suspect' })).toBe(0.5);
  });
});
