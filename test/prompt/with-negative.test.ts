import { describe, expect, it } from 'vitest';
import { mergedNegative, withSuffix } from '../../src/prompt/with-negative.js';

describe('a negative prompt', () => {
  it('takes what is missing, and nothing twice', () => {
    expect(mergedNegative('', ['hat'])).toBe('hat');
    expect(mergedNegative('blurry,  hats ', ['hat', 'scarf'])).toBe('blurry, hats, scarf');
  });
});

describe('a suffix', () => {
  it.each([
    ['a fox', 'a fox --no hat, scarf'],
    ['a fox --no blur', 'a fox --no blur, hat, scarf'],
    ['a fox --no hats --ar 16:9', 'a fox --no hats, scarf --ar 16:9'],
    ['a fox --ar 16:9', 'a fox --ar 16:9 --no hat, scarf'],
    ['', '--no hat, scarf'],
  ])('goes to the end of “%s”, or into what stands there', (prompt, expected) => {
    expect(withSuffix(prompt, '--no ', ['hat', 'scarf'])).toBe(expected);
  });

  it('may be any text of the tool’s', () => {
    expect(withSuffix('a fox', '[not]', ['hat'])).toBe('a fox [not] hat');
    expect(withSuffix('a fox [not] blur', '[not]', ['hat'])).toBe('a fox [not] blur, hat');
  });
});
