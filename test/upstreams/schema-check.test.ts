import { describe, expect, it } from 'vitest';
import { schemaCheck } from '../../src/upstreams/schema-check.js';

const schema = {
  type: 'object',
  properties: { prompt: { type: 'string', minLength: 1 }, count: { type: 'integer', maximum: 8 } },
  required: ['prompt'],
  additionalProperties: false,
};

describe('the check of a tool’s arguments', () => {
  it.each([{ prompt: 'a fox' }, { prompt: 'a fox', count: 8 }])('accepts %j', (args) => {
    expect(schemaCheck(schema)(args)).toBeUndefined();
  });

  it.each([
    [{}, '', /required property "prompt"/],
    [{ prompt: '' }, 'prompt', /too short/],
    [{ prompt: 'x', count: 9 }, 'count', /greater than 8/],
    [{ prompt: 'x', count: '4' }, 'count', /Expected "integer"/],
    [{ prompt: 'x', size: 1 }, 'size', /False boolean schema/],
  ])('says where %j is wrong (%s) and what was expected', (args, path, expected) => {
    expect(schemaCheck(schema)(args)).toEqual({ path, expected: expect.stringMatching(expected) as string });
  });

  it.each([{}, { type: 'object', properties: { a: { $ref: 'https://example.com/none.json' } } }])(
    'lets everything pass where the schema %j cannot tell',
    (odd) => {
      expect(schemaCheck(odd)({ a: 1 })).toBeUndefined();
    },
  );

  it('misses no argument that need not be there yet, and still checks it where it is', () => {
    const check = schemaCheck(schema);
    expect(check({ count: 8 }, ['prompt', 'other'])).toBeUndefined();
    expect(check({ prompt: '' }, ['prompt'])).toMatchObject({ path: 'prompt' });
    expect(check({ count: 9 }, ['prompt'])).toMatchObject({ path: 'count' });
    expect(check({}, ['count'])).toMatchObject({ path: '' });
    expect(check({})).toMatchObject({ path: '' });
  });

  it('is made once for a schema', () => {
    expect(schemaCheck(schema)).toBe(schemaCheck(schema));
    expect(schemaCheck({ ...schema })).not.toBe(schemaCheck(schema));
  });
});
