import { describe, expect, it } from 'vitest';
import { phraseTable, replacePhrases } from '../../src/prompt/phrases.js';

const table = phraseTable([
  ['best', ''],
  ['best quality', 'fine'],
  ['up', 'above here'],
]);

describe('replacePhrases', () => {
  it('replaces the longest phrase first', () => {
    expect(replacePhrases(['best', 'quality', 'best', 'up'], table)).toEqual(['fine', 'above', 'here']);
  });

  it('leaves a phrase alone when told to', () => {
    const seen: unknown[] = [];
    const words = replacePhrases(['not', 'best'], table, (phrase, before) => {
      seen.push([phrase, before]);
      return false;
    });
    expect(words).toEqual(['not', 'best']);
    expect(seen).toEqual([['best', 'not']]);
  });

  it('is not fooled by names of object methods', () => {
    expect(replacePhrases(['constructor', '__proto__'], table)).toEqual(['constructor', '__proto__']);
  });
});
