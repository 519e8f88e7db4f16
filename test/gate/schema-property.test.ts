import { describe, expect, it } from 'vitest';
import { accepts, propertyAt } from '../../src/gate/schema-property.js';

describe('the schema of one argument', () => {
  it('is found below others', () => {
    const schema = { properties: { options: { properties: { n: { minimum: 2 } } } } };
    expect(propertyAt(schema, 'options.n')).toEqual({ minimum: 2 });
  });

  it.each(['n', 'options.n', 'constructor', ''])('says nothing where there is none: %j', (path) => {
    expect(propertyAt({ properties: { options: {} } }, path)).toEqual({});
  });

  it.each<[Record<string, unknown>, unknown, boolean]>([
    [{}, 4, true],
    [{ enum: [2, 4] }, 4, true],
    [{ enum: [2, 4] }, 3, false],
    [{ const: 4 }, 3, false],
    [{ minimum: 4 }, 3, false],
    [{ multipleOf: 2 }, 3, false],
    [{ minimum: 4 }, '3', true],
  ])('%j takes %j: %j', (property, value, expected) => {
    expect(accepts(property, value)).toBe(expected);
  });
});
