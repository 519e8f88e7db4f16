import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Any model of fal.ai, queued; those billed by picture have a price here, of one of about a megapixel. */
export const falPreset: Preset = {
  name: 'fal',
  title: 'fal.ai MCP (fal-ai-mcp-server)',
  packages: ['fal-ai-mcp-server'],
  servers: ['fal.ai MCP Server'],
  free: [
    'models',
    'search',
    'find',
    'result',
    'status',
    'cancel',
    'upload',
    'pricing',
    'estimate_cost',
    'usage',
    'analytics',
  ],
  paid: {
    generate: {
      paid: true,
      kind: 'image',
      arguments: {
        prompt: 'input_data.prompt',
        negativePrompt: 'input_data.negative_prompt',
        model: 'app_id',
        count: 'input_data.num_images',
        aspect: 'input_data.aspect_ratio',
        seed: 'input_data.seed',
        inputs: ['input_data.image_url', 'input_data.image_urls'],
      },
      price: {
        unit: 'output',
        models: {
          'fal-ai/flux/schnell': { credits: usd(0.003), tier: 'budget' },
          'fal-ai/flux/dev': { credits: usd(0.025), tier: 'standard' },
          'fal-ai/flux-pro/v1.1': { credits: usd(0.04), tier: 'standard' },
          'fal-ai/flux-pro/v1.1-ultra': { credits: usd(0.06), tier: 'premium' },
          'fal-ai/nano-banana': { credits: usd(0.039), tier: 'standard' },
          'fal-ai/gemini-25-flash-image': { credits: usd(0.039), tier: 'standard' },
          'fal-ai/imagen4/preview/fast': { credits: usd(0.02), tier: 'budget' },
          'fal-ai/imagen4/preview': { credits: usd(0.04), tier: 'standard' },
          'fal-ai/imagen4/preview/ultra': { credits: usd(0.06), tier: 'premium' },
          'fal-ai/ideogram/v3': { credits: usd(0.09), tier: 'standard' },
          'fal-ai/bytedance/seedream/v3/text-to-image': { credits: usd(0.03), tier: 'standard' },
        },
        ...unchecked,
      },
    },
  },
};
