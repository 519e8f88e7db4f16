import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** What is refused before a prediction exists costs nothing; one that began and failed may cost its time. */
const outcome: ProfileInput['outcome'] = {
  unbilledText: ['400 ', '401 ', '402 ', '403 ', '404 ', '422 ', '429 '],
  job: {
    id: { json: 'id' },
    when: { at: { json: 'status' }, values: ['starting', 'processing'] },
    status: {
      tool: 'get_predictions',
      argument: 'prediction_id',
      state: { json: 'status' },
      running: ['starting', 'processing'],
      succeeded: ['succeeded'],
      failed: ['failed', 'canceled', 'aborted'],
    },
    lists: [{ tool: 'list_predictions', in: { json: 'results' }, id: 'id' }],
  },
};

/** Models that are billed by picture, by owner and name: a model of that name of another owner is another model. */
const models: NonNullable<ProfileInput['price']>['models'] = {
  'black-forest-labs/flux-schnell': { credits: usd(0.003), tier: 'budget' },
  'black-forest-labs/flux-dev': { credits: usd(0.025), tier: 'standard' },
  'black-forest-labs/flux-pro': { credits: usd(0.055), tier: 'premium' },
  'black-forest-labs/flux-1.1-pro': { credits: usd(0.04), tier: 'standard' },
  'black-forest-labs/flux-1.1-pro-ultra': { credits: usd(0.06), tier: 'premium' },
  'black-forest-labs/flux-kontext-pro': { credits: usd(0.04), tier: 'standard' },
  'black-forest-labs/flux-kontext-max': { credits: usd(0.08), tier: 'premium' },
  'google/imagen-4': { credits: usd(0.04), tier: 'standard' },
  'google/imagen-4-fast': { credits: usd(0.02), tier: 'budget' },
  'google/imagen-4-ultra': { credits: usd(0.06), tier: 'premium' },
  'google/nano-banana': { credits: usd(0.039), tier: 'standard' },
  'recraft-ai/recraft-v3': { credits: usd(0.04), tier: 'standard' },
  'bytedance/seedream-4': { credits: usd(0.03), tier: 'standard' },
};

/** What well-known models make that are not for pictures, by the second half of their name. */
const kinds: NonNullable<ProfileInput['kindBy']>['kinds'] = {
  'veo-*': 'video',
  'sora-*': 'video',
  'kling-*': 'video',
  'seedance-*': 'video',
  'hailuo-*': 'video',
  'wan-*': 'video',
  'hunyuan-video*': 'video',
  'ltx-video*': 'video',
  'pixverse-*': 'video',
  'ray-*': 'video',
  'gen4-turbo': 'video',
  'gen4-aleph': 'video',
  'musicgen*': 'music',
  'music-*': 'music',
  'lyria-*': 'music',
  'speech-*': 'voice',
  'flux-fill-*': 'inpaint',
  'flux-kontext-*': 'edit',
  'real-esrgan': 'upscale',
  'clarity-upscaler': 'upscale',
  'recraft-crisp-upscale': 'upscale',
  'recraft-creative-upscale': 'upscale',
  'recraft-remove-background': 'background-removal',
  'remove-bg': 'background-removal',
  rembg: 'background-removal',
};

/** Any model of Replicate, its input in an object of its own; answers are JSON. */
export const replicateMcpPreset: Preset = {
  name: 'replicate-mcp',
  title: 'Replicate MCP (all tools)',
  packages: ['replicate-mcp'],
  servers: ['replicate_stainless_api'],
  free: [
    'list_collections',
    'get_collections',
    'list_deployments',
    'delete_deployments',
    'get_deployments',
    'list_hardware',
    'get_account',
    'list_models',
    'delete_models',
    'get_models',
    'search_models',
    'list_models_examples',
    'get_models_readme',
    'list_models_versions',
    'delete_models_versions',
    'get_models_versions',
    'list_predictions',
    'cancel_predictions',
    'get_predictions',
    'list_trainings',
    'cancel_trainings',
    'get_trainings',
    'get_default_webhooks_secret',
    'create_files',
    'list_files',
    'delete_files',
    'download_files',
    'get_files',
  ],
  paid: {
    create_models_predictions: {
      paid: true,
      kind: 'image',
      kindBy: { argument: 'model_name', kinds },
      arguments: {
        prompt: 'input.prompt',
        negativePrompt: 'input.negative_prompt',
        model: ['model_owner', 'model_name'],
        count: 'input.num_outputs',
        aspect: 'input.aspect_ratio',
        seed: 'input.seed',
      },
      price: { unit: 'output', models, ...unchecked },
      outcome,
    },
    create_predictions: {
      paid: true,
      arguments: { prompt: 'input.prompt', model: 'version', count: 'input.num_outputs', seed: 'input.seed' },
      outcome,
    },
    create_deployments_predictions: {
      paid: true,
      arguments: {
        ...{ prompt: 'input.prompt', model: ['deployment_owner', 'deployment_name'] },
        ...{ count: 'input.num_outputs', seed: 'input.seed' },
      },
      outcome,
    },
    create_trainings: { paid: true, arguments: { model: ['model_owner', 'model_name'] } },
    create_deployments: { paid: true, arguments: { model: 'model' } },
    update_deployments: { paid: true },
  },
};
