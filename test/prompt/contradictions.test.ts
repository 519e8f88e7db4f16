import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { contradictionsIn } from '../../src/prompt/contradictions.js';
import { consistent, contradictory } from './fixtures/short-prompts.js';

const found = (prompt: string) => contradictionsIn(analyse({ prompt }));

describe('what cannot both be meant', () => {
  it.each(contradictory)('is named: %s "%s"', (_, prompt, pair) => {
    expect(found(prompt)).toEqual([pair]);
  });

  it.each(consistent)('is not seen in %s "%s"', (_, prompt) => {
    expect(found(prompt)).toEqual([]);
  });
});
