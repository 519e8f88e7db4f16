import { argumentAt, withArgument } from './argument-path.js';
import type { JsonObject } from './json.js';

/** Where a tool takes the id of its model: one argument, or several whose texts joined by "/" are the id. */
export type ModelPlace = string | readonly string[];

/**
 * The id of the model that arguments name; undefined when they name none. One of which a part is missing stays half an id
 * (`/fine`): it must not be priced as if the model had been left to the tool.
 */
export function modelAt(args: JsonObject, place: ModelPlace | undefined): string | undefined {
  if (place === undefined) return undefined;
  if (typeof place === 'string') {
    const value = argumentAt(args, place);
    return typeof value === 'string' ? value : undefined;
  }
  const parts = place.map((path) => {
    const part = argumentAt(args, path);
    return typeof part === 'string' ? part : '';
  });
  return parts.every((part) => part === '') ? undefined : parts.join('/');
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
