import { describe, expect, it } from 'vitest';
import * as layers from '../../../src/prompt/words/layers.js';
import { unreachable } from '../fixtures/reachable.js';

describe.each(Object.entries(layers))('%s', (_, words) => {
  it('are in normal form', () => {
    expect(unreachable(words)).toEqual([]);
  });
});
