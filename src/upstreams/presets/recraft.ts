import type { PriceInput } from '../../model/price.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = { source: 'https://www.recraft.ai/docs#pricing', asOf: '2026-07-24', quality: 'estimate' } as const;

/** Vector pictures cost double; a style of one's own may be one, so only what is known to be made of pixels costs half. */
const raster: PriceInput['factors'] = ['realistic_image', 'digital_illustration', 'logo_raster'].map((style) => ({
  argument: 'style',
  equals: style,
  times: 0.5,
}));

const drawn: PriceInput = {
  ...read,
  unit: 'output',
  models: { recraftv3: { credits: usd(0.08), tier: 'standard' }, recraftv2: { credits: usd(0.044), tier: 'budget' } },
  factors: raster,
};

/** Pictures and vectors by Recraft, and what it makes of pictures. */
export const recraftPreset: Preset = {
  name: 'recraft',
  title: 'Recraft MCP (official)',
  packages: ['@recraft-ai/mcp-recraft-server'],
  servers: ['mcp-recraft-server'],
  free: ['get_user'],
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'model', size: 'size', count: 'numberOfImages' },
      price: drawn,
    },
    image_to_image: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', model: 'model', count: 'numberOfImages', inputs: ['imageURI'] },
      price: drawn,
    },
    replace_background: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'prompt', count: 'numberOfImages', inputs: ['imageURI'] },
      price: { ...unchecked, unit: 'output', credits: usd(0.08), factors: raster },
    },
    vectorize_image: {
      paid: true,
      kind: 'edit',
      arguments: { inputs: ['imageURI'] },
      price: { ...unchecked, credits: usd(0.01) },
    },
    remove_background: {
      paid: true,
      kind: 'background-removal',
      arguments: { inputs: ['imageURI'] },
      price: { ...unchecked, credits: usd(0.01) },
    },
    crisp_upscale: {
      paid: true,
      kind: 'upscale',
      arguments: { inputs: ['imageURI'] },
      price: { ...unchecked, credits: usd(0.004) },
    },
    creative_upscale: {
      paid: true,
      kind: 'upscale',
      tier: 'premium',
      arguments: { inputs: ['imageURI'] },
      price: { ...unchecked, credits: usd(0.25) },
    },
    create_style: { paid: true, arguments: { inputs: ['imageURIs'] }, price: { ...unchecked, credits: usd(0.04) } },
  },
};
