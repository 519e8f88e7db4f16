import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { beginningOf, shortened } from '../../src/model/shortened.js';

describe('a text that is too long', () => {
  it.each([
    ['a fox', 5, 'a fox'],
    ['a foxes', 5, 'a fo…'],
    ['a fox', 1, '…'],
    ['', 0, ''],
    ['ab🦊c', 5, 'ab🦊c'],
    ['ab🦊cd', 5, 'ab🦊…'],
    ['ab🦊cd', 4, 'ab…'],
    ['ab🦊cd', 3, 'ab…'],
  ])('%j at most %i long is %j', (text, most, short) => {
    expect(shortened(text, most)).toBe(short);
  });

  it('is never longer than allowed, begins as it did, and no character is torn apart', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const short = shortened(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        expect(text.startsWith(short.endsWith('…') && short !== text ? short.slice(0, -1) : short)).toBe(true);
        expect(short).not.toMatch(/\p{Surrogate}/u);
        expect(short.length).toBeGreaterThanOrEqual(Math.min(text.length, most - 1));
      }),
    );
  });
});

describe('the beginning of a text', () => {
  it.each([
    ['ab🦊', 2, 'ab'],
    ['ab🦊', 3, 'ab'],
    ['ab🦊', 4, 'ab🦊'],
    ['ab', 0, ''],
    ['ab\uD83Ec', 3, 'ab\uD83E'],
  ])('%j at most %i long is %j', (text, most, beginning) => {
    expect(beginningOf(text, most)).toBe(beginning);
  });
});
