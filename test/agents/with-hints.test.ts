import { asSchema, jsonSchema } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sdkSchema, withHints } from '../../src/agents/with-hints.js';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';

const publish = (schema: JsonObject): JsonObject => {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  return { ...schema, properties: { ...properties, greenlight: { type: 'object' } } };
};

/** Reads a schema the way the SDK does. */
const read = (schema: unknown) => asSchema(withHints(schema, publish) as Parameters<typeof asSchema>[0]);

const object = z.object({ prompt: z.string().min(3), count: z.number().default(1) });

const standard = {
  '~standard': {
    version: 1,
    vendor: 'own',
    validate: (value: unknown) => (isJsonObject(value) && 'prompt' in value ? { value } : { issues: ['no prompt'] }),
    jsonSchema: { input: () => ({ type: 'object', properties: { prompt: {} } }) },
  },
};

describe('an input schema with hints', () => {
  it.each([
    ['a zod schema', object],
    ['a schema of the SDK', jsonSchema({ type: 'object', properties: { prompt: { type: 'string' } } })],
    [
      'a schema of the SDK that is still to come',
      jsonSchema(Promise.resolve({ type: 'object', properties: { prompt: {} } })),
    ],
    ['a schema that is made when it is needed', () => jsonSchema({ type: 'object', properties: { prompt: {} } })],
    ['a standard schema', standard],
  ])('offers the argument in %s', async (_, schema) => {
    const { properties } = await read(schema).jsonSchema;
    expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining(['prompt', 'greenlight']));
  });

  it('fills in the tool’s own defaults and keeps the hints', async () => {
    const greenlight = { shot: 'hero' };
    const { validate } = read(object);
    expect(await validate?.({ prompt: 'a fox', greenlight })).toEqual({
      success: true,
      value: { prompt: 'a fox', count: 1, greenlight },
    });
    expect(await validate?.({ prompt: 'a fox' })).toEqual({ success: true, value: { prompt: 'a fox', count: 1 } });
  });

  it.each([
    ['a zod schema', object],
    ['a standard schema', standard],
  ])('still refuses what does not fit %s', async (_, schema) => {
    expect(await read(schema).validate?.({ greenlight: {} })).toMatchObject({ success: false });
  });

  it('lets everything pass where the tool checks nothing', async () => {
    const { validate } = read(jsonSchema({ type: 'object' }));
    expect(await validate?.({ any: 1, greenlight: {} })).toEqual({ success: true, value: { any: 1, greenlight: {} } });
    expect(await validate?.('a text')).toEqual({ success: true, value: 'a text' });
  });

  it('is left as it is where it cannot be read', () => {
    const odd = { '~standard': { version: 1, vendor: 'own', validate: () => ({ value: 1 }) } };
    for (const schema of [odd, undefined, 'text', {}]) expect(withHints(schema, publish)).toBe(schema);
  });
});

describe('a schema made without the SDK', () => {
  it('is one of the SDK’s own', async () => {
    const schema = asSchema(sdkSchema({ jsonSchema: { type: 'object' } }) as unknown as Parameters<typeof asSchema>[0]);
    expect(await schema.jsonSchema).toEqual({ type: 'object' });
  });
});
