import { useState } from 'preact/hooks';
import type { LedgerPage, LedgerRow } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { credits, minuteOf } from '../format.js';
import { Panel, Pending } from '../parts/notes.js';
import { Table } from '../parts/table.js';
import { addressOf } from '../place.js';
import { words } from '../words.js';

const KINDS: readonly LedgerRow['kind'][] = ['hold', 'post', 'release', 'overrun', 'limit'];
const PAGE_SIZE = 50;

const amount = (value: number): string => (value === 0 ? '' : credits(value));

function cellsOf(row: LedgerRow) {
  const take = row.take === null ? '' : <a href={addressOf('board', { take: row.take })}>{row.shot ?? row.take}</a>;
  return [row.seq, minuteOf(row.at), row.kind, row.account, take, amount(row.held), amount(row.spent), row.who ?? ''];
}

/** Every movement of money, newest first, with a filter and the same rows as a file. */
export function LedgerPanel() {
  const [kind, setKind] = useState('');
  const [q, setSearch] = useState('');
  const [before, setBefore] = useState<readonly number[]>([]);
  const choose = (set: (value: string) => void) => (event: { readonly currentTarget: { readonly value: string } }) => {
    setBefore([]);
    set(event.currentTarget.value);
  };
  const filter = new URLSearchParams({ ...(kind && { kind }), ...(q && { q }) });
  const cursor = before.at(-1);
  const page = new URLSearchParams({
    limit: String(PAGE_SIZE),
    ...(cursor !== undefined && { before: String(cursor) }),
  });
  const { value, trouble } = useRemote<LedgerPage>(`/api/ledger?${filter.toString()}&${page.toString()}`, ['money']);
  const next = value?.next ?? null;
  return (
    <Panel
      title={words.ledgerTitle}
      aside={
        <a class="button" href={`/api/ledger.csv?${filter.toString()}`} download="ledger.csv">
          Export CSV
        </a>
      }
    >
      <form class="filters" role="search" aria-label="Ledger filter" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span class="unseen">Movement</span>
          <select value={kind} onChange={choose(setKind)}>
            <option value="">Movement: all</option>
            {KINDS.map((one) => (
              <option value={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">Search in the ledger</span>
          <input
            type="search"
            placeholder="Search"
            value={q}
            onInput={choose(setSearch)}
          />
        </label>
        <span class="quiet">{value === undefined ? '' : `${value.total.toLocaleString('en')} movements`}</span>
      </form>
      {value === undefined && <Pending trouble={trouble} />}
      {value?.rows.length === 0 && <p class="help">{words.ledgerNone}</p>}
      {value !== undefined && value.rows.length > 0 && (
        <Table
          caption={words.ledgerTitle}
          columns={['#No.', 'Time (UTC)', 'Movement', 'Account', 'Take', '#Held', '#Spent', 'Who']}
          rows={value.rows.map(cellsOf)}
        />
      )}
      <div class="actions">
        <button type="button" disabled={before.length === 0} onClick={() => setBefore(before.slice(0, -1))}>
          Newer
        </button>
        <button
          type="button"
          disabled={next === null}
          onClick={() => setBefore(next === null ? before : [...before, next])}
        >
          Older
        </button>
      </div>
    </Panel>
  );
}
