import { argumentAt } from '../model/argument-path.js';
import type { JsonObject } from '../model/json.js';
import type { Kind } from '../model/kind.js';
import type { Profile } from '../model/profile.js';

/** What a call makes: the tool's kind, or for a tool that makes many things the kind that its argument names. */
export function kindIn({ kind, kindBy }: Pick<Profile, 'kind' | 'kindBy'>, args: JsonObject): Kind {
  const value = kindBy === undefined ? undefined : argumentAt(args, kindBy.argument);
  if (kindBy === undefined || typeof value !== 'string') return kind;
  if (Object.hasOwn(kindBy.kinds, value)) return kindBy.kinds[value] ?? kind;
  const fitting = Object.entries(kindBy.kinds).filter(([pattern]) => fits(value, pattern));
  const [longest] = fitting.sort(([one], [other]) => other.length - one.length);
  return longest?.[1] ?? kind;
}

function fits(value: string, pattern: string): boolean {
  return pattern.endsWith('*') && value.startsWith(pattern.slice(0, -1));
}
