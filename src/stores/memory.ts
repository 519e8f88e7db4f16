import type { Store } from '../gate/store-port.js';
import { memoryDecisions } from './memory-decisions.js';
import { memoryHistory } from './memory-history.js';
import { memoryLedger } from './memory-ledger.js';
import { emptyState } from './memory-state.js';
import { memoryWork } from './memory-work.js';

/**
 * A store of one process that forgets everything at the end; no native parts.
 * @param options `clock` gives epoch milliseconds; the machine's clock by default
 */
export function openMemoryStore(options: { readonly clock?: (() => number) | undefined } = {}): Store {
  const { clock = Date.now } = options;
  const state = emptyState();
  return {
    name: 'memory',
    close: async () => undefined,
    ...memoryLedger(state, clock),
    ...memoryWork(state),
    ...memoryDecisions(state, clock),
    ...memoryHistory(state),
  };
}
