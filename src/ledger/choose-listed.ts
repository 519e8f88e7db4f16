import { argumentAt } from '../model/argument-path.js';
import type { ListedPrice } from '../model/listed-price.js';
import type { Profile } from '../model/profile.js';
import type { GenerationRequest } from '../model/request.js';
import { isLike } from './listed-prices.js';

/**
 * The listed prices that can hold for a request: one, or several where the request leaves open which (the dearest must
 * be held then), or none.
 */
export function chooseListed(
  listed: readonly ListedPrice[],
  profile: Profile,
  request: GenerationRequest,
): readonly ListedPrice[] {
  const possible = listed.filter(
    (each) => fitsModel(each, request.model) && conditions(each, profile, request) !== 'no',
  );
  const closest = best(possible, ({ closeness }) => closeness);
  const named = best(closest, ({ model }) => nearness(model, request.model));
  const isSure = (each: ListedPrice): boolean => conditions(each, profile, request) === 'yes';
  const sure = best(named.filter(isSure), conditionCount);
  const most = Math.max(-1, ...sure.map(conditionCount));
  return [...sure, ...named.filter((each) => !isSure(each) && conditionCount(each) > most)];
}

function fitsModel({ model }: ListedPrice, named: string | undefined): boolean {
  return model === undefined || named === undefined || isLike(named, model);
}

/** The exact name before the longest pattern before an entry for all; where no model is named, that for all is meant. */
function nearness(model: string | undefined, named: string | undefined): number {
  if (named === undefined) return model === undefined ? 1 : 0;
  if (model === undefined) return 0;
  return model.includes('*') ? model.length : 1000;
}

/** Whether a request is of the quality and size of an entry; `open` where it does not say. */
function conditions(
  { quality, size }: ListedPrice,
  profile: Profile,
  request: GenerationRequest,
): 'yes' | 'no' | 'open' {
  const path = profile.arguments.quality;
  const given = path === undefined ? undefined : argumentAt(request.arguments, path);
  const is = [
    quality === undefined ? true : typeof given === 'string' ? given === quality : undefined,
    size === undefined
      ? true
      : request.width === undefined || request.height === undefined
        ? undefined
        : request.width === size.width && request.height === size.height,
  ];
  if (is.includes(false)) return 'no';
  return is.includes(undefined) ? 'open' : 'yes';
}

function conditionCount({ quality, size }: ListedPrice): number {
  return (quality === undefined ? 0 : 1) + (size === undefined ? 0 : 1);
}

function best<T>(all: readonly T[], score: (each: T) => number): readonly T[] {
  const most = Math.max(...all.map(score));
  return all.filter((each) => score(each) === most);
}
