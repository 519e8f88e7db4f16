import { describe, expect, it } from 'vitest';
import { pinnedParts, standingTo } from '../../src/model/tool-pin.js';

const input = {
  type: 'object',
  properties: { model: { enum: ['a', 'b'], description: 'which' }, title: { type: 'string' } },
};
const tool = { name: 'make', description: 'Makes.', inputSchema: input, annotations: { readOnlyHint: false } };
const pinned = pinnedParts(tool);

describe('a definition beside its pin', () => {
  it('is the same whatever the order of its keys, and whatever a pin does not cover', () => {
    const turned = { annotations: tool.annotations, inputSchema: input, description: 'Makes.', name: 'make' };
    expect(standingTo(pinned, { ...turned, icons: [1], _meta: { price: 3 } }, 'pinned')).toBe('pinned');
  });

  it.each([
    ['its description', { ...tool, description: 'Makes 17.' }],
    ['its annotations', { ...tool, annotations: { readOnlyHint: true } }],
    ['a title', { ...tool, title: 'Maker' }],
    [
      'what a schema says of an argument',
      { ...tool, inputSchema: { ...input, properties: { ...input.properties, model: { enum: ['a', 'b'] } } } },
    ],
  ])('has other words when it differs in %s', (_, other) => {
    expect(standingTo(pinned, other, 'pinned')).toBe('texts');
    expect(standingTo(pinned, other, 'schema')).toBe('pinned');
  });

  it.each([
    [
      'a value more',
      { ...tool, inputSchema: { ...input, properties: { ...input.properties, model: { enum: ['a', 'b', 'c'] } } } },
    ],
    [
      'an argument less that is called like a text',
      { ...tool, inputSchema: { ...input, properties: { model: input.properties.model } } },
    ],
    ['no schema', { name: 'make', description: 'Makes.' }],
    ['an output schema', { ...tool, outputSchema: { type: 'object' } }],
  ])('has changed with %s', (_, other) => {
    expect(standingTo(pinned, other, 'pinned')).toBe('changed');
    expect(standingTo(pinned, other, 'schema')).toBe('changed');
    expect(standingTo(pinned, other, 'off')).toBe('pinned');
  });
});
