import { describe, expect, it } from 'vitest';
import { takesCsv } from '../../src/feedback/report-csv.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const rows = (csv: string): string[] => csv.split('\r\n');
const promptCell = (prompt: string): string => {
  const [, row = ''] = rows(takesCsv([takeOf({ id: 't_1', prompt, negativePrompt: 'END' })]));
  return row.slice(row.indexOf('t_1,,') + 5, row.indexOf(',END'));
};

describe('takes as CSV', () => {
  it('are a head and one row each, with as many cells', () => {
    const csv = takesCsv([
      takeOf({ id: 't_1', prompt: 'fox' }),
      takeOf({ id: 't_2', prompt: 'hare', paid: 7_500_000 }),
    ]);
    const [head = '', ...body] = rows(csv);
    expect(head).toMatch(/^take,at,ended,project,session,shot,phase,item,server,tool,kind,model,/);
    expect(body).toHaveLength(2);
    for (const row of body) expect(row.split(',')).toHaveLength(head.split(',').length);
    const cells = Object.fromEntries(head.split(',').map((name, index) => [name, body[1]?.split(',')[index]]));
    expect(cells).toMatchObject({
      take: 't_2',
      at: '1970-01-01T00:00:00.001Z',
      paid: '7.5',
      prompt: 'hare',
      model: '',
    });
  });

  it('hold what the person said and every file', () => {
    const asset = { id: 'a', path: '/out/a.png', mimeType: 'image/png', bytes: 1 };
    const take = takeOf({
      feedback: feedbackOf('reject', 'person'),
      assets: [asset, { ...asset, path: '/out/b.png' }],
    });
    const csv = takesCsv([take]);
    expect(csv).toContain(',reject,person,');
    expect(csv).toContain('"/out/a.png\n/out/b.png"');
  });

  it.each([
    ['a fox, red', '"a fox, red"'],
    ['a "red" fox', '"a ""red"" fox"'],
    ['two\nlines', '"two\nlines"'],
    ['two\r\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "'\t=1"],
    ['\u001b[31mred', '[31mred'],
    ['a - b = c', 'a - b = c'],
  ])('write %j as %s', (prompt, cell) => {
    expect(promptCell(prompt)).toBe(cell);
  });

  it('of no takes are the head', () => {
    expect(rows(takesCsv([]))).toHaveLength(1);
  });
});
