import { expect, it } from 'vitest';
import { repeated } from '../../src/cli/repeated.js';

it('every value of a repeated option is kept, and none is added to the list before', () => {
  const none: readonly string[] = [];
  expect(repeated('b', repeated('a', none))).toEqual(['a', 'b']);
  expect(none).toEqual([]);
});
