import { describe, expect, it } from 'vitest';
import { meshyPreset } from '../../../src/upstreams/presets/meshy.js';
import { presetCall } from '../../fixtures/preset-call.js';

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
});
