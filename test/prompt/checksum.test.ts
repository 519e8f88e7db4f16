import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/prompt/checksum.js';

describe('checksum', () => {
  it('tells tails apart by letters, order and length', () => {
    const marks = ['abc', 'abd', 'acb', 'abcc', ''].map((tail) => checksum(`head${tail}`, 4));
    expect(new Set(marks).size).toBe(5);
  });

  it('does not see what stands before', () => {
    expect(checksum('xxtail', 2)).toBe(checksum('yytail', 2));
  });
});
