import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = { source: 'https://ai.google.dev/gemini-api/docs/pricing', asOf: '2026-07-24' } as const;

const models: NonNullable<ProfileInput['price']>['models'] = {
  'gemini-3-pro-image-preview': { credits: usd(0.134), tier: 'premium' },
  'gemini-2.5-flash-image': { credits: usd(0.039), tier: 'standard' },
};

/** Pictures by Gemini, clips by Veo, and words and looks of language models, whose price depends on what they say. */
export const geminiMcpPreset: Preset = {
  name: 'gemini-mcp',
  title: 'Gemini MCP (@houtini/gemini-mcp)',
  packages: ['@houtini/gemini-mcp'],
  servers: ['gemini-mcp'],
  free: ['gemini_help', 'gemini_prompt_assistant', 'gemini_list_models', 'load_image_from_path'],
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        aspect: 'aspectRatio',
        resolution: 'imageSize',
        inputs: ['images'],
      },
      price: {
        ...read,
        unit: 'output',
        models,
        factors: [{ argument: 'imageSize', equals: '4K', times: 240 / 134 }],
      },
    },
    edit_image: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', model: 'model', inputs: ['images'] },
      price: { ...read, unit: 'output', models, quality: 'estimate' },
    },
    generate_video: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        seconds: 'durationSeconds',
        count: 'sampleCount',
        aspect: 'aspectRatio',
        resolution: 'resolution',
        audio: 'generateAudio',
        seed: 'seed',
        inputs: ['firstFrameImage', 'referenceImages'],
      },
      price: {
        ...read,
        unit: 'second',
        // Lengths are rounded to 4, 6 or 8 seconds.
        perStarted: 2,
        models: {
          'veo-3.1-generate-preview': { credits: usd(0.8), tier: 'premium' },
          'veo-3.1-fast-generate-preview': { credits: usd(0.3), tier: 'standard' },
        },
        factors: [{ argument: 'resolution', equals: '4k', times: 2.4 }],
        quality: 'estimate',
      },
    },
    generate_svg: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'model', width: 'width', height: 'height' },
    },
    generate_landing_page: { paid: true, arguments: { prompt: 'brief', model: 'model' } },
    gemini_chat: { paid: true, arguments: { prompt: 'message', model: 'model' } },
    gemini_deep_research: { paid: true, arguments: { prompt: 'research_question', model: 'model' } },
    describe_image: { paid: true, arguments: { prompt: 'prompt', model: 'model', inputs: ['images'] } },
    analyze_image: { paid: true, arguments: { prompt: 'prompt', model: 'model', inputs: ['images'] } },
  },
};
