import type { JsonObject } from '../model/json.js';
import type { LedgerMove, LedgerPlace } from '../model/ledger-place.js';
import type { Rule } from './rule.js';

/**
 * The config is the person's: a change that allows more than what was accepted stops paid calls until the person accepts
 * it, for an agent may be able to write the file. Another ledger allows more, too: its budgets are fresh.
 */
export const configAccepted: Rule = {
  id: 'config-accepted',
  levels: { loosened: 'block', moved: 'block', unread: 'block' },
  check(_request, context) {
    const { moved, loosened: settings } = context.policy;
    if (moved !== undefined) return { rule: 'config-accepted', code: moved.kind, facts: factsOf(moved) };
    if (settings.length === 0) return undefined;
    return { rule: 'config-accepted', code: 'loosened', facts: { settings } };
  },
};

function factsOf(moved: LedgerMove): JsonObject {
  const { settings } = moved;
  if (moved.kind === 'unread') return { settings, record: moved.record, why: moved.why };
  return { settings, from: shown(moved.from), to: shown(moved.to) };
}

function shown({ store, at, project }: LedgerPlace): JsonObject {
  return at === undefined ? { store, project } : { store, at, project };
}
