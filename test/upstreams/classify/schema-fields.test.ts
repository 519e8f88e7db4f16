import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../src/upstreams/classify/schema-fields.js';

const text = { type: 'string' };

describe('fieldsOf', () => {
  it('lists arguments with their values, nested ones by dotted paths', () => {
    const fields = fieldsOf({
      type: 'object',
      required: ['model'],
      properties: {
        model: { type: 'object', required: ['id'], properties: { id: text } },
        seconds: { enum: ['5', '10'], description: 'How LONG' },
        tags: { type: 'array', items: text },
        extra: { type: ['object', 'null'] },
      },
    });
    expect(
      fields.map(({ path, qualified, depth, entered, required, open }) => ({
        path,
        qualified,
        depth,
        entered,
        required,
        open,
      })),
    ).toEqual([
      { path: 'model', qualified: 'model', depth: 0, entered: true, required: true, open: false },
      { path: 'model.id', qualified: 'model id', depth: 1, entered: false, required: true, open: false },
      { path: 'seconds', qualified: 'seconds', depth: 0, entered: false, required: false, open: false },
      { path: 'tags', qualified: 'tags', depth: 0, entered: false, required: false, open: false },
      { path: 'extra', qualified: 'extra', depth: 0, entered: false, required: false, open: true },
    ]);
    expect(fields[2]).toMatchObject({ choices: ['5', '10'], description: 'how long', types: new Set(['string']) });
    expect(fields[3]?.items).toEqual(new Set(['string']));
  });

  it('follows references and alternatives', () => {
    const schema = {
      properties: { request: { anyOf: [{ $ref: '#/$defs/A' }, { type: 'null' }] } },
      $defs: { A: { type: 'object', properties: { prompt: { anyOf: [text, { type: 'null' }] } } } },
    };
    expect(fieldsOf(schema).map(({ path }) => path)).toEqual(['request', 'request.prompt']);
  });

  it('comes to an end where a schema refers to itself or has no end', () => {
    const self = { properties: { node: { $ref: '#' } } };
    expect(fieldsOf(self).length).toBeLessThan(10);
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`a${String(index)}`, text]));
    expect(fieldsOf({ properties: many })).toHaveLength(300);
  });

  it.each([undefined, null, 7, [], { properties: [] }, { properties: { a: true } }])('takes %j as it is', (schema) => {
    expect(fieldsOf(schema).length).toBeLessThan(2);
  });
});
