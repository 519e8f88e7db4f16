import { expect, it } from 'vitest';
import { plainReport } from '../../src/cli/plain-report.js';
import type { Paint } from '../../src/cli/shell.js';

const same = (text: string): string => text;
const paint: Paint = { bold: (text) => `<${text}>`, dim: same, red: same, green: same, yellow: same };

it('tables stand in columns, numbers to the right, headings are bold', () => {
  const markdown =
    '# Report\n\nText.\n\n## By model\n\n| model | credits |\n|---|---|\n| fine | 1,050 |\n| b | – |\n\nEnd.';
  expect(plainReport(markdown, paint)).toBe(
    '<Report>\n\nText.\n\n<By model>\n\nmodel  credits\nfine     1,050\nb            –\n\nEnd.',
  );
});

it('a bar in a name and an empty cell stay in their place', () => {
  expect(plainReport('| a | b |\n|---|---|\n| x\\|y\\\\ |  |\n| z | word |', paint)).toBe('a     b\nx|y\\\nz     word');
});
