import { describe, expect, it } from 'vitest';
import * as lists from '../../../src/prompt/words/whole-picture.js';

describe.each(Object.entries(lists))('%s', (name, words) => {
  it('are single words in small letters, as a wish is read', () => {
    expect([...words].filter((word) => !/^\p{Ll}+$/u.test(word))).toEqual([]);
  });

  it('stand in no other list', () => {
    const others = Object.entries(lists).flatMap(([other, more]) => (other === name ? [] : [...more]));
    expect([...words].filter((word) => others.includes(word))).toEqual([]);
  });
});
