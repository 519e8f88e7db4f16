import { describe, expect, it } from 'vitest';
import { alterations, fillers, moods, pronouns } from '../../../src/prompt/words/feedback.js';

describe('the words of feedback', () => {
  it('are listed as they are searched: plain, in lower case', () => {
    for (const word of [...alterations, ...moods, ...pronouns]) expect(word).toMatch(/^[a-z' ]+$/);
    expect(alterations.has('crop')).toBe(true);
    expect(pronouns.has('the whole thing')).toBe(true);
  });

  it('begin with what says nothing of the point', () => {
    expect('please lose the hat'.replace(fillers, '')).toBe('lose the hat');
    expect('pleased with it'.replace(fillers, '')).toBe('pleased with it');
  });
});
