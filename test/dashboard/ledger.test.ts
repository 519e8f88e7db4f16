import { describe, expect, it } from 'vitest';
import { ledgerCsv, ledgerPage, ledgerQuery, ledgerRows } from '../../src/dashboard/ledger.js';
import type { Entry } from '../../src/gate/store-port.js';
import { takeOf } from '../fixtures/takes.js';

function entryOf(seq: number, changes: Partial<Entry> = {}): Entry {
  return {
    ...{ seq, at: seq, kind: 'hold', account: 'session:s_1', take: 't_1', heldDelta: 1_500_000, spentDelta: 0 },
    note: {},
    ...changes,
  };
}

const takes = [takeOf({ id: 't_1', shot: 'cover' })];
const entries = [
  entryOf(1),
  entryOf(2, { kind: 'post', heldDelta: -1_500_000, spentDelta: 2_000_000 }),
  entryOf(3, { kind: 'limit', account: 'project:poster', take: undefined, heldDelta: 0, note: { who: '=cmd()' } }),
];
const rowsOf = (query: object = {}) => ledgerRows(entries, takes, ledgerQuery.parse(query));

describe('the ledger', () => {
  it('has its movements newest first, in credits, with their shots', () => {
    expect(rowsOf().map(({ seq, held, spent, shot }) => [seq, held, spent, shot])).toEqual([
      [3, 0, 0, null],
      [2, -1.5, 2, 'cover'],
      [1, 1.5, 0, 'cover'],
    ]);
  });

  it.each([
    [{ kind: 'post' }, [2]],
    [{ account: 'project:poster' }, [3]],
    [{ q: 'COVER' }, [2, 1]],
    [{ q: 'nothing like it' }, []],
  ])('is filtered by %j', (query, seqs) => {
    expect(rowsOf(query).map(({ seq }) => seq)).toEqual(seqs);
  });

  it('is turned over page by page', () => {
    const query = ledgerQuery.parse({ limit: '2' });
    const first = ledgerPage(rowsOf(), query);
    expect(first).toMatchObject({ total: 3, next: 2 });
    const second = ledgerPage(rowsOf(), { ...query, before: first.next ?? 0 });
    expect([second.rows.map(({ seq }) => seq), second.next]).toEqual([[1], null]);
  });

  it('holds no formula as a table for spreadsheets', () => {
    const [head, limit] = ledgerCsv(rowsOf()).split('\r\n');
    expect(head).toBe('seq,at,kind,account,take,shot,held,spent,who');
    expect(limit).not.toMatch(/,=cmd/);
    expect(limit).toContain('cmd()');
  });
});
