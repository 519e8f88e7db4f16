import { toCredits } from '../model/credits.js';
import { csv, type CsvCell } from '../model/csv.js';
import type { Take } from '../model/take.js';

/** Columns of the table, in their order. Names are part of what programs rely on. */
const columns: readonly (readonly [name: string, cell: (take: Take) => CsvCell])[] = [
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
  return csv([columns.map(([name]) => name), ...rows]);
}
