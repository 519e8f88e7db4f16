import { describe, expect, it } from 'vitest';
import { isThing } from '../../src/prompt/thing.js';

describe('a thing', () => {
  it.each([
    ['a red boat', true],
    ['two old men', true],
    ['boats', false],
    ['a boat on a lake', false],
    ['a man rowing', false],
    ['a very long list of words here', false],
  ])('is "%s": %s', (text, expected) => {
    expect(isThing(text.split(' '))).toBe(expected);
  });
});
