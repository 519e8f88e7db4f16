import { describe, expect, it } from 'vitest';
import { entryOf } from '../../src/studio/catalog.js';
import { clipPrice, imagePrice, speechPrice } from '../../src/studio/pricing.js';

describe('imagePrice', () => {
  const entry = entryOf('text_to_image', 'flux-2-dev');

  it('is per picture and doubles above 1024 × 1024', () => {
    expect(imagePrice(entry, 1024, 1024, 1)).toBe(50);
    expect(imagePrice(entry, 2048, 512, 3)).toBe(150);
    expect(imagePrice(entry, 1032, 1024, 1)).toBe(100);
    expect(imagePrice(entry, 2048, 2048, 8)).toBe(800);
  });
});

describe('clipPrice', () => {
  const entry = entryOf('image_to_video', 'wan-2.5-fast');

  it('doubles above five seconds and adds half for sound', () => {
    expect(clipPrice(entry, 5, false)).toBe(60);
    expect(clipPrice(entry, 5.1, false)).toBe(120);
    expect(clipPrice(entry, 4, true)).toBe(90);
    expect(clipPrice(entry, 10, true)).toBe(180);
  });
});

describe('speechPrice', () => {
  const entry = entryOf('text_to_speech', 'speech-hd');

  it('counts every started thousand characters', () => {
    expect([1, 1000, 1001, 2500].map((characters) => speechPrice(entry, characters))).toEqual([40, 40, 80, 120]);
  });
});
