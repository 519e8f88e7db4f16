/** A Markdown table whose columns line up; the first column stands left, the others right. */
export function table(head, rows) {
  const lines = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  const [first, ...rest] = lines.map((row) => `| ${row.map(cell).join(' | ')} |`);
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`));
  return [first, `|${rule.join('|')}|`, ...rest].join('\n');
}
