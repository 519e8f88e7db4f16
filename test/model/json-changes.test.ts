import { describe, expect, it } from 'vitest';
import { jsonChanges } from '../../src/model/json-changes.js';

describe('changes between two values', () => {
  it('are the smallest places that say all of it', () => {
    const before = { name: 'a', schema: { properties: { p: { type: 'string' }, q: {} } }, list: [1] };
    const after = { list: [1, 2], schema: { properties: { p: { type: 'number' }, r: {} } }, name: 'a' };
    expect(jsonChanges(before, after)).toEqual([
      { path: ['list'], how: 'changed' },
      { path: ['schema', 'properties', 'p', 'type'], how: 'changed' },
      { path: ['schema', 'properties', 'q'], how: 'removed' },
      { path: ['schema', 'properties', 'r'], how: 'added' },
    ]);
  });

  it('are none where only the order of keys differs', () => {
    expect(jsonChanges({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toEqual([]);
  });

  it('are told for the whole where there is no place inside', () => {
    expect(jsonChanges('a', 'b')).toEqual([{ path: [], how: 'changed' }]);
  });
});
