import { describe, expect, it } from 'vitest';
import { offeredModels } from '../../src/gate/offered-models.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { listedTool } from '../fixtures/listed-tool.js';

const fast = { model: 'fast', amount: 2 };

describe('the models with which a tool can be called', () => {
  it('are those of its own price', () => {
    expect(offeredModels(pictureTool())).toEqual(['draft', 'fine', 'best']);
  });

  it.each<[string, object, readonly string[]]>([
    ['names the tool', fast, ['fast']],
    ['names its server as well', { ...fast, server: 'studio' }, ['fast']],
    ['names no tool: other servers may have that model', { ...fast, tool: undefined }, []],
    ['names only the server: another of its tools may have it', { ...fast, tool: undefined, server: 'studio' }, []],
    ['is for many models', { ...fast, model: 'fa*' }, []],
    ['is for no model', { amount: 2 }, []],
  ])('are taken out of the price list where an entry %s', (_, entry, expected) => {
    expect(offeredModels(listedTool([entry]))).toEqual(expected);
  });

  it('are all that its schema names where a list prices it, and no others', () => {
    const tool = listedTool([{ model: '*', amount: 3, tool: undefined }, fast]);
    const schema = { properties: { model: { enum: ['fine', 'best', 7] } } };
    expect(offeredModels({ ...tool, schema })).toEqual(['fine', 'best']);
  });

  it('come apart into the arguments that name them', () => {
    const split = { arguments: { prompt: 'prompt', model: ['owner', 'name'] } };
    expect(offeredModels(listedTool([fast, { ...fast, model: 'acme/fast' }], split))).toEqual(['acme/fast']);
  });

  it('are none without a list, or without an argument that names one', () => {
    expect(offeredModels(pictureTool({ price: undefined }))).toEqual([]);
    expect(offeredModels(listedTool([fast], { arguments: { prompt: 'prompt' } }))).toEqual([]);
  });
});
