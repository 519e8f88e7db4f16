import { describe, expect, it } from 'vitest';
import type { GenerationRequest } from '../../../src/model/request.js';
import type { Take } from '../../../src/model/take.js';
import { shapeOf } from '../../../src/rules/parts/earlier-takes.js';
import { isAllTheSame, otherShape } from '../../../src/rules/parts/same-but-shape.js';
import { requestOf } from '../../fixtures/rule-input.js';
import { takeOf } from '../../fixtures/takes.js';

const shaped = (changes: Partial<GenerationRequest>): Take => takeOf({ shape: shapeOf(requestOf(changes)) });
const square = shaped({ width: 1024, height: 1024 });
const asked = (changes: Partial<GenerationRequest>, take = square) => otherShape(requestOf(changes), take);

describe('another shape', () => {
  it('is what a request asks for', () => {
    expect(asked({ width: 1344, height: 768 })).toEqual({ width: 1344, height: 768, aspect: undefined });
    expect(asked({ aspect: '16:9' })).toMatchObject({ aspect: '16:9' });
    expect(asked({ aspect: '9:16' }, shaped({ aspect: '16:9' }))).toMatchObject({ aspect: '9:16' });
  });

  it.each<[string, Partial<GenerationRequest>, Take]>([
    ['the same shape', { width: 512, height: 512 }, square],
    ['a shape that is met as nearly as blocks allow', { width: 1024, height: 1008 }, square],
    ['a larger picture', { width: 2048, height: 1152 }, square],
    ['a shape that nobody knows', {}, square],
    ['a take whose shape nobody knows', { aspect: '16:9' }, shaped({})],
    ['a take that another release wrote', { aspect: '16:9' }, takeOf({ shape: 'not json' })],
    ['a take with something else for a shape', { aspect: '16:9' }, takeOf({ shape: '{"width":1}' })],
  ])('is not %s', (_, changes, take) => {
    expect(asked(changes, take)).toBeUndefined();
  });
});

describe('a request that differs in its shape alone', () => {
  const given = { prompt: requestOf().prompt, width: 1344, height: 768, seed: 9, style: 'oil', steps: 30 };
  const request = requestOf({ arguments: given, width: 1344, height: 768, seed: 9 });
  const before = { ...given, width: 1024, height: 1024, seed: 3, size: '1024x1024', prompt: 'another wording' };
  const take = takeOf({ ...square, seed: 3, prompt: before.prompt, arguments: before });

  it('may have another prompt, seed and size', () => {
    expect(isAllTheSame(request, take)).toBe(true);
  });

  it.each<[string, Partial<Take>]>([
    ['tool', { tool: 'other' }],
    ['server', { server: 'other' }],
    ['model', { model: 'best' }],
    ['style', { arguments: { ...before, style: 'ink' } }],
    ['switch', { arguments: { ...before, hd: true } }],
    ['list', { arguments: { ...before, loras: ['a'] } }],
  ])('has no other %s', (_, changes) => {
    expect(isAllTheSame(request, { ...take, ...changes })).toBe(false);
  });
});
