import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelAt, modelParts, withModel } from '../../src/model/model-place.js';

const place = ['owner', 'input.name'];

describe('the place of a model id', () => {
  it('is one argument, whatever the id', () => {
    expect(modelAt({ model: 'acme/fine' }, 'model')).toBe('acme/fine');
    expect(modelParts('model', 'acme/fine')).toEqual([['model', 'acme/fine']]);
    expect(withModel({ a: 1 }, 'input.model', 'fine')).toEqual({ a: 1, input: { model: 'fine' } });
  });

  it('is several arguments, whose texts are the id together', () => {
    const args = { owner: 'acme', input: { name: 'fine', steps: 4 } };
    expect(modelAt(args, place)).toBe('acme/fine');
    expect(withModel(args, place, 'other/draft')).toEqual({ owner: 'other', input: { name: 'draft', steps: 4 } });
  });

  it.each([
    [{}, undefined],
    [{ owner: '', input: { name: 7 } }, undefined],
    [{ owner: 'acme' }, 'acme/'],
    [{ owner: '', input: { name: 'fine' } }, '/fine'],
    [{ owner: 7, input: { name: 'fine' } }, '/fine'],
  ])('keeps half an id where a part is missing, for it is no model that was left open: %j', (args, model) => {
    expect(modelAt(args, place)).toBe(model);
  });

  it.each(['fine', 'acme/fine/1', 'acme/', '/fine', ''])('has no room for an id in other parts: %j', (model) => {
    expect(modelParts(place, model)).toBeUndefined();
    expect(withModel({}, place, model)).toBeUndefined();
  });

  it('is nowhere when no argument has it', () => {
    expect(modelAt({ model: 'fine' }, undefined)).toBeUndefined();
    expect(withModel({}, undefined, 'fine')).toBeUndefined();
  });

  it('is read as what was written there, whenever it could be written', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 4 }), (parts) => {
        const model = parts.join('/');
        const written = withModel({ other: 1 }, place, model);
        if (written !== undefined) expect(modelAt(written, place)).toBe(model);
      }),
    );
  });
});
