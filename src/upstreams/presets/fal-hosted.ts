import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { falModels } from './parts/fal-models.js';
import type { Preset } from './preset.js';

/** What an endpoint makes, by the beginning of its name; what is not named may be anything. */
const kinds: NonNullable<ProfileInput['kindBy']>['kinds'] = {
  'fal-ai/flux*': 'image',
  'fal-ai/flux-pro/kontext*': 'edit',
  'fal-ai/flux-pro/v1/fill*': 'inpaint',
  'fal-ai/nano-banana*': 'image',
  'fal-ai/nano-banana/edit': 'edit',
  'fal-ai/nano-banana-pro/edit': 'edit',
  'fal-ai/gemini-25-flash-image*': 'image',
  'fal-ai/imagen*': 'image',
  'fal-ai/ideogram*': 'image',
  'fal-ai/recraft*': 'image',
  'fal-ai/qwen-image*': 'image',
  'fal-ai/bytedance/seedream*': 'image',
  'fal-ai/bytedance/seedance*': 'video',
  'fal-ai/kling-video*': 'video',
  'fal-ai/veo*': 'video',
  'fal-ai/sora*': 'video',
  'fal-ai/wan*': 'video',
  'fal-ai/minimax/hailuo*': 'video',
  'fal-ai/minimax/video*': 'video',
  'fal-ai/minimax/speech*': 'voice',
  'fal-ai/luma-dream-machine*': 'video',
  'fal-ai/ltx*': 'video',
  'fal-ai/hunyuan-video*': 'video',
  'fal-ai/pixverse*': 'video',
  'fal-ai/elevenlabs/tts*': 'voice',
  'fal-ai/elevenlabs/music*': 'music',
  'fal-ai/elevenlabs/sound-effects*': 'sound',
  'fal-ai/lyria*': 'music',
  'fal-ai/stable-audio*': 'sound',
  'fal-ai/trellis*': '3d',
  'fal-ai/hunyuan3d*': '3d',
  'fal-ai/meshy*': '3d',
  'fal-ai/clarity-upscaler*': 'upscale',
  'fal-ai/esrgan*': 'upscale',
  'fal-ai/topaz*': 'upscale',
  'fal-ai/birefnet*': 'background-removal',
  'fal-ai/bria/background/remove*': 'background-removal',
};

/** One call of any endpoint, its input in an object of its own. */
const run: ProfileInput = {
  paid: true,
  kindBy: { argument: 'endpoint_id', kinds },
  arguments: {
    prompt: 'input.prompt',
    negativePrompt: 'input.negative_prompt',
    model: 'endpoint_id',
    count: 'input.num_images',
    aspect: 'input.aspect_ratio',
    seconds: 'input.duration',
    resolution: 'input.resolution',
    audio: 'input.generate_audio',
    seed: 'input.seed',
    inputs: ['input.image_url', 'input.image_urls', 'input.video_url', 'input.audio_url', 'input.mask_url'],
  },
  price: { unit: 'output', models: falModels, ...unchecked },
};

/** A job is asked for together with its endpoint; what it made is handed out by another tool. */
const outcome: ProfileInput['outcome'] = {
  job: {
    id: { json: 'request_id' },
    status: {
      tool: 'check_job',
      argument: 'request_id',
      arguments: { action: 'status' },
      fromCall: { endpoint_id: 'endpoint_id' },
      everySeconds: 5,
      state: { json: 'status' },
      running: ['IN_QUEUE', 'QUEUED', 'IN_PROGRESS'],
      succeeded: ['COMPLETED'],
      failed: ['FAILED', 'CANCELED', 'CANCELLED'],
      result: { tool: 'get_job_result', argument: 'request_id', fromCall: { endpoint_id: 'endpoint_id' } },
    },
  },
};

/** Any model of fal.ai through the server that fal.ai offers itself. */
export const falHostedPreset: Preset = {
  name: 'fal-hosted',
  title: 'fal.ai MCP (hosted, official)',
  hosts: ['mcp.fal.ai'],
  servers: ['fal.ai'],
  free: [
    'search_models',
    'get_model_schema',
    'get_pricing',
    'recommend_model',
    'search_docs',
    'check_job',
    'get_job_result',
    'upload_file',
  ],
  paid: { run_model: run, submit_job: { ...run, outcome } },
};
