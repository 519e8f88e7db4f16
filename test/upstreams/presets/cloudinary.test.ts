import { describe, expect, it } from 'vitest';
import { cloudinaryPreset } from '../../../src/upstreams/presets/cloudinary.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of Cloudinary', () => {
  it('takes a picture that was made at once for a result, and a task for a job', () => {
    const made = textAnswer({ request_id: 'r', data: { assets: [{ width: 1024 }] } });
    expect(presetAnswer(cloudinaryPreset, 'generate-image', made)).toBe('succeeded');
    const started = textAnswer({ request_id: 'r', data: { task_id: 't-1', status: 'pending' } });
    expect(presetAnswer(cloudinaryPreset, 'generate-image', started)).toBe('job t-1');
    const states = ['pending', 'processing', 'completed', 'failed'].map((status) => {
      return presetStatus(cloudinaryPreset, 'generate-image', textAnswer({ data: { task_id: 't-1', status } }));
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unknown']);
  });

  it('reads a request that stands in an object, whichever form its parts have', () => {
    const request = { prompt: 'a fox', model: { id: 'flux-2-pro' }, image_size: { width: 640, height: 480 }, seed: 3 };
    expect(presetCall(cloudinaryPreset, 'generate-image', { request }).request).toMatchObject({
      ...{ kind: 'image', prompt: 'a fox', model: 'flux-2-pro', width: 640, height: 480, seed: 3 },
    });
  });
});
