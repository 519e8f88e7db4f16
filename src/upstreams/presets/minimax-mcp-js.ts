import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = {
  source: 'https://platform.minimax.io/docs/guides/pricing',
  asOf: '2026-07-24',
  quality: 'estimate',
} as const;

/** Both video tools answer with a task where they are told not to wait. */
const video: ProfileInput['outcome'] = {
  failedText: ['Failed to generate video'],
  job: {
    id: { after: 'Task ID: ' },
    status: {
      tool: 'query_video_generation',
      argument: 'taskId',
      everySeconds: 5,
      running: ['Video generation task is still processing'],
      succeeded: ['Success. Video'],
      failed: ['Failed to query video generation: Video generation task failed'],
      failure: 'unbilled',
    },
  },
};

const older = { credits: usd(0.43), tier: 'standard' } as const;

/** Pictures, clips and voices by MiniMax; answers are sentences. */
export const minimaxMcpJsPreset: Preset = {
  name: 'minimax-mcp-js',
  title: 'MiniMax MCP (JavaScript)',
  packages: ['minimax-mcp-js'],
  servers: ['minimax-mcp-js'],
  free: ['list_voices', 'play_audio', 'query_video_generation'],
  paid: {
    text_to_image: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'model', count: 'n', aspect: 'aspectRatio' },
      price: { ...unchecked, unit: 'output', models: { 'image-01': { credits: usd(0.0035), tier: 'budget' } } },
      outcome: {
        failedText: ['Failed to generate image'],
        unbilledText: ['Failed to generate image: API Error'],
      },
    },
    text_to_audio: {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'text', model: 'model' },
      price: {
        ...read,
        unit: '1k-characters',
        models: {
          'speech-02-hd': { credits: usd(0.1), tier: 'standard' },
          'speech-02-turbo': { credits: usd(0.06), tier: 'budget' },
          'speech-2.6-hd': { credits: usd(0.1), tier: 'standard' },
          'speech-2.6-turbo': { credits: usd(0.06), tier: 'budget' },
        },
      },
    },
    generate_video: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        seconds: 'duration',
        resolution: 'resolution',
        inputs: ['firstFrameImage'],
      },
      price: {
        ...unchecked,
        models: {
          'MiniMax-Hailuo-02': { credits: usd(0.28), tier: 'standard' },
          'T2V-01': older,
          'T2V-01-Director': older,
          'I2V-01': older,
          'I2V-01-Director': older,
          'I2V-01-live': older,
        },
        factors: [
          { argument: 'resolution', equals: '1080P', times: 1.75 },
          { argument: 'duration', atLeast: 10, times: 2 },
        ],
      },
      outcome: video,
    },
    image_to_video: {
      paid: true,
      kind: 'video',
      arguments: { prompt: 'prompt', model: 'model', inputs: ['firstFrameImage'] },
      price: {
        ...unchecked,
        models: { 'I2V-01': older, 'I2V-01-Director': older, 'I2V-01-live': older },
      },
      outcome: video,
    },
    voice_clone: { paid: true, kind: 'voice', arguments: { prompt: 'text', inputs: ['audioFile'] } },
    voice_design: { paid: true, kind: 'voice', arguments: { prompt: 'prompt' } },
  },
};
