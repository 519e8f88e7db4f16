import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { analyse } from '../../src/prompt/analyse.js';
import { difference } from '../../src/prompt/difference.js';

const pairSchema = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  label: z.enum(['rerun', 'refinement', 'different']),
});

/** Pairs of prompts, written and labelled by hand. */
const pairs = readFileSync(new URL('fixtures/hand-pairs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => pairSchema.parse(JSON.parse(line)))
  .map((pair) => ({ ...pair, rerun: difference(analyse({ prompt: pair.a }), analyse({ prompt: pair.b })).rerun }));

const certain = pairs.filter(({ rerun }) => rerun === 'certain');

describe('difference, on pairs labelled by hand', () => {
  it('is certain about no prompt that was really changed', () => {
    expect(certain.filter(({ label }) => label !== 'rerun').map(({ id }) => id)).toEqual([]);
  });

  it('is certain about more than 85 in a hundred re-runs', () => {
    const reruns = pairs.filter(({ label }) => label === 'rerun');
    expect(reruns.length).toBeGreaterThan(70);
    expect(certain.length / reruns.length).toBeGreaterThan(0.85);
  });

  it('lets most changed prompts pass without a question', () => {
    const changed = pairs.filter(({ label }) => label !== 'rerun');
    expect(changed.filter(({ rerun }) => rerun === 'no').length / changed.length).toBeGreaterThan(0.8);
  });
});
