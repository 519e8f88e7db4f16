import { expect, it } from 'vitest';
import { skippedId } from '../../src/upstreams/skipped-id.js';

it.each([
  ['at the beginning', '{"jsonrpc":"2.0","id":12,"result":{"a":"', 'AAAA"}}', 12],
  ['at the very beginning', '{"id": 7 ,"result":', 'A', 7],
  ['at the end', '{"result":{"content":"', 'AAA"}]},"jsonrpc":"2.0","id":3}', 3],
  ['before the version', '{"result":', '"}]},"id":4,"jsonrpc":"2.0"}\r', 4],
  ['nowhere', '{"result":{"id":5', 'AAAA', undefined],
  ['inside a result only', '{"result":{"id":5,', '"id":6,"more":1}', undefined],
  ['as a text', '{"id":"abc","result":', 'x', undefined],
])('finds an id that stands %s', (_, head, tail, id) => {
  expect(skippedId(Buffer.from(head), Buffer.from(tail))).toBe(id);
});
