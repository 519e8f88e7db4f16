import { describe, expect, it } from 'vitest';
import { moodOf, writeScore } from '../../../src/studio/sound/score.js';

describe('moodOf', () => {
  it('follows the words and is cheerful without any', () => {
    expect(moodOf('a calm lullaby').name).toBe('calm');
    expect(moodOf('birthday song').name).toBe('cheerful');
  });
});

describe('writeScore', () => {
  it('has drums where the mood has them', () => {
    const drums = (prompt: string) => writeScore(prompt, 1, 10).filter((note) => note.instrument === 'kick').length;
    expect(drums('energetic techno')).toBeGreaterThan(0);
    expect(drums('calm ambient')).toBe(0);
  });

  it('starts no note after the end', () => {
    expect(writeScore('epic trailer', 2, 7).every((note) => note.startSeconds < 7)).toBe(true);
  });

  it('writes another melody for another seed', () => {
    expect(writeScore('song', 1, 10)).not.toEqual(writeScore('song', 2, 10));
  });
});
