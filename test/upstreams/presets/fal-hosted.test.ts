import { describe, expect, it } from 'vitest';
import { falHostedPreset } from '../../../src/upstreams/presets/fal-hosted.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of the server that fal.ai hosts', () => {
  it.each<[string, string, number | undefined]>([
    ['fal-ai/flux/dev', 'image', 5],
    ['fal-ai/nano-banana/edit', 'edit', undefined],
    ['fal-ai/kling-video/v2/master/text-to-video', 'video', undefined],
    ['acme/anything', 'other', undefined],
  ])('reads %s as %s', (endpoint_id, kind, credits) => {
    const args = { endpoint_id, input: { prompt: 'a fox', num_images: 2 } };
    const call = presetCall(falHostedPreset, 'run_model', args);
    expect([call.request.kind, call.request.count, call.credits]).toEqual([kind, 2, credits]);
  });

  it('follows a job to its end', () => {
    const started = textAnswer({ request_id: 'q-1', status: 'IN_QUEUE' });
    expect(presetAnswer(falHostedPreset, 'submit_job', started)).toBe('job q-1');
    const states = ['IN_QUEUE', 'in_progress', 'completed', 'FAILED'].map((status) => {
      return presetStatus(falHostedPreset, 'submit_job', textAnswer({ request_id: 'q-1', status }));
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unknown']);
  });
});
