import type { Phase, Purpose } from '../../model/phase.js';
import type { Quality } from '../../model/quality.js';
import { tierRank, type Tier } from '../../model/tier.js';

const lower = (one: Tier, other: Tier): Tier => (tierRank(one) <= tierRank(other) ? one : other);

/** The best tier that a phase is worth for a purpose; without one, the phase alone counts. */
export function highestTier(quality: Quality, phase: Phase, purpose: Purpose | undefined): Tier {
  const ofPhase = quality.phases[phase];
  return purpose === undefined ? ofPhase : lower(ofPhase, quality.purposes[purpose].highest);
}

/** The least tier of what is shown to the world: what its purpose asks for in the hero phase, else any. */
export function lowestTier(quality: Quality, phase: Phase, purpose: Purpose | undefined): Tier {
  if (phase !== 'hero' || purpose === undefined) return 'budget';
  return lower(quality.purposes[purpose].lowest, quality.phases[phase]);
}

/** The largest picture (width × height) that a phase is worth for a purpose; undefined where there is no such bound. */
export function mostPixels(quality: Quality, phase: Phase, purpose: Purpose | undefined): number | undefined {
  const ofPurpose = purpose === undefined ? undefined : quality.purposes[purpose].pixels;
  if (phase !== 'explore' && phase !== 'select') return ofPurpose;
  return Math.min(quality.draft.pixels, ofPurpose ?? quality.draft.pixels);
}
