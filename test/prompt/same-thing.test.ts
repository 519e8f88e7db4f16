import { describe, expect, it } from 'vitest';
import { asksAway, isSameThing } from '../../src/prompt/same-thing.js';

describe('two names', () => {
  it.each([
    ['hat', 'the hats'],
    ['red hat', 'hat'],
    ['text', 'any text'],
    ['watermark', 'watermarks'],
  ])('%s and %s mean the same thing', (one, other) => {
    expect(isSameThing(one, other)).toBe(true);
    expect(isSameThing(other, one)).toBe(true);
  });

  it.each([
    ['hat', 'chat'],
    ['red hat', 'red scarf'],
    ['', 'hat'],
  ])('“%s” and “%s” do not', (one, other) => {
    expect(isSameThing(one, other)).toBe(false);
  });
});

describe('a thing is asked away', () => {
  it.each([
    ['a fox', 'blurry, hats'],
    ['a fox --no hats, glasses --ar 16:9', ''],
    ['a fox without a hat', ''],
    ['a fox, no hat', ''],
  ])('by “%s” with the negative “%s”', (prompt, negative) => {
    expect(asksAway(prompt, negative, 'hat')).toBe(true);
  });

  it.each([
    ['a fox in a hat', ''],
    ['a fox, no glasses', 'scarf'],
    ['a fox --ar 16:9', ''],
  ])('not by “%s” with the negative “%s”', (prompt, negative) => {
    expect(asksAway(prompt, negative, 'hat')).toBe(false);
  });
});
