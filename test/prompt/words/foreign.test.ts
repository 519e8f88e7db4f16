import { describe, expect, it } from 'vitest';
import * as lists from '../../../src/prompt/words/foreign.js';
import { unreachable } from '../fixtures/reachable.js';

describe.each(Object.entries(lists))('%s', (_, words) => {
  it('are in normal form', () => {
    expect(unreachable(words)).toEqual([]);
  });
});
