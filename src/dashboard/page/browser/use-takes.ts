import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { TakePage, TakeView } from '../../api.js';
import { mergeTakes } from '../merge-takes.js';
import { read } from './client.js';
import { onLive } from './live.js';

const PAGE_SIZE = 200;

/** Takes read page by page as far as somebody looks. */
export interface Takes {
  readonly takes: readonly TakeView[];
  readonly total: number | undefined;
  /** Reads on until the take with this number is there. */
  readonly reach: (index: number) => void;
}

interface Loaded {
  readonly takes: readonly TakeView[];
  readonly total: number | undefined;
  readonly next: string | null;
}

const NOTHING: Loaded = { takes: [], total: undefined, next: null };

/** The takes that pass `filter` (a query string), newest first, kept fresh by the gate's news. */
export function useTakes(filter: string): Takes {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING);
  const state = useRef({ loaded: NOTHING, wanted: 0, busy: false });
  const keep = useCallback((next: Loaded) => {
    state.current.loaded = next;
    setLoaded(next);
  }, []);
  const page = useCallback(
    (before: string | null) => {
      const cursor = before === null ? '' : `&before=${encodeURIComponent(before)}`;
      return read<TakePage>(`/api/takes?limit=${PAGE_SIZE}${filter && `&${filter}`}${cursor}`);
    },
    [filter],
  );
  const readOn = useCallback(async () => {
    const here = state.current;
    if (here.busy) return;
    here.busy = true;
    while (here.loaded.next !== null && here.loaded.takes.length <= here.wanted) {
      const reply = await page(here.loaded.next);
      if (state.current !== here || !reply.ok) break;
      const { takes, total, next } = reply.value;
      keep({ takes: [...here.loaded.takes, ...takes], total, next });
    }
    here.busy = false;
  }, [page, keep]);
  useEffect(() => {
    state.current = { loaded: NOTHING, wanted: 0, busy: false };
    const here = state.current;
    const refresh = async (): Promise<void> => {
      const reply = await page(null);
      if (state.current !== here || !reply.ok) return;
      const first = here.loaded === NOTHING;
      const { takes, total, next } = reply.value;
      keep(first ? { takes, total, next } : { ...here.loaded, total, takes: mergeTakes(here.loaded.takes, takes) });
    };
    void refresh();
    return onLive(['takes'], () => void refresh());
  }, [page, keep]);
  const reach = useCallback(
    (index: number) => {
      state.current.wanted = Math.max(state.current.wanted, index);
      void readOn();
    },
    [readOn],
  );
  return { takes: loaded.takes, total: loaded.total, reach };
}
