import { describe, expect, it } from 'vitest';
import { applyFix } from '../../src/gate/apply-fix.js';
import type { ToolView } from '../../src/gate/lens.js';
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

  it('cannot shorten a film below what the tool offers', () => {
    const filmTool = toolWith({ seconds: 'length' }, { properties: { length: { enum: [8, 12] } } });
    expect(applyFix(filmTool, read(filmTool, { length: 12 }), { seconds: 5 })).toBeUndefined();
  });
});
