import type { Paint } from './shell.js';
import { table } from './table.js';

/** Markdown as a terminal shows it best: tables with their columns in line, headings in bold. */
export function plainReport(markdown: string, paint: Paint): string {
  const out: string[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) out.push(plainTable(rows, paint));
    rows = [];
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      if (!/^[|\-]+$/.test(line)) rows.push(cellsOf(line));
      continue;
    }
    endTable();
    const heading = /^#+ (.*)$/.exec(line);
    out.push(heading?.[1] === undefined ? line : paint.bold(heading[1]));
  }
  endTable();
  return out.join('\n');
}

function plainTable([head = [], ...rows]: readonly (readonly string[])[], paint: Paint): string {
  const columns = head.map((title, index) => {
    const isNumber = rows.every((row) => /^[-–\d.,]*( [A-Z]{3})?$/.test(row[index] ?? ''));
    return { title, align: isNumber ? ('right' as const) : ('left' as const) };
  });
  return table(columns, rows, paint.dim);
}

/** Cells of a table row; a bar in a cell is written with a backslash before it. */
function cellsOf(line: string): string[] {
  const cells = [...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map((match) => match[1] ?? '');
  return cells.map((cell) => cell.trim().replace(/\\([\\|])/g, '$1'));
}
