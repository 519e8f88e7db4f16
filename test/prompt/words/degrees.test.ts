import { expect, it } from 'vitest';
import { degrees } from '../../../src/prompt/words/degrees.js';

it('each word of degree has two single words, one to each side', () => {
  for (const [word, { more, less }] of degrees) {
    expect(word, word).toMatch(/^[a-z]+$/);
    expect(more, word).toMatch(/^[a-z]+$/);
    expect(less, word).toMatch(/^[a-z]+$/);
    expect(more).not.toBe(less);
  }
  expect(degrees.get('dark')).toEqual({ more: 'darker', less: 'brighter' });
});
