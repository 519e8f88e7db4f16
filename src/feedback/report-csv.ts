import { toCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';

type Cell = string | number | undefined;

/** Columns of the table, in their order. Names are part of what programs rely on. */
const columns: readonly (readonly [name: string, cell: (take: Take) => Cell])[] = [
  ['take', ({ id }) => id],
  ['at', ({ at }) => new Date(at).toISOString()],
  ['ended', ({ endedAt }) => (endedAt === undefined ? undefined : new Date(endedAt).toISOString())],
  ['project', ({ project }) => project],
  ['session', ({ session }) => session],
  ['shot', ({ shot }) => shot],
  ['phase', ({ phase }) => phase],
  ['item', ({ item }) => item],
  ['server', ({ server }) => server],
  ['tool', ({ tool }) => tool],
  ['kind', ({ kind }) => kind],
  ['model', ({ model }) => model],
  ['tier', ({ tier }) => tier],
  ['count', ({ count }) => count],
  ['seed', ({ seed }) => seed],
  ['state', ({ state }) => state],
  ['outcome', ({ outcome }) => outcome],
  ['paid', ({ paid }) => toCredits(paid)],
  ['held', ({ held }) => toCredits(held)],
  ['cost_source', ({ costSource }) => costSource],
  ['verdict', ({ feedback }) => feedback?.verdict],
  ['said_by', ({ feedback }) => feedback?.strength],
  ['note', ({ feedback }) => feedback?.note],
  ['because', ({ because }) => because],
  ['cluster', ({ cluster }) => cluster],
  ['parent', ({ parent }) => parent],
  ['prompt', ({ prompt }) => prompt],
  ['negative_prompt', ({ negativePrompt }) => negativePrompt],
  ['files', ({ assets }) => assets.map(({ path }) => path).join('\n')],
];

/** Takes as a table of comma-separated values (RFC 4180): a head and one row a take; amounts in credits. */
export function takesCsv(takes: readonly Take[]): string {
  const rows = takes.map((take) => columns.map(([, cell]) => cell(take)));
  return [columns.map(([name]) => name), ...rows].map((row) => row.map(written).join(',')).join('\r\n');
}

/** Characters that act on a terminal. Line breaks and tabs of a prompt stay, as cells may hold them. */
const commands = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function written(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replace(commands, '');
  // Spreadsheets run cells that begin so, whether they are quoted or not; agents and upstreams wrote these texts.
  const safe = /^\s*[=+\-@|%]/.test(text) || /^[\t\n]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
