import { describe, expect, it } from 'vitest';
import { spellings } from '../../../src/prompt/words/spelling.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

describe('spellings', () => {
  const written = spellings.map(([from]) => from);

  it('are in normal form, one meaning each', () => {
    expect(unreachable(spellings.flat())).toEqual([]);
    expect(repeated(written)).toEqual([]);
  });

  it('need only one step', () => {
    expect(spellings.filter(([, meant]) => written.includes(meant))).toEqual([]);
  });

  it('are never empty', () => {
    expect(spellings.filter(([from, meant]) => from === '' || meant === '')).toEqual([]);
  });
});
