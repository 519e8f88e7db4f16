import type { TranscriptServer } from './transcript.js';

const number = { type: ['number', 'string'] };
const text = { type: 'string' };
const source = 'published price list';

/** Three servers as they are met: names, units and forms of their own, prices of the published lists. */
export const transcriptServers: Readonly<Record<string, TranscriptServer>> = {
  pix: {
    suffix: 'png',
    schemas: {
      generate: {
        prompt: text,
        negative_prompt: text,
        model: { type: 'string', default: 'qwen-image' },
        size: { type: 'string', default: '1024x1024' },
        n: { ...number, default: 1 },
        seed: number,
      },
      edit: { image: text, instruction: text, region: text },
      reframe: { image: text, aspect_ratio: text },
      cut_out: { image: text },
      enlarge: { image: text, factor: number },
    },
    tools: {
      generate: {
        paid: true,
        kind: 'image',
        arguments: {
          ...{
            prompt: 'prompt',
            negativePrompt: 'negative_prompt',
            model: 'model',
            size: 'size',
            count: 'n',
            seed: 'seed',
          },
        },
        price: {
          source,
          unit: 'output',
          models: {
            'qwen-image': { credits: 20, tier: 'budget' },
            sdxl: { credits: 40, tier: 'standard' },
            'flux-2-pro': { credits: 120, tier: 'premium' },
          },
          factors: [{ pixelsAbove: 1024 * 1024, times: 2 }],
        },
      },
      edit: {
        ...{ paid: true, kind: 'edit', arguments: { prompt: 'instruction', inputs: ['image'] } },
        price: { source, credits: 30 },
      },
      reframe: {
        ...{ paid: true, kind: 'reframe', arguments: { aspect: 'aspect_ratio', inputs: ['image'] } },
        price: { source, credits: 15 },
      },
      cut_out: {
        ...{ paid: true, kind: 'background-removal', arguments: { inputs: ['image'] } },
        price: { source, credits: 20 },
      },
      enlarge: {
        ...{ paid: true, kind: 'upscale', tier: 'premium', arguments: { inputs: ['image'] } },
        price: { source, credits: 1000 },
      },
    },
  },
  clips: {
    prefix: '',
    suffix: 'mp4',
    schemas: {
      make_clip: {
        prompt: text,
        first_frame: text,
        model_id: { type: 'string', default: 'wan-2.5-fast' },
        duration: { ...number, default: '5s' },
        with_audio: { type: 'boolean', default: false },
      },
    },
    tools: {
      make_clip: {
        paid: true,
        kind: 'video',
        arguments: {
          ...{ prompt: 'prompt', model: 'model_id', seconds: 'duration', audio: 'with_audio', inputs: ['first_frame'] },
        },
        price: {
          source,
          models: {
            'wan-2.5-fast': { credits: 60, tier: 'budget' },
            'seedance-lite': { credits: 300, tier: 'standard' },
            'veo-3.1': { credits: 4000, tier: 'premium' },
          },
          factors: [
            { argument: 'duration', atLeast: 5.000001, times: 2 },
            { argument: 'with_audio', equals: true, times: 1.5 },
          ],
        },
      },
    },
  },
  sounds: {
    suffix: 'wav',
    schemas: {
      speak: { input: text, model: { type: 'string', default: 'speech-turbo' }, voice: text, speed: number },
      compose: { prompt: text, length: number },
      effect: { description: text, seconds: number },
    },
    tools: {
      speak: {
        paid: true,
        kind: 'voice',
        arguments: { prompt: 'input', model: 'model' },
        price: {
          source,
          unit: '1k-characters',
          perStarted: 1,
          models: { 'speech-turbo': { credits: 8, tier: 'budget' }, 'speech-hd': { credits: 40, tier: 'standard' } },
        },
      },
      compose: {
        ...{ paid: true, kind: 'music', arguments: { prompt: 'prompt', seconds: 'length' } },
        price: { source, credits: 48 },
      },
      effect: {
        ...{ paid: true, kind: 'sound', tier: 'budget', arguments: { prompt: 'description', seconds: 'seconds' } },
        price: { source, credits: 8 },
      },
    },
  },
};
