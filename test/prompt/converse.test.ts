import { describe, expect, it } from 'vitest';
import { withConverse } from '../../src/prompt/converse.js';

const said = (text: string): string => withConverse(text.split(' ')).join(' ');

describe('where one thing is beside another', () => {
  it('is said in one order', () => {
    expect(said('a table above a cup')).toBe('a cup below a table');
    expect(said('a cup under a table')).toBe('a cup under a table');
    expect(said('the seal is right the owl')).toBe('the owl left the seal');
  });

  it('says who is where', () => {
    expect(said('a cup above a table')).not.toBe(said('a table above a cup'));
    expect(said('a cup left a table')).not.toBe(said('a cup right a table'));
  });

  it.each(['a table with a lamp above a cup', 'above', 'a monk holding a table above a cup', ''])(
    '"%s" stays',
    (text) => {
      expect(said(text)).toBe(text);
    },
  );
});
