import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = {
  source: 'https://docs.dev.runwayml.com/guides/pricing/',
  asOf: '2026-07-24',
  quality: 'estimate',
} as const;

/** A task that failed is handed out as JSON and not marked as an error; what is refused at the door costs nothing. */
const outcome: ProfileInput['outcome'] = {
  failedWhen: [{ at: { json: 'status' }, values: ['FAILED', 'CANCELLED'] }],
  unbilledText: ['Runway 400', 'Runway 401', 'Runway 403', 'Runway 429'],
};

/** Clips and pictures by Runway; a call waits until its task has ended. */
export const runwayPreset: Preset = {
  name: 'runway',
  title: 'Runway MCP (official)',
  servers: ['Runway'],
  free: ['runway_getTask', 'runway_refreshTaskUrl', 'runway_cancelTask', 'runway_getOrg'],
  paid: {
    runway_generateVideo: {
      paid: true,
      kind: 'video',
      arguments: { prompt: 'promptText', seconds: 'duration', size: 'ratio', inputs: ['promptImage'] },
      price: { ...read, unit: 'second', credits: usd(0.05) },
      outcome,
    },
    runway_generateImage: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'promptText', size: 'ratio', inputs: ['referenceImages'] },
      // 5 cents up to 720p, 8 cents at 1080p.
      price: { ...unchecked, credits: usd(0.08) },
      outcome,
    },
    runway_editVideo: {
      paid: true,
      kind: 'edit',
      tier: 'premium',
      arguments: { prompt: 'promptText', size: 'ratio', inputs: ['videoUri', 'referenceImages'] },
      outcome,
    },
    runway_upscaleVideo: { paid: true, kind: 'upscale', arguments: { inputs: ['videoUri'] }, outcome },
  },
};
