import { describe, expect, it } from 'vitest';
import { withDigits } from '../../src/prompt/digits.js';

describe('withDigits', () => {
  it.each([
    ['two kites', '2 kites'],
    ['twenty five kites', '25 kites'],
    ['five s', '5 second'],
    ['otter s', 'otter s'],
  ])('%s: %s', (text, expected) => {
    expect(withDigits(text.split(' ')).join(' ')).toBe(expected);
  });
});
