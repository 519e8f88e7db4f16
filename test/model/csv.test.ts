import { describe, expect, it } from 'vitest';
import { csv } from '../../src/model/csv.js';

describe('comma-separated values', () => {
  it('keep commas, quotes and line breaks inside their cell', () => {
    expect(
      csv([
        ['a', 1, undefined],
        ['x,y', 'say "hi"', 'two\nlines'],
      ]),
    ).toBe('a,1,\r\n"x,y","say ""hi""","two\nlines"');
  });

  it.each(['=1+1', '+1', '-cmd', '@sum', '  =x', '|calc', '%x', '\t=1'])('run %j as no formula', (cell) => {
    expect(csv([[cell]])).toBe(`'${cell}`);
  });

  it('hold nothing that acts on a terminal', () => {
    expect(csv([['a\u001b[31mb']])).toBe('a[31mb');
  });
});
