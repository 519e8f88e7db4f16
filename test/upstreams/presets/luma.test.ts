import { describe, expect, it } from 'vitest';
import { lumaPreset } from '../../../src/upstreams/presets/luma.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

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

  it('reads the job out of the sentences of an answer, and how it stands', () => {
    const started = textAnswer('Created text-to-video generation with ID: g-1\nState: queued');
    expect(presetAnswer(lumaPreset, 'create_generation', started)).toBe('job g-1');
    const states = ['queued', 'dreaming', 'completed', 'failed'].map((state) => {
      return presetStatus(lumaPreset, 'create_generation', textAnswer(`Generation ID: g-1\nState: ${state}`));
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unknown']);
  });

  it('knows what was refused at the door, and what was told as a failure only in words', () => {
    const refused = textAnswer('API request failed with status 402: no credits', { isError: true });
    expect(presetAnswer(lumaPreset, 'create_generation', refused)).toBe('unbilled');
    const lost = textAnswer('Error upscaling generation g-1: timeout');
    expect(presetAnswer(lumaPreset, 'upscale_generation', lost)).toBe('unknown');
  });
});
