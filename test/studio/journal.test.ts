import { describe, expect, it } from 'vitest';
import { hashArguments } from '../../src/studio/journal.js';

describe('hashArguments', () => {
  it('does not depend on the order of keys', () => {
    expect(hashArguments({ a: 1, b: { c: [2], d: 3 } })).toBe(hashArguments({ b: { d: 3, c: [2] }, a: 1 }));
    expect(hashArguments({ a: 1 })).not.toBe(hashArguments({ a: 2 }));
  });
});
