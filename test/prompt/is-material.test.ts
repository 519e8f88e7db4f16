import { describe, expect, it } from 'vitest';
import { isMaterial } from '../../src/prompt/is-material.js';

describe('isMaterial', () => {
  it.each(['red', '3', '16:9', 'no:hat', '"SALE', '🦦', '🇫🇷', '€', '+', '两只', '特写镜头', 'nobody', 'left'])(
    '%s',
    (word) => {
      expect(isMaterial(word)).toBe(true);
    },
  );

  it.each(['otter', 'sleek', 'with', 'ฟ', ''])('not %s', (word) => {
    expect(isMaterial(word)).toBe(false);
  });
});
