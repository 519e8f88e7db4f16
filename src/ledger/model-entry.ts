import type { Lane } from '../model/lane.js';
import type { ListedPrice } from '../model/listed-price.js';
import type { Profile } from '../model/profile.js';
import type { Tier } from '../model/tier.js';
import { isLike } from './listed-prices.js';

/** What is known of a model beside its price. */
export interface ModelEntry {
  readonly tier?: Tier | undefined;
  readonly lane?: Lane | undefined;
}

/** What profile or price list say of a model; of several entries of the list each part is by the one that names it closest. */
export function modelEntryOf({ price, listed = [] }: Profile, model: string): ModelEntry {
  if (price !== undefined) return Object.hasOwn(price.models, model) ? (price.models[model] ?? {}) : {};
  const fitting = listed
    .filter((entry) => (entry.tier ?? entry.lane) !== undefined && isLike(model, entry.model ?? ''))
    .sort((one, other) => other.closeness - one.closeness || exactness(other) - exactness(one));
  return {
    tier: fitting.find(({ tier }) => tier !== undefined)?.tier,
    lane: fitting.find(({ lane }) => lane !== undefined)?.lane,
  };
}

function exactness({ model = '' }: ListedPrice): number {
  return model.includes('*') ? model.length : 1000;
}
