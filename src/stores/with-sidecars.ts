import type { Store } from '../gate/store-port.js';
import type { Take } from '../model/take.js';

/** How long a sidecar waits for others, in milliseconds: the answer to the call goes out first. */
const waitsMs = 20;

/**
 * A store that has the sidecars of a take's outputs written whenever the take moved on: settled, fetched, judged, in doubt.
 * They are written a moment later, and before the store is closed.
 * @param write may throw; what the store did stands all the same
 * @param warn hears why a sidecar could not be written
 */
export function withSidecars<S extends Store>(store: S, write: (take: Take) => void, warn: (why: string) => void): S {
  const waiting = new Map<string, Take>();
  let timer: NodeJS.Timeout | undefined;
  const writeAll = (): void => {
    clearTimeout(timer);
    timer = undefined;
    for (const take of waiting.values()) {
      try {
        write(take);
      } catch (error) {
        warn(error instanceof Error ? error.message : String(error));
      }
    }
    waiting.clear();
  };
  const written = (take: Take): Take => {
    if (take.assets.length === 0) return take;
    waiting.set(take.id, take);
    timer ??= setTimeout(writeAll, waitsMs);
    return take;
  };
  return {
    ...store,
    settle: async (settlement) => written(await store.settle(settlement)),
    keep: async (take, kept) => written(await store.keep(take, kept)),
    doubt: async (take, why, kept) => written(await store.doubt(take, why, kept)),
    saveFeedback: async (id, feedback) => {
      const said = await store.saveFeedback(id, feedback);
      const take = await store.take(id);
      if (take !== undefined) written(take);
      return said;
    },
    close: async () => {
      writeAll();
      await store.close();
    },
  };
}
