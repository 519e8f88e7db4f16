import type { Phase, Purpose } from '../../model/phase.js';
import { tierRank, type Tier } from '../../model/tier.js';

/** The best tier that each phase is worth. Source: D1, D2. */
const ofPhase: Readonly<Record<Phase, Tier>> = {
  explore: 'budget',
  select: 'standard',
  hero: 'premium',
  finish: 'premium',
};

/** The best tier that each purpose is worth, however far the shot has come. Source: D3, D7. */
const ofPurpose: Readonly<Record<Purpose, Tier>> = {
  concept: 'standard',
  test: 'budget',
  'internal-review': 'budget',
  draft: 'standard',
  'quick-post': 'standard',
  temporary: 'budget',
  background: 'budget',
  'client-draft': 'standard',
  social: 'standard',
  web: 'premium',
  'final-delivery': 'premium',
  portfolio: 'premium',
  'high-visibility': 'premium',
  print: 'premium',
};

/** Purposes whose final version a cheap model must not make. */
const forShow: ReadonlySet<Purpose> = new Set<Purpose>(['final-delivery', 'portfolio', 'high-visibility', 'print']);

const lower = (one: Tier, other: Tier): Tier => (tierRank(one) <= tierRank(other) ? one : other);

/** The best tier that a phase is worth for a purpose; without one, the phase alone counts. */
export function highestTier(phase: Phase, purpose: Purpose | undefined): Tier {
  return purpose === undefined ? ofPhase[phase] : lower(ofPhase[phase], ofPurpose[purpose]);
}

/** The least tier that what is shown to the world should be made on: standard in the hero phase, else any. */
export function lowestTier(phase: Phase, purpose: Purpose | undefined): Tier {
  return phase === 'hero' && purpose !== undefined && forShow.has(purpose) ? 'standard' : 'budget';
}
