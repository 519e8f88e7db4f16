import { describe, expect, it } from 'vitest';
import { unwrap } from '../../src/prompt/unwrap.js';

describe('unwrap', () => {
  it.each([
    ['please generate an image of an otter', 'an otter'],
    ['could you please create a new video clip showing an otter', 'an otter'],
    ["i'd like you to make a picture of an otter please", 'an otter'],
    ['regenerate: try again: an otter, thanks', 'an otter'],
    ['same but an otter', 'an otter'],
    ['the same image again: an otter', 'an otter'],
    ['/imagine prompt: an otter', 'an otter'],
    ['an image of an otter', 'an otter'],
    ['create a logo for an otter farm', 'a logo for an otter farm'],
    ['hello, an otter', 'an otter'],
    ['bitte erstelle ein bild von einem otter', 'einem otter'],
    ["genere une image d'une loutre", 'une loutre'],
    ['por favor crea una imagen de una nutria', 'una nutria'],
    ['пожалуйста создай изображение выдры', 'выдры'],
    ['请生成一张图片:水獭', '水獭'],
    ['カワウソの画像を生成してください', 'カワウソ'],
    ['수달 이미지를 그려줘', '수달'],
  ])('reads %s as %s', (text, inner) => {
    expect(unwrap(text)).toBe(inner);
  });

  it.each([
    'draw of the sword',
    'hello kitten poster',
    'a photo of an otter',
    'make it darker',
    'an otter falling again',
    'a card that says thank you',
    'please',
    'generate',
  ])('leaves %s alone', (text) => {
    expect(unwrap(text)).toBe(text);
  });
});
