import { describe, expect, it } from 'vitest';
import * as grammar from '../../../src/prompt/words/grammar.js';
import { materialWords } from '../../../src/prompt/words/material.js';
import { unreachable } from '../fixtures/reachable.js';

describe('words of grammar', () => {
  it.each(Object.entries(grammar))('%s are in normal form', (_, words) => {
    expect(unreachable(words)).toEqual([]);
  });

  it('never drop a negation or a word that changes the picture', () => {
    const dropped = [...grammar.emptyWords];
    expect(dropped.filter((word) => grammar.negators.has(word) || grammar.absences.has(word))).toEqual([]);
    expect(dropped.filter((word) => materialWords.has(word))).toEqual([]);
  });
});
