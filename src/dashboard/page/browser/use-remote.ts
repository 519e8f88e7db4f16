import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LiveEvent, Trouble } from '../../api.js';
import { read } from './client.js';
import { onLive } from './live.js';

/** Something read from the gate and kept fresh. */
export interface Remote<T> {
  readonly value: T | undefined;
  readonly trouble: Trouble | undefined;
  /** Puts an answer to a change in the place of what was read. */
  readonly put: (value: T) => void;
}

interface Held<T> {
  readonly path: string | null;
  readonly value?: T;
  readonly trouble?: Trouble;
}

/** Reads `path` (null reads nothing) and again whenever one of `events` arrives; an older answer never replaces a newer one. */
export function useRemote<T>(path: string | null, events: readonly LiveEvent[]): Remote<T> {
  const [held, setHeld] = useState<Held<T>>({ path: null });
  const kinds = events.join();
  useEffect(() => {
    if (path === null) return undefined;
    let latest = new AbortController();
    const load = (): void => {
      latest.abort();
      const mine = new AbortController();
      latest = mine;
      void read<T>(path, mine.signal).then((reply) => {
        if (mine.signal.aborted) return;
        setHeld((before) =>
          reply.ok
            ? { path, value: reply.value }
            : { ...(before.path === path ? before : { path }), trouble: reply.trouble },
        );
      });
    };
    load();
    const stop = onLive(kinds.split(',') as LiveEvent[], load);
    return () => {
      stop();
      latest.abort();
    };
  }, [path, kinds]);
  const put = useCallback((value: T) => setHeld({ path, value }), [path]);
  return { value: held.path === path ? held.value : undefined, trouble: held.trouble, put };
}
