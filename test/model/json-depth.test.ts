import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.js';
import { isDeeper } from '../../src/model/json-depth.js';

const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

it('counts objects and lists', () => {
  expect(isDeeper('text', 0)).toBe(false);
  expect(isDeeper([], 0)).toBe(true);
  expect(isDeeper({ a: [1] }, 2)).toBe(false);
  expect(isDeeper({ a: [{}] }, 2)).toBe(true);
});

it('does not overflow on a hundred thousand levels, and neither does canonical text', () => {
  const bomb = nested(100_000);
  expect(isDeeper(bomb, 1000)).toBe(true);
  expect(canonicalJson(bomb)).toContain('"…"');
});
