import { describe, expect, it } from 'vitest';
import { phases, purposes, type Phase, type Purpose } from '../../../src/model/phase.js';
import { tierRank } from '../../../src/model/tier.js';
import { usualQuality as usual, type Quality } from '../../../src/model/quality.js';
import { highestTier, lowestTier, mostPixels } from '../../../src/rules/parts/worth.js';

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
    expect(highestTier(usual, phase, purpose)).toBe(tier);
  });

  it.each<[Phase, Purpose, string]>([
    ['hero', 'print', 'standard'],
    ['hero', 'final-delivery', 'standard'],
    ['hero', 'social', 'budget'],
    ['explore', 'print', 'budget'],
  ])('begin in %s for %s at %s', (phase, purpose, tier) => {
    expect(lowestTier(usual, phase, purpose)).toBe(tier);
  });

  it('never begin above where they end', () => {
    const pairs = phases.flatMap((phase) => purposes.map((purpose) => [phase, purpose] as const));
    const wrong = pairs.filter((pair) => tierRank(lowestTier(usual, ...pair)) > tierRank(highestTier(usual, ...pair)));
    expect(wrong).toEqual([]);
  });

  it('never fall as a shot goes on', () => {
    const ranks = purposes.map((purpose) => phases.map((phase) => tierRank(highestTier(usual, phase, purpose))));
    expect(ranks).toEqual(ranks.map((ofPhases) => [...ofPhases].sort((one, other) => one - other)));
  });

  it('are what the person makes of them', () => {
    const modest: Quality = { ...usual, phases: { ...usual.phases, hero: 'standard' } };
    expect(highestTier(modest, 'hero', 'print')).toBe('standard');
    const frugal: Quality = { ...usual, phases: { ...usual.phases, hero: 'budget' } };
    expect(lowestTier(frugal, 'hero', 'print')).toBe('budget');
  });
});

describe('the size that is worth it', () => {
  it.each<[Phase, Purpose | undefined, number | undefined]>([
    ['explore', undefined, 1024],
    ['select', 'print', 1024],
    ['explore', 'social', 768],
    ['hero', 'social', 768],
    ['hero', 'print', undefined],
    ['hero', undefined, undefined],
  ])('is in %s for %s a square of %s', (phase, purpose, side) => {
    expect(mostPixels(usual, phase, purpose)).toBe(side === undefined ? undefined : side * side);
  });
});
