import { describe, expect, it } from 'vitest';
import { boilerplateNegatives } from '../../../src/prompt/words/negatives.js';
import { unreachable } from '../fixtures/reachable.js';

describe('boilerplateNegatives', () => {
  it('are in normal form', () => {
    expect(unreachable(boilerplateNegatives)).toEqual([]);
  });

  it('leave out what is asked away because it did appear', () => {
    expect(['text', 'logo', 'people', 'hat'].filter((word) => boilerplateNegatives.has(word))).toEqual([]);
  });
});
