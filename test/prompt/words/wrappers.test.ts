import { describe, expect, it } from 'vitest';
import { closings, openings } from '../../../src/prompt/words/wrappers.js';

describe('wrappers', () => {
  it('are anchored at the start or the end of the text', () => {
    expect(openings.filter(({ source }) => !source.startsWith('^'))).toEqual([]);
    expect(closings.filter(({ source }) => !source.endsWith('$'))).toEqual([]);
  });

  it('never match nothing', () => {
    expect([...openings, ...closings].filter((pattern) => pattern.test(''))).toEqual([]);
  });
});
