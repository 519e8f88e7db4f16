import { expect, it } from 'vitest';
import { table } from '../../../../src/upstreams/classify/words/table.js';

it('gives a word the meaning under which it stands first', () => {
  const words = table<'a' | 'b'>({ a: 'one\n two', b: 'two three' });
  expect([...words]).toEqual([
    ['one', 'a'],
    ['two', 'a'],
    ['three', 'b'],
  ]);
});
