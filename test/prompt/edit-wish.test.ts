import { describe, expect, it } from 'vitest';
import { editWish, isOnePart, type EditWish } from '../../src/prompt/edit-wish.js';

describe('a wish for a picture that is there', () => {
  it.each<[EditWish, readonly string[]]>([
    [
      'part',
      [
        'the sign at the left',
        'her hat',
        'replace the sign with a lantern',
        'the text on the banner is misspelt',
        'sky',
        'dog',
        'a boat in the lower right corner instead of the rock',
        'das Schild links',
      ],
    ],
    ['colour', ['make the car blue', 'recolour the door', 'red scarf instead of green', 'the jacket should be black']],
    [
      'canvas',
      [
        'wider',
        'make it wider',
        'a bit wider on the left',
        'wider shot',
        'zoom out',
        'more room on the left',
        'more empty space above',
        'extend it to the right',
        'his feet are cut off',
        'cropped too tight',
      ],
    ],
    [
      'other',
      [
        '',
        'more dramatic',
        'brighter',
        'warmer light',
        'the light',
        'the colours are too dull',
        'a different composition',
        'the whole picture looks flat',
        'another angle',
        'make it night',
        'the hat and the sky',
        'hat, scarf, boots',
        'more fog',
        'happier',
        'red',
        'black and white',
        'the fox should look to the left, and the snow should be deeper, with tracks',
        'a wider smile would be nice for the man who stands behind the counter of the little shop near us',
      ],
    ],
  ])('is %s', (wish, texts) => {
    expect(texts.map((text) => [text, editWish(text)])).toEqual(texts.map((text) => [text, wish]));
  });

  it.each<[string, boolean]>([
    ['hat', true],
    ['the people in the background', true],
    ['the red car', true],
    ['watermark', true],
    ['blur', false],
    ['everything behind the fox', false],
    ['hat and scarf', false],
    ['hats, scarves', false],
    ['the moody style', false],
    ['too much snow', false],
    ['', false],
  ])('to take away %j is about one part: %s', (text, isOne) => {
    expect(isOnePart(text)).toBe(isOne);
  });
});
