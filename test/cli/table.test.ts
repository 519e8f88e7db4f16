import { describe, expect, it } from 'vitest';
import { table, widthOf } from '../../src/cli/table.js';

describe('table', () => {
  it('puts columns in line, numbers to the right', () => {
    const columns = [{ title: 'shot' }, { title: 'credits', align: 'right' }] as const;
    expect(
      table(columns, [
        ['fox', '20'],
        ['lighthouse', '1,020'],
      ]),
    ).toBe(['shot        credits', 'fox              20', 'lighthouse    1,020'].join('\n'));
  });

  it('counts wide characters as two places', () => {
    expect(widthOf('狐🦊e\u0301')).toBe(5);
    expect(
      table(
        [{ title: 'a' }, { title: 'b' }],
        [
          ['狐', 'x'],
          ['abc', 'y'],
        ],
      ).split('\n'),
    ).toEqual(['a    b', '狐   x', 'abc  y']);
  });

  it('cuts what is too long and says so', () => {
    expect(table([{ title: 'p', widest: 6 }], [['a fox in snow']])).toBe('p\na fox…');
  });

  it('colours a cell after it has its place', () => {
    const cell = { text: 'no', paint: (text: string) => `<${text}>` };
    expect(table([{ title: 'ok' }, { title: 'x' }], [[cell, '1']])).toBe('ok  x\n<no>  1');
    expect(table([{ title: 'long' }, { title: 'x' }], [[cell, '1']])).toBe('long  x\n<no  >  1');
  });

  it('lets nothing out of its cell', () => {
    expect(table([{ title: 'p' }], [['a\nb\u001b[31m']])).toBe('p\na b·[31m');
  });
});
