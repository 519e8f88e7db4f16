import { describe, expect, it } from 'vitest';
import { withoutEqualClauses } from '../../src/prompt/equal-clauses.js';

describe('withoutEqualClauses', () => {
  it('leaves the clauses that only one side has', () => {
    const left = [['red', 'cat'], ['rain'], ['fog']];
    const right = [['fog'], ['blue', 'cat'], ['rain']];
    expect(withoutEqualClauses(left, right)).toEqual([[['red', 'cat']], [['blue', 'cat']]]);
  });
});
