import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const openai = { source: 'https://platform.openai.com/docs/pricing', asOf: '2026-07-24', quality: 'estimate' } as const;

/** A large picture of high quality; whatever is known to be less costs less, never priced below the list. */
const picture: PriceInput = {
  ...openai,
  unit: 'output',
  models: {
    'gpt-image-1.5': { credits: usd(0.2), tier: 'premium' },
    'gpt-image-1': { credits: usd(0.25), tier: 'premium' },
  },
  factors: [
    { argument: 'quality', equals: 'medium', times: 0.252 },
    { argument: 'quality', equals: 'low', times: 0.065 },
    { argument: 'size', equals: '1024x1024', times: 0.7 },
  ],
};

const map = { prompt: 'prompt', model: 'model', count: 'n', quality: 'quality', size: 'size' } as const;

/** A clip in the size that only the dear model has; the usual sizes cost three fifths of it. */
const clip: PriceInput = {
  ...openai,
  unit: 'second',
  models: {
    'sora-2': { credits: usd(0.1 / 0.6), tier: 'standard' },
    'sora-2-pro': { credits: usd(0.5), tier: 'premium' },
  },
  factors: ['720x1280', '1280x720'].map((size) => ({ argument: 'size', equals: size, times: 0.6 })),
};

/** Jobs of the video tools that are told not to wait. */
const outcome: ProfileInput['outcome'] = {
  job: {
    id: 'structuredContent.id',
    when: { at: 'structuredContent.status', values: ['queued', 'in_progress'] },
    status: {
      tool: 'openai-videos-retrieve',
      argument: 'video_id',
      everySeconds: 5,
      state: 'structuredContent.status',
      running: ['queued', 'in_progress'],
      succeeded: ['completed'],
      failed: ['failed'],
    },
  },
};

/** Pictures and clips by OpenAI, clips by Veo. */
export const mediaGenMcpPreset: Preset = {
  name: 'media-gen-mcp',
  title: 'media-gen-mcp (OpenAI images and videos, Veo)',
  packages: ['media-gen-mcp'],
  servers: ['media-gen-mcp'],
  free: [
    'openai-videos-list',
    'openai-videos-retrieve',
    'openai-videos-delete',
    'openai-videos-retrieve-content',
    'google-videos-retrieve-operation',
    'google-videos-retrieve-content',
  ],
  paid: {
    'openai-images-generate': { paid: true, kind: 'image', arguments: map, price: picture },
    'openai-images-edit': {
      paid: true,
      kind: 'edit',
      arguments: { ...map, inputs: ['image', 'mask'] },
      price: picture,
    },
    'openai-videos-create': {
      paid: true,
      kind: 'video',
      arguments: { prompt: 'prompt', model: 'model', seconds: 'seconds', size: 'size', inputs: ['input_reference'] },
      price: clip,
      outcome,
    },
    'openai-videos-remix': {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', inputs: ['video_id'] },
      outcome,
    },
    'google-videos-generate': {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        count: 'number_of_videos',
        seconds: 'duration_seconds',
        aspect: 'aspect_ratio',
        inputs: ['input_reference', 'input_video_reference'],
      },
      price: {
        source: 'https://ai.google.dev/gemini-api/docs/pricing',
        asOf: '2026-07-24',
        quality: 'estimate',
        unit: 'second',
        models: {
          'veo-3.1-generate-001': { credits: usd(0.4), tier: 'premium' },
          'veo-3.1-fast-generate-001': { credits: usd(0.15), tier: 'standard' },
        },
      },
    },
  },
};
