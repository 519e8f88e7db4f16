import type { TakeView } from '../api.js';

/**
 * A list of takes, newest first, with freshly read ones laid over it: what is known is replaced where it stands, what is new
 * comes in front.
 */
export function mergeTakes(known: readonly TakeView[], fresh: readonly TakeView[]): readonly TakeView[] {
  const byId = new Map(fresh.map((take) => [take.id, take]));
  const kept = known.map((take) => {
    const newer = byId.get(take.id);
    byId.delete(take.id);
    return newer ?? take;
  });
  return [...byId.values(), ...kept];
}
