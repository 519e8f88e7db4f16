import { unchecked } from '../unchecked.js';
import { falModels } from './parts/fal-models.js';
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
        models: falModels,
        ...unchecked,
      },
    },
  },
};
