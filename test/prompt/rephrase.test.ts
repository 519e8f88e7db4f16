import { describe, expect, it } from 'vitest';
import { rephrased } from '../../src/prompt/rephrase.js';

const plain = (text: string): string => rephrased(text.split(' ')).join(' ');

describe('what a thing is like, has on, and does', () => {
  it.each([
    ['a bridge made of stone', 'a stone bridge'],
    ['slopes covered with snow', 'snowy slopes'],
    ['the room is white and small', 'the small white room'],
    ['the barge is red and is sinking', 'the red barge is sinking'],
    ['an owl that is black', 'an black owl'],
    ['a sleeping owl on a beam', 'a owl sleeping on a beam'],
    ['a red haired monk', 'a monk with red hair'],
    ['a bearded monk', 'a monk with beard'],
    ['a vase sits on a shelf', 'a vase on a shelf'],
    ['a monk in a blue robe', 'a monk wearing a blue robe'],
    ['two owls stand on a beam', 'two owls standing on a beam'],
    ["the owl's tail", 'the tail of the owl'],
    ['a white big barge', 'a big white barge'],
  ])('%s is %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    'a monk sits on a shelf',
    'a vase stands on a shelf',
    'a cat in a coat pocket',
    'a light blue small barge',
    'a blue green barge',
    'a cat and a seal in red and blue',
    'the barge is red and the quay is white',
    'owls',
    '',
  ])('leaves "%s" alone', (text) => {
    expect(plain(text)).toBe(text);
  });
});
