import { describe, expect, it } from 'vitest';
import { isForeign } from '../../src/prompt/is-foreign.js';
import { foreign } from './fixtures/short-prompts.js';

describe('a text that is not in English', () => {
  it.each(foreign)('is "%s"', (text) => {
    expect(isForeign(text)).toBe(true);
  });

  it.each([
    ...[
      'a café at noon',
      'art nouveau poster',
      'a crème brûlée',
      "I'm a fox, we've a hat",
      'Big Sur, the Met',
      '🦊 3:2',
    ],
    ...['sans serif letters', 'an EV, boom', 'a cane in a bath tub', ''],
  ])('is not "%s"', (text) => {
    expect(isForeign(text)).toBe(false);
  });
});
