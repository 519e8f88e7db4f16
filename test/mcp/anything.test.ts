import { expect, it } from 'vitest';
import { ANYTHING } from '../../src/mcp/anything.js';

it('the schema that accepts anything gives back the very value it was given', () => {
  for (const value of [{ z: 1, a: { b: null } }, [], 'text', null, undefined]) {
    expect(ANYTHING['~standard'].validate(value).value).toBe(value);
  }
});
