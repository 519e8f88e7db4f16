import { plainLine } from './plain-text.js';

/** One column of a table. */
export interface Column {
  readonly title: string;
  /** Numbers stand to the right. */
  readonly align?: 'left' | 'right' | undefined;
  /** Longer cells are cut to this many places; default 60. */
  readonly widest?: number | undefined;
}

/** A cell: its text, or its text and how it is coloured once it has its place. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

const gap = '  ';
const usualWidest = 60;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/** Rows under a head, columns in line; what others wrote cannot leave its cell. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  head: (text: string) => string = (text) => text,
): string {
  const cells = rows.map((row) => columns.map((column, index) => cut(plainLine(textOf(row[index])), column)));
  const widths = columns.map((column, index) =>
    Math.max(widthOf(column.title), ...cells.map((row) => widthOf(row[index] ?? ''))),
  );
  const pad = (text: string, index: number): string => {
    const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(text)));
    if (columns[index]?.align === 'right') return space + text;
    return index === columns.length - 1 ? text : text + space;
  };
  const titles = columns.map((column, index) => head(pad(column.title, index))).join(gap);
  const lines = cells.map((row, at) =>
    row
      .map((text, index) => {
        const cell = rows[at]?.[index];
        const padded = pad(text, index);
        return typeof cell === 'object' ? cell.paint(padded) : padded;
      })
      .join(gap)
      .trimEnd(),
  );
  return [titles.trimEnd(), ...lines].join('\n');
}

/** How many places a text takes on a terminal: wide characters and emoji take two, marks on others none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1;
  return width;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : (cell ?? '');
}

function cut(text: string, column: Column): string {
  const widest = column.widest ?? usualWidest;
  if (widthOf(text) <= widest) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    width += widthOf(segment);
    if (width > widest - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
