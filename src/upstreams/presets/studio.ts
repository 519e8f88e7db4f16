import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';

const read = { source: 'studio price list', asOf: '2026-11-22' } as const;
const outcome = { credits: '_meta.studio/billing.credits', billed: '_meta.studio/billing.billed' };

/** A job's state stands beside its text; whether a failed one was billed is said, too. */
const job: NonNullable<NonNullable<ProfileInput['outcome']>['job']> = {
  id: { json: 'job_id' },
  status: {
    tool: 'job_status',
    argument: 'job_id',
    state: 'structuredContent.status',
    running: ['queued', 'running'],
    succeeded: ['succeeded'],
    failed: ['failed'],
    credits: 'structuredContent.credits',
    billed: 'structuredContent.billed',
  },
};

/** A picture larger than this costs double. */
const large: PriceInput['factors'] = [{ pixelsAbove: 1024 * 1024, times: 2 }];

const image: ProfileInput = {
  paid: true,
  kind: 'image',
  arguments: {
    prompt: 'prompt',
    negativePrompt: 'negative_prompt',
    count: 'count',
    model: 'model',
    width: 'width',
    height: 'height',
    seed: 'seed',
  },
  price: {
    ...read,
    unit: 'output',
    models: {
      'qwen-image': { credits: 20, tier: 'budget' },
      sdxl: { credits: 40, tier: 'standard' },
      'flux-2-dev': { credits: 50, tier: 'standard' },
      'flux-2-pro': { credits: 120, tier: 'premium' },
      'nano-banana-pro': { credits: 600, tier: 'premium' },
    },
    factors: large,
  },
  outcome,
};

/** The built-in demo studio: procedural pictures, animations and sounds at the published price list. */
export const studioPreset: Preset = {
  name: 'studio',
  title: 'Greenlight demo studio',
  servers: ['greenlight-studio'],
  free: ['list_models', 'job_status'],
  paid: {
    text_to_image: image,
    edit_image: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', inputs: ['image'], seed: 'seed' },
      price: { ...read, credits: 30 },
      outcome,
    },
    reframe_image: {
      paid: true,
      kind: 'reframe',
      arguments: { inputs: ['image'], aspect: 'aspect' },
      price: { ...read, credits: 15 },
      outcome,
    },
    upscale_image: {
      paid: true,
      kind: 'upscale',
      tier: 'premium',
      arguments: { inputs: ['image'] },
      price: { ...read, credits: 1000 },
      outcome,
    },
    remove_background: {
      paid: true,
      kind: 'background-removal',
      arguments: { inputs: ['image'] },
      price: { ...read, credits: 20 },
      outcome,
    },
    image_to_video: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        seconds: 'seconds',
        audio: 'audio',
        seed: 'seed',
        inputs: ['image'],
      },
      price: {
        ...read,
        unit: 'call',
        models: {
          'wan-2.5-fast': { credits: 60, tier: 'budget' },
          'seedance-lite': { credits: 300, tier: 'standard' },
          'seedance-fast': { credits: 500, tier: 'standard' },
          'veo-3.1': { credits: 4000, tier: 'premium' },
        },
        factors: [
          { argument: 'seconds', atLeast: 5.000001, times: 2 },
          { argument: 'audio', equals: true, times: 1.5 },
        ],
      },
      outcome: { ...outcome, job },
    },
    text_to_speech: {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'text', model: 'model' },
      price: {
        ...read,
        unit: '1k-characters',
        perStarted: 1,
        models: { 'speech-turbo': { credits: 8, tier: 'budget' }, 'speech-hd': { credits: 40, tier: 'standard' } },
      },
      outcome,
    },
    generate_music: {
      paid: true,
      kind: 'music',
      arguments: { prompt: 'prompt', model: 'model', seconds: 'seconds', seed: 'seed' },
      price: { ...read, models: { 'music-1.5': { credits: 48, tier: 'standard' } } },
      outcome,
    },
  },
};
