import { describe, expect, it } from 'vitest';
import { leadOf, plainText, wordsOfName } from '../../../src/upstreams/classify/text.js';

describe('wordsOfName', () => {
  it.each([
    ['generate_image', 'generate image'],
    ['generateHDImage', 'generate hd image'],
    ['Images.Generate', 'images generate'],
    ['text2image', 'text to image'],
    ['image_2_video', 'image to video'],
    ['veo2', 'veo2'],
    ['list-models', 'list models'],
    ['生成图片', '生成图片'],
    ['', ''],
  ])('reads %s as "%s"', (name, words) => {
    expect(wordsOfName(name).join(' ')).toBe(words);
  });
});

it('leaves code, marks and links out of a text', () => {
  expect(plainText('**Makes** a [clip](https://a.example).\n```sh\ncurl -X POST\n```')).toBe('makes a clip.');
});

it.each([
  ['lists all models. use it first.', 'lists all models'],
  ['get a job\nby its id', 'get a job'],
  ['image (png, jpeg) from text', 'image png jpeg from text'],
  ['', ''],
])('takes the first sentence of "%s"', (text, lead) => {
  expect(leadOf(text)).toBe(lead);
});
