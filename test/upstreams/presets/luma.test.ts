import { describe, expect, it } from 'vitest';
import { lumaPreset } from '../../../src/upstreams/presets/luma.js';
import { presetCall } from '../../fixtures/preset-call.js';

const clip = (args: object): number | undefined =>
  presetCall(lumaPreset, 'create_generation', { prompt: 'a fox runs', ...args }).credits;

describe('the preset of Luma', () => {
  it('quotes a clip by model, size and length', () => {
    expect(clip({ resolution: '540p', duration: '5s' })).toBe(40);
    expect(clip({ resolution: '720p', duration: '5s' })).toBe(71.2);
    expect(clip({ resolution: '1080p', duration: '9s' })).toBe(288);
    expect(clip({ resolution: '540p', duration: '5s', model: 'ray-flash-2' })).toBe(13.5);
  });

  it('has no price for a clip in 4k, nor for one of no said size', () => {
    expect([clip({ resolution: '4k', duration: '5s' }), clip({ duration: '5s' })]).toEqual([undefined, undefined]);
  });
});
