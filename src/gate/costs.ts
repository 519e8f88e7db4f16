import { argumentAt } from '../model/argument-path.js';
import { isJsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';

/** Whether a call costs: of a paid tool only those do not that say by an argument that they are one of its free ones. */
export function costs({ paid, freeWhen }: Profile, args: unknown): boolean {
  if (!paid || freeWhen === undefined || !isJsonObject(args)) return paid;
  const value = argumentAt(args, freeWhen.argument);
  return !freeWhen.values.some((free) => free === value);
}
