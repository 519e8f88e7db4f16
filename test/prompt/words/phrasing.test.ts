import { describe, expect, it } from 'vitest';
import * as phrasing from '../../../src/prompt/words/phrasing.js';
import { unreachable } from '../fixtures/reachable.js';

describe('the words of phrasing', () => {
  it.each(Object.entries(phrasing))('%s are in normal form', (_, words) => {
    expect(unreachable(words.keys())).toEqual([]);
  });
});
