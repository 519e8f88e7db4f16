import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/model/json.js';
import { hasSameSettings } from '../../../src/rules/parts/same-settings.js';
import { requestOf } from '../../fixtures/rule-input.js';
import { takeOf } from '../../fixtures/takes.js';

const prompt = 'a red fox in snow';
const same = (before: JsonObject, now: JsonObject, kind: 'image' | 'voice' | 'music' = 'image'): boolean =>
  hasSameSettings(
    takeOf({ kind, prompt, arguments: { prompt, ...before } }),
    requestOf({ kind, prompt, arguments: { prompt, ...now } }),
  );

describe('the settings of a request', () => {
  it.each<[JsonObject, JsonObject]>([
    [{ style: 'ink' }, { style: 'oil' }],
    [{}, { style_preset: 'anime' }],
    [{ loras: [{ name: 'a' }] }, { loras: [{ name: 'b' }] }],
    [{ controlImage: 'a.png' }, { controlImage: 'b.png' }],
    [{ colors: ['red'] }, { colors: ['blue'] }],
  ])('make another picture: %j → %j', (before, now) => {
    expect(same(before, now)).toBe(false);
  });

  it.each<[JsonObject, JsonObject]>([
    [{ steps: 30 }, { steps: 31 }],
    [{ output_format: 'png' }, { output_format: 'webp' }],
    [{ filename: 'a' }, { filename: 'b' }],
    [
      { style: 'ink', seed: 1 },
      { style: 'ink', seed: 2 },
    ],
    [{ guidance_scale: 7 }, { guidance_scale: 7.5 }],
  ])('make no other picture: %j → %j', (before, now) => {
    expect(same(before, now)).toBe(true);
  });

  it('count all of them where a text is spoken, and numbers as numbers', () => {
    expect(same({ pace: 1 }, { pace: 1.2 }, 'voice')).toBe(false);
    expect(same({ pace: 1 }, { pace: '1' }, 'voice')).toBe(true);
    expect(same({ bpm: 90 }, { bpm: 120 }, 'music')).toBe(false);
  });
});
