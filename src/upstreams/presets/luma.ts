import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** What is refused at the door costs nothing. */
const unbilledText = [400, 401, 402, 403, 404, 422, 429].map(
  (code) => `API request failed with status ${String(code)}`,
);

/** Clips and pictures by Luma's Dream Machine; answers are sentences, a clip is a job. */
export const lumaPreset: Preset = {
  name: 'luma',
  title: 'Luma AI MCP (luma-ai-mcp-server)',
  packages: ['luma-ai-mcp-server'],
  servers: ['mcp-luma'],
  free: ['ping', 'get_generation', 'list_generations', 'delete_generation', 'get_credits', 'get_camera_motions'],
  paid: {
    create_generation: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        aspect: 'aspect_ratio',
        resolution: 'resolution',
        seconds: 'duration',
        inputs: ['keyframes.frame0.url', 'keyframes.frame0.id', 'keyframes.frame1.url', 'keyframes.frame1.id'],
      },
      // Five seconds at 1080p; prices go by pixels. A call that names no size, or 4k, has no price that is known.
      price: {
        ...unchecked,
        when: { resolution: ['540p', '720p', '1080p'] },
        models: {
          'ray-flash-2': { credits: usd(0.54), tier: 'budget' },
          'ray-1-6': { credits: usd(0.8), tier: 'standard' },
          'ray-2': { credits: usd(1.6), tier: 'premium' },
        },
        factors: [
          { argument: 'resolution', equals: '540p', times: 0.25 },
          { argument: 'resolution', equals: '720p', times: 0.445 },
          { argument: 'duration', atLeast: 9, times: 1.8 },
        ],
      },
      outcome: {
        unbilledText,
        job: {
          id: { after: 'generation with ID: ' },
          status: {
            tool: 'get_generation',
            argument: 'generation_id',
            everySeconds: 5,
            state: { after: 'State: ' },
            running: ['queued', 'dreaming'],
            succeeded: ['completed'],
            failed: ['failed'],
          },
        },
      },
    },
    upscale_generation: {
      paid: true,
      kind: 'upscale',
      arguments: { resolution: 'resolution', inputs: ['generation_id'] },
      outcome: { failedText: ['Error upscaling generation'] },
    },
    add_audio: {
      paid: true,
      kind: 'sound',
      arguments: { prompt: 'prompt', negativePrompt: 'negative_prompt', inputs: ['generation_id'] },
      outcome: { failedText: ['Error adding audio'] },
    },
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        aspect: 'aspect_ratio',
        inputs: ['image_ref', 'style_ref', 'character_ref', 'modify_image_ref'],
      },
      price: {
        ...unchecked,
        models: {
          'photon-flash-1': { credits: usd(0.004), tier: 'budget' },
          'photon-1': { credits: usd(0.015), tier: 'standard' },
        },
      },
      outcome: { unbilledText },
    },
  },
};
