import { describe, expect, it } from 'vitest';
import { changing, opposites } from '../../../src/prompt/words/opposites.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

describe('opposites', () => {
  it('stand on one side only', () => {
    for (const { left, right } of opposites) expect(repeated([...left, ...right])).toEqual([]);
  });

  it('are in normal form', () => {
    expect(unreachable(changing)).toEqual([]);
    expect(unreachable(opposites.flatMap(({ left, right, unless = [] }) => [...left, ...right, ...unless]))).toEqual(
      [],
    );
  });
});
