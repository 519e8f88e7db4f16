import { describe, expect, it } from 'vitest';
import { meshyPreset } from '../../../src/upstreams/presets/meshy.js';
import { presetAnswer, presetCall, presetStatus, textAnswer } from '../../fixtures/preset-call.js';

describe('the preset of Meshy', () => {
  it.each<[string, object, number]>([
    ['meshy_text_to_3d', { prompt: 'a fox' }, 40],
    ['meshy_text_to_3d', { prompt: 'a fox', ai_model: 'meshy-5' }, 10],
    ['meshy_text_to_3d', { prompt: 'a fox', ai_model: 'meshy-5', model_type: 'lowpoly' }, 40],
    ['meshy_text_to_3d_refine', { preview_task_id: 't' }, 20],
    ['meshy_text_to_3d_refine', { preview_task_id: 't', texture_resolution: '8k' }, 30],
    ['meshy_image_to_3d', { image_url: 'u' }, 60],
    ['meshy_image_to_3d', { image_url: 'u', should_texture: false }, 40],
    ['meshy_image_to_3d', { image_url: 'u', ai_model: 'meshy-7', texture_resolution: '8k', ultra_mode: true }, 80],
    ['meshy_image_to_3d', { image_url: 'u', model_type: 'smart-topology' }, 30],
    ['meshy_multi_image_to_3d', { image_urls: ['u'], ai_model: 'meshy-5' }, 30],
    ['meshy_creative_lab', { product: 'lamp' }, 72],
    ['meshy_creative_lab', { product: 'keycap' }, 124],
    ['meshy_image_to_image', { ai_model: 'gpt-image-2', prompt: 'a fox' }, 24],
    ['meshy_animate', { rig_task_id: 't', action_id: 1 }, 6],
  ])('quotes %s %j at the provider’s credits, two cents each', (tool, args, credits) => {
    expect(presetCall(meshyPreset, tool, args).credits).toBe(credits);
  });

  it('reads the task and how it stands beside the text; a failed one is not billed', () => {
    const started = textAnswer('# 3D Generation Task Created', {
      structuredContent: { task_id: 't-1', status: 'PENDING' },
    });
    expect(presetAnswer(meshyPreset, 'meshy_text_to_3d', started)).toBe('job t-1');
    const states = ['PENDING', 'IN_PROGRESS', 'SUCCEEDED', 'FAILED', 'CANCELED'].map((status) => {
      return presetStatus(meshyPreset, 'meshy_text_to_3d', textAnswer('# Task', { structuredContent: { status } }));
    });
    expect(states).toEqual(['running', 'running', 'succeeded', 'unbilled', 'unknown']);
  });

  it.each([
    ['meshy_remesh', 'Error: Insufficient credits. Use the balance tool', 'unbilled'],
    ['meshy_remesh', 'Error: Request timed out.', 'unknown'],
    ['meshy_creative_lab', 'Error: Insufficient credits. Use the balance tool', 'unknown'],
  ])('takes what %s says (%s) for %s', (tool, text, outcome) => {
    expect(presetAnswer(meshyPreset, tool, textAnswer(text, { isError: true }))).toBe(outcome);
  });

  it('tells the status tool of which kind a task is', () => {
    const kindOf = (tool: string): unknown => meshyPreset.paid[tool]?.outcome?.job?.status.arguments?.['task_type'];
    expect([kindOf('meshy_text_to_3d_refine'), kindOf('meshy_rig')]).toEqual(['text-to-3d', 'rigging']);
  });
});
