import { describe, expect, it } from 'vitest';
import * as layers from '../../../src/prompt/words/layers.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

const { opposites, ...lists } = layers;

describe.each(Object.entries(lists))('%s', (_, words) => {
  it('are in normal form', () => {
    expect(unreachable(words)).toEqual([]);
  });
});

describe('opposites', () => {
  it('stand on one side only', () => {
    for (const [left, right] of opposites) expect(repeated([...left, ...right])).toEqual([]);
    expect(unreachable(opposites.flat(2))).toEqual([]);
  });
});
