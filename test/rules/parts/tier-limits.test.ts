import { describe, expect, it } from 'vitest';
import { phases, purposes, type Phase, type Purpose } from '../../../src/model/phase.js';
import { tierRank } from '../../../src/model/tier.js';
import { highestTier, lowestTier } from '../../../src/rules/parts/tier-limits.js';

describe('the tiers that a phase is worth', () => {
  it.each<[Phase, Purpose | undefined, string]>([
    ['explore', undefined, 'budget'],
    ['select', undefined, 'standard'],
    ['hero', undefined, 'premium'],
    ['explore', 'print', 'budget'],
    ['select', 'internal-review', 'budget'],
    ['hero', 'social', 'standard'],
    ['hero', 'background', 'budget'],
    ['finish', 'portfolio', 'premium'],
  ])('go in %s for %s up to %s', (phase, purpose, tier) => {
    expect(highestTier(phase, purpose)).toBe(tier);
  });

  it.each<[Phase, Purpose, string]>([
    ['hero', 'print', 'standard'],
    ['hero', 'final-delivery', 'standard'],
    ['hero', 'social', 'budget'],
    ['explore', 'print', 'budget'],
  ])('begin in %s for %s at %s', (phase, purpose, tier) => {
    expect(lowestTier(phase, purpose)).toBe(tier);
  });

  it('never begin above where they end', () => {
    const pairs = phases.flatMap((phase) => purposes.map((purpose) => [phase, purpose] as const));
    const wrong = pairs.filter((pair) => tierRank(lowestTier(...pair)) > tierRank(highestTier(...pair)));
    expect(wrong).toEqual([]);
  });

  it('never fall as a shot goes on', () => {
    const ranks = purposes.map((purpose) => phases.map((phase) => tierRank(highestTier(phase, purpose))));
    expect(ranks).toEqual(ranks.map((ofPhases) => [...ofPhases].sort((one, other) => one - other)));
  });
});
