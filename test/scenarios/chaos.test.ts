import { describe, expect, it } from 'vitest';
import { outputChaos } from './parts/output-chaos.js';
import { seed } from '../setup/seed.js';

describe(`outputs that meet every kind of trouble (seed ${seed}; GREENLIGHT_SEED repeats it)`, () => {
  it.each(['in answers', 'by address'] as const)('are all kept when they come %s', async (way) => {
    const { takes } = await outputChaos({ way, seed, calls: 60, killEvery: 20 });
    expect(takes.length).toBeGreaterThanOrEqual(45);
  });
});
