import { argumentAt, withArgument } from './argument-path.js';
import type { JsonObject } from './json.js';

/** Where a tool takes the id of its model: one argument, or several whose texts joined by "/" are the id. */
export type ModelPlace = string | readonly string[];

/** The id of the model that arguments name; undefined when a part of it is missing or no text. */
export function modelAt(args: JsonObject, place: ModelPlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  if (typeof place === 'string') {
    const value = argumentAt(args, place);
    return typeof value === 'string' ? value : undefined;
  }
  const parts = place.map((path) => argumentAt(args, path));
  return parts.every((part) => typeof part === 'string' && part !== '') ? parts.join('/') : undefined;
}

/** What each argument has to be for a model; undefined when its id does not come apart into as many as there are. */
export function modelParts(
  place: ModelPlace | undefined,
  model: string,
): readonly (readonly [path: string, value: string])[] | undefined {
  if (place === undefined) return undefined;
  if (typeof place === 'string') return [[place, model]];
  const parts = model.split('/');
  if (parts.length !== place.length || parts.includes('')) return undefined;
  return place.map((path, index) => [path, parts[index] ?? '']);
}

/** A copy of the arguments that names another model; undefined when its id has no place there. */
export function withModel(args: JsonObject, place: ModelPlace | undefined, model: string): JsonObject | undefined {
  return modelParts(place, model)?.reduce((changed, [path, part]) => withArgument(changed, path, part), args);
}
