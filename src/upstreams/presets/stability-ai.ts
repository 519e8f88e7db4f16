import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import type { Tier } from '../../model/tier.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** What the provider refuses is not billed; it takes its credits for pictures that it hands out. */
const outcome: ProfileInput['outcome'] = { unbilledText: ['Invalid parameters: ', 'Invalid arguments: '] };

/** A picture at one price, from a text. */
function drawn(dollars: number, tier: Tier): ProfileInput {
  return {
    paid: true,
    kind: 'image',
    tier,
    arguments: { prompt: 'prompt', negativePrompt: 'negativePrompt', aspect: 'aspectRatio' },
    price: { ...unchecked, credits: usd(dollars) },
    outcome,
  };
}

/** A picture made of another at one price. */
function changed(kind: ProfileInput['kind'], dollars: number, more: ProfileInput['arguments'] = {}): ProfileInput {
  const price: PriceInput = { ...unchecked, credits: usd(dollars) };
  return { paid: true, kind, arguments: { inputs: ['imageFileUri'], ...more }, price, outcome };
}

const guided = { prompt: 'prompt', negativePrompt: 'negativePrompt' } as const;

/** Pictures by Stability AI and what it makes of pictures, each at one price. */
export const stabilityAiPreset: Preset = {
  name: 'stability-ai',
  title: 'Stability AI MCP (mcp-server-stability-ai)',
  packages: ['mcp-server-stability-ai'],
  servers: ['stability-ai'],
  free: ['stability-ai-0-list-resources'],
  paid: {
    'stability-ai-generate-image': drawn(0.03, 'budget'),
    'stability-ai-generate-image-core': drawn(0.03, 'budget'),
    'stability-ai-generate-image-ultra': {
      ...drawn(0.08, 'premium'),
      arguments: { ...guided, aspect: 'aspectRatio', seed: 'seed' },
    },
    'stability-ai-generate-image-sd35': {
      ...drawn(0.065, 'standard'),
      arguments: { ...guided, model: 'model', aspect: 'aspectRatio', seed: 'seed' },
      price: {
        ...unchecked,
        models: {
          'sd3.5-large': { credits: usd(0.065), tier: 'standard' },
          'sd3.5-large-turbo': { credits: usd(0.04), tier: 'standard' },
          'sd3.5-medium': { credits: usd(0.035), tier: 'budget' },
          'sd3-large': { credits: usd(0.065), tier: 'standard' },
          'sd3-large-turbo': { credits: usd(0.04), tier: 'standard' },
          'sd3-medium': { credits: usd(0.035), tier: 'budget' },
        },
      },
    },
    'stability-ai-remove-background': changed('background-removal', 0.05),
    'stability-ai-outpaint': changed('outpaint', 0.04, { prompt: 'prompt' }),
    'stability-ai-search-and-replace': changed('inpaint', 0.05, { prompt: 'prompt' }),
    'stability-ai-search-and-recolor': changed('inpaint', 0.05, { prompt: 'prompt' }),
    'stability-ai-replace-background-and-relight': changed('edit', 0.08, {
      prompt: 'backgroundPrompt',
      negativePrompt: 'negativePrompt',
      inputs: ['imageFileUri', 'backgroundReferenceUri', 'lightReferenceUri'],
    }),
    'stability-ai-upscale-fast': changed('upscale', 0.02),
    'stability-ai-upscale-creative': { ...changed('upscale', 0.6, guided), tier: 'premium' },
    'stability-ai-control-sketch': changed('variation', 0.05, guided),
    'stability-ai-control-style': changed('variation', 0.05, { ...guided, aspect: 'aspectRatio' }),
    'stability-ai-control-structure': changed('variation', 0.05, guided),
  },
};
