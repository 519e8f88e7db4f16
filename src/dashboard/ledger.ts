import { z } from 'zod';
import { toCredits } from '../model/credits.js';
import { csv } from '../model/csv.js';
import type { Take } from '../model/take.js';
import type { Entry } from '../gate/store-port.js';
import type { LedgerPage, LedgerRow } from './api.js';
import { isoTime } from './take-view.js';

/** What may be asked of the ledger. */
export const ledgerQuery = z.object({
  kind: z.enum(['hold', 'post', 'release', 'overrun', 'limit']).optional(),
  account: z.string().max(200).optional(),
  q: z.string().max(200).optional(),
  before: z.coerce.number().int().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** A question about the ledger. */
export type LedgerQuery = z.output<typeof ledgerQuery>;

/** The movements asked for, newest first. */
export function ledgerRows(entries: readonly Entry[], takes: readonly Take[], query: LedgerQuery): LedgerRow[] {
  const byId = new Map(takes.map((take) => [take.id, take]));
  const wanted = query.q?.toLowerCase();
  const rows: LedgerRow[] = [];
  for (let at = entries.length - 1; at >= 0; at -= 1) {
    const entry = entries[at];
    if (entry === undefined || (query.kind !== undefined && entry.kind !== query.kind)) continue;
    if (query.account !== undefined && entry.account !== query.account) continue;
    const row = rowOf(entry, entry.take === undefined ? undefined : byId.get(entry.take));
    const text = `${row.account}\n${row.take ?? ''}\n${row.shot ?? ''}\n${row.who ?? ''}`.toLowerCase();
    if (wanted === undefined || text.includes(wanted)) rows.push(row);
  }
  return rows;
}

/** One page of the movements asked for. */
export function ledgerPage(rows: readonly LedgerRow[], { before, limit }: LedgerQuery): LedgerPage {
  const rest = before === undefined ? rows : rows.filter(({ seq }) => seq < before);
  const page = rest.slice(0, limit);
  return { rows: page, total: rows.length, next: rest.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** The movements as a table for spreadsheets; amounts in credits. */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  const head = ['seq', 'at', 'kind', 'account', 'take', 'shot', 'held', 'spent', 'who'];
  const lines = rows.map(({ seq, at, kind, account, take, shot, held, spent, who }) => {
    return [seq, at, kind, account, take ?? undefined, shot ?? undefined, held, spent, who ?? undefined];
  });
  return csv([head, ...lines]);
}

function rowOf({ seq, at, kind, account, take, heldDelta, spentDelta, note }: Entry, of: Take | undefined): LedgerRow {
  const { who } = note;
  return {
    ...{ seq, at: isoTime(at), kind, account, take: take ?? null, shot: of?.shot ?? null },
    ...{ held: toCredits(heldDelta), spent: toCredits(spentDelta), who: typeof who === 'string' ? who : null },
  };
}
