/** One cell of a table; undefined is empty. */
export type CsvCell = string | number | undefined;

/** Rows as comma-separated values (RFC 4180), ready for a spreadsheet: no cell of text is run as a formula there. */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => row.map(written).join(',')).join('\r\n');
}

/** Characters that act on a terminal. Line breaks and tabs of a prompt stay, as cells may hold them. */
const commands = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

function written(cell: CsvCell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const text = cell.replace(commands, '');
  // Spreadsheets run cells that begin so, whether they are quoted or not; agents and upstreams wrote these texts.
  const safe = /^\s*[=+\-@|%]/.test(text) || /^[\t\n]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
