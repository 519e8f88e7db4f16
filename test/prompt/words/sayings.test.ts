import { describe, expect, it } from 'vitest';
import { mannerNouns, sayings } from '../../../src/prompt/words/sayings.js';
import { repeated, unreachable } from '../fixtures/reachable.js';

describe('sayings', () => {
  it('are in normal form, and each once', () => {
    const said = sayings.map(([phrase]) => phrase);
    expect(unreachable(said)).toEqual([]);
    expect(repeated(said)).toEqual([]);
  });

  it('never stand for another saying, so that the order of the table does not matter', () => {
    const said = new Set(sayings.map(([phrase]) => phrase));
    expect(sayings.filter(([, meant]) => said.has(meant))).toEqual([]);
  });

  it('know the nouns of manner', () => {
    expect(unreachable(mannerNouns)).toEqual([]);
    expect(mannerNouns.has('voice')).toBe(true);
  });
});
