import { describe, expect, it } from 'vitest';
import { orderMatters } from '../../src/prompt/clause-order.js';
import { clausesOf } from '../../src/prompt/tokens.js';

const matters = (text: string): boolean => orderMatters(clausesOf(text, []));

describe('orderMatters', () => {
  it.each([
    'a bell rings, then a dog barks',
    'a bell rings, followed by a bark',
    'a man opens the heavy door. the cat runs away quickly.',
    'first frame: a seed; last frame: an oak',
    'on the left, a seed, on the right, an oak',
    'a knight, with a sword, a monk',
    'cat, red, dog, blue',
    '一匹马在吃草,然后它开始小跑',
  ])('in %s', (text) => {
    expect(matters(text)).toBe(true);
  });

  it.each([
    'otter, teacup, steam',
    'otter, red scarf, blue cup',
    'a portrait of an otter, in fog, oil painting',
    'a 5 second clip, otter',
    'an otter, next to a cup',
    'only one clause, intricate',
    'otter',
    '',
  ])('not in %s', (text) => {
    expect(matters(text)).toBe(false);
  });
});
