import { describe, expect, it } from 'vitest';
import { emptyWords, negators } from '../../../src/prompt/words/grammar.js';
import { sayings } from '../../../src/prompt/words/sayings.js';
import { spellings } from '../../../src/prompt/words/spelling.js';
import { nounGroups, plainGroups, verbGroups } from '../../../src/prompt/words/synonyms.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

const tables = { nounGroups, verbGroups, plainGroups };

describe.each(Object.entries(tables))('%s', (_, groups) => {
  it('hold at least two words each, in normal form', () => {
    expect(groups.filter((group) => group.length < 2)).toEqual([]);
    expect(unreachable(groups.flat())).toEqual([]);
  });

  it('hold no word twice, so that no chain of meanings leads from one thing to another', () => {
    expect(repeated(groups.flat())).toEqual([]);
  });

  it('hold no word that is written otherwise before names are compared', () => {
    const rewritten = new Set([...spellings, ...sayings].map(([written]) => written));
    expect(groups.flat().filter((word) => rewritten.has(word))).toEqual([]);
  });

  it('hold no word that turns another round or has no content', () => {
    expect(groups.flat().filter((word) => negators.has(word) || emptyWords.has(word))).toEqual([]);
  });
});
