import fc from '../../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../src/gate/lens.js';
import { classifyTool } from '../../../src/upstreams/classify/classify-tool.js';
import { classifiedProfile } from '../../../src/upstreams/classify/classified-profile.js';
import { fieldsOf } from '../../../src/upstreams/classify/schema-fields.js';
import { isJsonObject, type JsonObject } from '../../../src/model/json.js';
import { knownTools } from './fixtures/tools.js';

const text = { type: 'string' };
const profileOf = (properties: object, name = 'generate_image') => {
  const inputSchema = { type: 'object', properties };
  return classifiedProfile(classifyTool({ name, inputSchema }), inputSchema);
};

describe('the profile of a classification', () => {
  it('carries kind and arguments, and no price', () => {
    const profile = profileOf({
      prompt: text,
      n: { type: 'integer' },
      image_url: text,
      generate_audio: { type: 'boolean' },
    });
    expect(profile).toMatchObject({
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', count: 'n', audio: 'generate_audio', inputs: ['image_url'] },
    });
    expect(profile.price).toBeUndefined();
  });

  it.each([
    ['analyze_image', 'other'],
    ['text_to_sound_effects', 'sound'],
    ['vectorize_image', 'edit'],
    ['edit_video', 'edit'],
  ])("has the gate's own word for %s: %s", (name, kind) => {
    expect(profileOf({ prompt: text }, name).kind).toBe(kind);
  });

  it.each([
    ['n', { type: ['integer', 'string'] }],
    ['n', { type: 'integer', description: '-1 for as many as you like' }],
    ['duration', { enum: ['auto', '5'] }],
    ['duration_ms', { type: 'integer' }],
    ['seed', { type: 'string' }],
  ])('leaves out %s where the gate could misread it: %j', (name, property) => {
    const { count, seconds, seed } = profileOf({ [name]: property }).arguments;
    expect({ count, seconds, seed }).toEqual({});
  });

  it('cannot name an argument with a dot in its name', () => {
    expect(profileOf({ 'options.prompt': text }).arguments.prompt).toBeUndefined();
  });
});

/** A value that the schema of a field takes; what a field refers to stands under `$defs` of the whole schema. */
function valueOf(property: unknown, whole: JsonObject): fc.Arbitrary<unknown> {
  if (!isJsonObject(property)) return fc.string();
  const named = /^#\/\$defs\/(.+)$/.exec(String(property['$ref']))?.[1];
  if (named !== undefined) return valueOf((whole['$defs'] as JsonObject)[named], whole);
  if (Array.isArray(property['enum'])) return fc.constantFrom(...(property['enum'] as unknown[]));
  switch (property['type']) {
    case 'integer':
      return fc.integer({ min: 1, max: 50 });
    case 'number':
      return fc.double({ min: 1, max: 50, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(property['items'], whole), { maxLength: 3 });
    case 'object':
      return isJsonObject(property['properties'])
        ? fc.record(valuesOf(property['properties'], whole), { requiredKeys: [] })
        : fc.dictionary(fc.string(), fc.string());
    default:
      return fc.string();
  }
}

function valuesOf(properties: JsonObject, whole: JsonObject): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(properties).map(([key, property]) => [key, valueOf(property, whole)]));
}

describe('a classified tool is a lens', () => {
  const paid = knownTools.filter((known) => known.paid).map(({ tool }) => tool);
  it.each(paid.map((tool) => ({ tool, name: tool.name })))('that leaves calls of $name as they are', ({ tool }) => {
    const schema = tool['inputSchema'] as JsonObject;
    const profile = classifiedProfile(classifyTool(tool), schema);
    const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
    fc.assert(
      fc.property(fc.record(valuesOf(properties, schema), { requiredKeys: [] }), (args) => {
        const before = JSON.stringify(args);
        const view = { server: 's', name: tool.name, exposed: tool.name, profile, schema };
        const request = readRequest(view, args);
        expect(Array.isArray(request), JSON.stringify(request)).toBe(false);
        expect(JSON.stringify((request as { sent: unknown }).sent)).toBe(before);
      }),
      { numRuns: 30 },
    );
    expect(fieldsOf(schema).length).toBeGreaterThanOrEqual(Object.keys(properties).length);
  });
});
