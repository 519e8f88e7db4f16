import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/gate/apply-fix.js';
import type { ToolView } from '../../src/gate/lens.js';
import type { JsonObject } from '../../src/model/json.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { read, toolWith } from '../fixtures/tool-lens.js';

describe('a fix written back', () => {
  const tool = pictureTool();

  it('changes the count in what is judged and in what is sent, and nothing else', () => {
    const request = read(tool, { prompt: 'x', count: 4, style: 'oil' });
    const fixed = applyFix(tool, request, { count: 1 });
    expect(fixed).toEqual({
      ...request,
      count: 1,
      arguments: { ...request.arguments, count: 1 },
      sent: { ...request.sent, count: 1 },
    });
  });

  it('goes into an input of which the schema says nothing, where the count stood, and nothing else moves', () => {
    const open = toolWith(
      { prompt: 'input.prompt', count: 'input.num_outputs', model: ['owner', 'name'] },
      { type: 'object', properties: { owner: {}, name: {}, input: { type: 'object' } } },
    );
    const input = { prompt: 'x', num_outputs: 4, steps: 8, lora: { scale: 0.8, of: ['a', { b: 1 }] } };
    const given = { owner: 'acme', name: 'fine', input, webhook: 'https://example.com' };
    const request = read(open, given);
    const fixed = applyFix(open, request, { count: 1 });
    const expected = { ...given, input: { ...input, num_outputs: 1 } };
    expect(fixed).toEqual({ ...request, count: 1, arguments: expected, sent: expected });
    expect(request.sent).toEqual(given);
    expect(applyFix(open, read(open, { ...given, input: { ...input, num_outputs: '4' } }), { count: 1 })?.sent).toEqual(
      {
        ...expected,
        input: { ...input, num_outputs: '1' },
      },
    );
  });

  it('makes fewer of each combination, and cannot make fewer combinations', () => {
    const permuting = pictureTool({ permutations: true });
    const request = read(permuting, { prompt: '{red, blue} fox', count: 3 });
    const fixed = applyFix(permuting, request, { count: 5 });
    expect(fixed).toMatchObject({ count: 4, combinations: 2, sent: { count: 2 } });
    expect(fixed === undefined ? undefined : read(permuting, fixed.sent)).toEqual(fixed);
    expect(applyFix(permuting, request, { count: 1 })).toBeUndefined();
  });

  it('stays text where it was text', () => {
    const fixed = applyFix(tool, read(tool, { prompt: 'x', count: '4' }), { count: 1 });
    expect(fixed?.arguments['count']).toBe('1');
  });

  it('leaves a call alone that is within it', () => {
    const request = read(tool, { prompt: 'x', count: 2 });
    expect(applyFix(tool, request, { count: 2 })).toBe(request);
    expect(applyFix(tool, request, {})).toBe(request);
  });

  it.each<[string, ToolView['schema']]>([
    ['has only certain counts', { properties: { n: { enum: [2, 4] } } }],
    ['has one count', { properties: { n: { const: 4 } } }],
    ['has a higher minimum', { properties: { n: { minimum: 2 } } }],
    ['goes in steps', { properties: { n: { multipleOf: 2 } } }],
  ])('cannot be made where the tool %s', (_, schema) => {
    const strict = toolWith({ count: 'n' }, schema);
    expect(applyFix(strict, read(strict, { n: 4 }), { count: 1 })).toBeUndefined();
  });

  it('cannot be made where the tool has no count, or its server would refuse it', () => {
    expect(applyFix(toolWith({}), { ...read(toolWith({}), {}), count: 4 }, { count: 1 })).toBeUndefined();
    const picky: ToolView = {
      ...tool,
      validate: (args) => (args['count'] === 1 ? { path: 'count', expected: 'at least 2' } : undefined),
    };
    expect(applyFix(picky, read(picky, { prompt: 'x', count: 4 }), { count: 1 })).toBeUndefined();
  });

  it('turns sound off', () => {
    const filmTool = toolWith({ audio: 'sound' });
    const fixed = applyFix(filmTool, read(filmTool, { sound: true }), { audio: false });
    expect(fixed).toMatchObject({ audio: false, arguments: { sound: false }, sent: { sound: false } });
    expect(applyFix(filmTool, read(filmTool, { sound: false }), { audio: false })?.sent).toEqual({ sound: false });
    expect(applyFix(toolWith({}), { ...read(toolWith({}), {}), audio: true }, { audio: false })).toBeUndefined();
  });

  it.each<[string, ToolView['schema'], unknown, unknown]>([
    ['to the bound', {}, 10, 5],
    ['as text where it was text', {}, '10s', '5s'],
    ['to the longest that the tool offers', { properties: { length: { enum: [4, 8, 12] } } }, 12, 4],
    ['to the longest that the tool offers as text', { properties: { length: { enum: ['4s', '8s'] } } }, '8s', '4s'],
  ])('shortens a film %s', (_, schema, length, expected) => {
    const filmTool = toolWith({ seconds: 'length' }, schema);
    const fixed = applyFix(filmTool, read(filmTool, { length }), { seconds: 5 });
    expect(fixed?.sent).toEqual({ length: expected });
    expect(fixed?.seconds).toBe(Number.parseFloat(String(expected)));
  });

  it.each<[string, JsonObject]>([
    ['choice', { enum: [8, 12] }],
    ['minimum', { minimum: 8 }],
  ])('shortens a film only to the shortest that the tool offers: its %s', (_, length) => {
    const filmTool = toolWith({ seconds: 'length' }, { properties: { length } });
    expect(applyFix(filmTool, read(filmTool, { length: 12 }), { seconds: 5 })).toMatchObject({ seconds: 8 });
    const shortest = read(filmTool, { length: 8 });
    expect(applyFix(filmTool, shortest, { seconds: 5 })).toBe(shortest);
  });

  it('cannot shorten a film to a length that the server would refuse', () => {
    const validate: ToolView['validate'] = () => ({ path: 'length', expected: 'an even number' });
    const filmTool = toolWith({ seconds: 'length' });
    const request = read(filmTool, { length: 12 });
    expect(applyFix({ ...filmTool, validate }, request, { seconds: 5 })).toBeUndefined();
  });

  it.each<[string, JsonObject, JsonObject, JsonObject]>([
    ['in both sides', {}, { w: 2048, h: 2048 }, { w: 1024, h: 1024 }],
    ['as text where it was text', {}, { w: '2048', h: '1024' }, { w: '1448', h: '720' }],
    ['in whole blocks', {}, { w: 1920, h: 1080 }, { w: 1360, h: 768 }],
    ['in the steps of the tool', { w: { multipleOf: 64 } }, { w: 2048, h: 2000 }, { w: 1024, h: 1008 }],
    ['in one argument', {}, { size: '2048 × 1536' }, { size: '1176 × 880' }],
    [
      'in a choice of one argument',
      { size: { enum: ['auto', '2k', '512x512', '2048x2048', '1000x1000', '900x1100'] } },
      { size: '2048x2048' },
      { size: '1000x1000' },
    ],
    [
      'in choices of both sides',
      { w: { enum: [512, 1024, 2048] }, h: { enum: [512, 1024, 2048] } },
      { w: 2048, h: 2048 },
      { w: 1024, h: 1024 },
    ],
  ])('makes a picture smaller %s', (_, properties, args, expected) => {
    const tool = toolWith({ width: 'w', height: 'h', size: 'size' }, { properties });
    const fixed = applyFix(tool, read(tool, args), { pixels: 1024 * 1024 });
    expect(fixed?.sent).toEqual(expected);
    expect(fixed?.arguments).toEqual(expected);
    const again = read(tool, expected);
    expect(fixed).toMatchObject({ width: again.width, height: again.height });
  });

  it.each<[string, JsonObject, JsonObject]>([
    ['small enough', {}, { w: 1024, h: 1024 }],
    ['of unknown size', {}, { w: 4096 }],
    [
      'whose tool offers no smaller one of its aspect',
      { size: { enum: ['1024x1024', '1536x1024'] } },
      { size: '1536x1024' },
    ],
    ['whose tool has too few sides', { w: { enum: [1024, 2048] } }, { w: 2048, h: 1152 }],
  ])('leaves a picture alone that is %s', (_, properties, args) => {
    const tool = toolWith({ width: 'w', height: 'h', size: 'size' }, { properties });
    const request = read(tool, args);
    expect(applyFix(tool, request, { pixels: 1024 * 1024 })).toBe(request);
  });

  it('switches a preview mode on in the tool’s own words', () => {
    const tool = toolWith(
      { preview: { argument: 'mode', on: 'draft' } },
      { properties: { mode: { enum: ['full', 'draft'] } } },
    );
    const fixed = applyFix(tool, read(tool, { mode: 'full' }), { preview: true });
    expect(fixed).toMatchObject({ sent: { mode: 'draft' }, preview: { isOn: true } });
    const on = read(tool, { mode: 'draft' });
    expect(applyFix(tool, on, { preview: true })).toBe(on);
    const none = toolWith({});
    const plain = read(none, {});
    expect(applyFix(none, plain, { preview: true })).toBe(plain);
  });

  it('cannot make a picture smaller where the tool takes no such side', () => {
    const tool = toolWith({ width: 'w', height: 'h' }, { properties: { w: { minimum: 2000 } } });
    expect(applyFix(tool, read(tool, { w: 2048, h: 2048 }), { pixels: 1024 * 1024 })).toBeUndefined();
  });
});
