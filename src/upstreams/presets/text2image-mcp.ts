import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = {
  source: 'https://ai.google.dev/gemini-api/docs/pricing',
  asOf: '2026-07-24',
  quality: 'estimate',
} as const;

/** Only the dear model makes large pictures, so no cheap one is priced too low by this. */
const large = [{ argument: 'resolution', equals: '4K', times: 240 / 134 }];

const price: ProfileInput['price'] = {
  ...read,
  unit: 'output',
  models: { flash: { credits: usd(0.039), tier: 'standard' }, pro: { credits: usd(0.134), tier: 'premium' } },
  factors: large,
};

const common = { prompt: 'prompt', aspect: 'aspectRatio', resolution: 'resolution' } as const;

/** Pictures by two models of Gemini, made and edited. */
export const text2imageMcpPreset: Preset = {
  name: 'text2image-mcp',
  title: 'text2image MCP (Gemini)',
  packages: ['text2image-mcp'],
  servers: ['text2image-mcp'],
  free: ['configure_gemini_token', 'get_configuration_status', 'get_last_image_info'],
  paid: {
    generate_image: { paid: true, kind: 'image', arguments: { ...common, model: 'model' }, price },
    edit_image: {
      paid: true,
      kind: 'edit',
      arguments: { ...common, model: 'model', inputs: ['imagePath', 'referenceImages'] },
      price,
    },
    // Goes on with the model of the picture before, out of sight: the dear one stands for both.
    continue_editing: {
      paid: true,
      kind: 'edit',
      arguments: { ...common, inputs: ['referenceImages'] },
      price: { ...read, unit: 'output', credits: usd(0.134), factors: large, quality: 'estimate' },
    },
  },
};
