import { describe, expect, it } from 'vitest';
import { oneCombination } from '../../src/gate/one-combination.js';
import { pictureTool, pricelessTool } from '../fixtures/gate-bench.js';
import { read } from '../fixtures/tool-lens.js';

const tool = pictureTool({ permutations: true });

describe('one combination of a call', () => {
  it('is the same call with the first of its prompts, at the price of one job', () => {
    const request = read(tool, { prompt: '{red, blue} fox', model: 'fine', count: 2, style: 'oil' });
    expect(oneCombination(tool, request)).toEqual({
      tool: 'studio_generate_image',
      arguments: { prompt: 'red fox', model: 'fine', count: 2, style: 'oil' },
      amount: 100_000_000,
    });
  });

  it('has no price where nobody knows it', () => {
    const priceless = { ...pricelessTool, profile: { ...pricelessTool.profile, permutations: true } };
    const single = oneCombination(priceless, read(priceless, { prompt: '{red, blue} fox' }));
    expect(single).toEqual({ tool: 'other_make', arguments: { prompt: 'red fox' }, amount: undefined });
  });

  it('is not there for a plain prompt, nor for one that is written in several pieces', () => {
    expect(oneCombination(tool, read(tool, { prompt: 'a fox' }))).toBeUndefined();
    expect(oneCombination(tool, read(tool, { prompt: ['{red, blue}', 'fox'] }))).toBeUndefined();
  });
});
