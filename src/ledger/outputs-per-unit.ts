import type { Profile } from '../model/profile.js';
import type { GenerationRequest } from '../model/request.js';
import { chooseListed } from './choose-listed.js';

/**
 * Outputs that one paid unit of a request yields, by its profile's price or by the entries of the price list that can hold for it (the
 * fewest of them); 1 where nobody said. What a server states itself does not count: a grid is no licence to make four.
 */
export function outputsPerUnit(profile: Profile, request: GenerationRequest): number {
  if (profile.price !== undefined) return profile.price.outputsPerCall;
  const { listed = [] } = profile;
  const chosen = listed.length === 0 ? [] : chooseListed(listed, profile, request);
  return chosen.length === 0 ? 1 : Math.min(...chosen.map(({ price }) => ('why' in price ? 1 : price.outputsPerCall)));
}
