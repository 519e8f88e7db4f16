import { describe, expect, it } from 'vitest';
import { vocabulary } from '../../../src/prompt/words/vocabulary.js';
import { unreachable } from '../fixtures/reachable.js';

describe('the vocabulary', () => {
  it('is in normal form', () => {
    expect(unreachable(vocabulary)).toEqual([]);
  });
});
