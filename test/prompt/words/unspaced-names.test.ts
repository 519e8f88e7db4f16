import { describe, expect, it } from 'vitest';
import { unspacedNames } from '../../../src/prompt/words/unspaced-names.js';
import { unreachable } from '../fixtures/reachable.js';

describe('names in unspaced scripts', () => {
  it('are in normal form', () => {
    expect(unreachable([...unspacedNames.keys(), ...unspacedNames.values()])).toEqual([]);
  });

  it('replace no single character', () => {
    expect([...unspacedNames.keys()].filter((name) => name.length < 2)).toEqual([]);
  });

  it('are replaced once: what stands for a word is replaced by nothing else', () => {
    expect([...unspacedNames.values()].filter((name) => unspacedNames.has(name))).toEqual([]);
  });
});
