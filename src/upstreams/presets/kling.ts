import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Answers are sentences; a task is named in them, and whether a failed one was billed is not said. */
function taskSeenBy(tool: string): ProfileInput['outcome'] {
  return {
    job: {
      id: { after: 'Task ID: ' },
      status: {
        tool,
        argument: 'task_id',
        everySeconds: 5,
        state: { after: 'Status: ' },
        running: ['submitted', 'processing'],
        succeeded: ['succeed'],
        failed: ['failed'],
      },
    },
  };
}

const film = taskSeenBy('check_video_status');

/** Five seconds in standard mode; the professional one costs more where the model has one, ten seconds cost twice. */
const clip: PriceInput = {
  ...unchecked,
  models: {
    'kling-v1': { credits: usd(0.14), tier: 'budget' },
    'kling-v1.5': { credits: usd(0.28), tier: 'standard' },
    'kling-v1.6': { credits: usd(0.28), tier: 'standard' },
    'kling-v2-master': { credits: usd(1.4), tier: 'premium' },
  },
  factors: [
    { argument: 'mode', equals: 'professional', times: 3.5, models: ['kling-v1'] },
    { argument: 'mode', equals: 'professional', times: 1.75, models: ['kling-v1.5', 'kling-v1.6'] },
    { argument: 'duration', atLeast: 10, times: 2 },
  ],
};

const told = { prompt: 'prompt', negativePrompt: 'negative_prompt', model: 'model_name' } as const;

/** Clips and pictures by Kling, in tasks that are asked for later. */
export const klingPreset: Preset = {
  name: 'kling',
  title: 'Kling MCP (mcp-kling)',
  packages: ['mcp-kling'],
  servers: ['mcp-kling'],
  free: ['check_video_status', 'check_image_status', 'get_resource_packages', 'get_account_balance', 'list_tasks'],
  paid: {
    generate_video: {
      paid: true,
      kind: 'video',
      arguments: { ...told, aspect: 'aspect_ratio', quality: 'mode', seconds: 'duration' },
      price: clip,
      outcome: film,
    },
    generate_image_to_video: {
      paid: true,
      kind: 'video',
      arguments: { ...told, quality: 'mode', seconds: 'duration', inputs: ['image_url', 'image_tail_url'] },
      price: clip,
      outcome: film,
    },
    extend_video: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model_name',
        quality: 'mode',
        seconds: 'duration',
        inputs: ['task_id'],
      },
      outcome: film,
    },
    create_lipsync: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'tts_text', model: 'model_name', inputs: ['video_url', 'audio_url'] },
      // Of a clip of five seconds; a longer one costs twice, which only the clip itself tells.
      price: { ...unchecked, credits: usd(0.14) },
      outcome: film,
    },
    apply_video_effect: {
      paid: true,
      kind: 'video',
      arguments: { model: 'model_name', seconds: 'duration', inputs: ['image_urls'] },
      outcome: film,
    },
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: { ...told, count: 'num_images', aspect: 'aspect_ratio', inputs: ['ref_image_url'] },
      price: {
        ...unchecked,
        unit: 'output',
        models: {
          'kling-v1': { credits: usd(0.0035), tier: 'budget' },
          'kling-v1.5': { credits: usd(0.028), tier: 'standard' },
        },
      },
      outcome: taskSeenBy('check_image_status'),
    },
    virtual_try_on: {
      paid: true,
      kind: 'edit',
      arguments: { model: 'model_name', inputs: ['person_image_url', 'cloth_image_urls'] },
      price: { ...unchecked, credits: usd(0.07) },
      outcome: film,
    },
  },
};
