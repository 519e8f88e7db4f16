import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** One picture of Gemini 2.5 Flash Image, the one model of this server. */
const price: ProfileInput['price'] = {
  unit: 'output',
  credits: usd(0.039),
  source: 'https://ai.google.dev/gemini-api/docs/pricing',
  asOf: '2026-07-24',
  quality: 'estimate',
};

/** Pictures by Gemini, made, edited, and edited further from where the server last was. */
export const nanoBananaMcpPreset: Preset = {
  name: 'nano-banana-mcp',
  title: 'Nano Banana MCP (Gemini 2.5 Flash Image)',
  packages: ['nano-banana-mcp'],
  servers: ['nano-banana-mcp'],
  free: ['configure_gemini_token', 'get_configuration_status', 'get_last_image_info'],
  paid: {
    generate_image: { paid: true, kind: 'image', arguments: { prompt: 'prompt' }, price },
    edit_image: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', inputs: ['imagePath', 'referenceImages'] },
      price,
    },
    continue_editing: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', inputs: ['referenceImages'] },
      price,
    },
  },
};
