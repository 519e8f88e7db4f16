import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Endpoints that look, keep order or stop something; every other one runs, trains or rents. */
const free = [
  ...['list_collections', 'get_collections', 'list_hardware', 'get_account', 'get_default_webhooks_secret'],
  ...['list_deployments', 'get_deployments', 'delete_deployments'],
  ...['list_models', 'get_models', 'search_models', 'delete_models', 'list_models_examples', 'get_models_readme'],
  ...['list_models_versions', 'get_models_versions', 'delete_models_versions'],
  ...['list_predictions', 'get_predictions', 'cancel_predictions'],
  ...['list_trainings', 'get_trainings', 'cancel_trainings'],
  ...['create_files', 'list_files', 'get_files', 'download_files', 'delete_files'],
];

/** Every endpoint behind one tool: which one decides whether a call costs, and its arguments stand one level deeper. */
export const replicateDynamicPreset: Preset = {
  name: 'replicate-dynamic',
  title: 'Replicate MCP (any endpoint: --tools=dynamic)',
  packages: ['replicate-mcp'],
  flags: ['--tools=dynamic', '--tools dynamic'],
  servers: ['replicate_stainless_api'],
  free: ['list_api_endpoints', 'get_api_endpoint_schema'],
  paid: {
    invoke_api_endpoint: {
      paid: true,
      freeWhen: { argument: 'endpoint_name', values: free },
      kindBy: {
        argument: 'args.model_name',
        kinds: {
          'flux-*': 'image',
          'flux-fill-*': 'inpaint',
          'flux-kontext-*': 'edit',
          'imagen-*': 'image',
          'nano-banana*': 'image',
          'ideogram-*': 'image',
          'qwen-image*': 'image',
          'recraft-v*': 'image',
          'seedream-*': 'image',
          'stable-diffusion*': 'image',
          'veo-*': 'video',
          'sora-*': 'video',
          'kling-*': 'video',
          'seedance-*': 'video',
          'hailuo-*': 'video',
          'wan-*': 'video',
          'ray-*': 'video',
          'gen4-*': 'video',
          'gen4-image*': 'image',
          'music*': 'music',
          'lyria-*': 'music',
          'speech-*': 'voice',
        },
      },
      arguments: {
        prompt: 'args.input.prompt',
        negativePrompt: 'args.input.negative_prompt',
        model: 'args.model_name',
        count: 'args.input.num_outputs',
        aspect: 'args.input.aspect_ratio',
        seed: 'args.input.seed',
      },
      // Billed by picture; a model of the same name by somebody else is another model, and is billed by time.
      price: {
        ...unchecked,
        unit: 'output',
        when: {
          endpoint_name: ['create_models_predictions'],
          'args.model_owner': ['black-forest-labs', 'google', 'bytedance', 'recraft-ai'],
        },
        models: {
          'flux-schnell': { credits: usd(0.003), tier: 'budget' },
          'flux-dev': { credits: usd(0.025), tier: 'standard' },
          'flux-1.1-pro': { credits: usd(0.04), tier: 'standard' },
          'flux-1.1-pro-ultra': { credits: usd(0.06), tier: 'premium' },
          'flux-kontext-pro': { credits: usd(0.04), tier: 'standard' },
          'flux-kontext-max': { credits: usd(0.08), tier: 'premium' },
          'imagen-4': { credits: usd(0.04), tier: 'standard' },
          'imagen-4-fast': { credits: usd(0.02), tier: 'budget' },
          'imagen-4-ultra': { credits: usd(0.06), tier: 'premium' },
          'nano-banana': { credits: usd(0.039), tier: 'standard' },
          'recraft-v3': { credits: usd(0.04), tier: 'standard' },
          'seedream-4': { credits: usd(0.03), tier: 'standard' },
        },
      },
      outcome: {
        // What is refused before a prediction exists costs nothing; one that began and failed may cost its time.
        unbilledText: ['400 ', '401 ', '402 ', '403 ', '404 ', '422 ', '429 '],
        job: {
          id: { json: 'id' },
          when: { at: { json: 'status' }, values: ['starting', 'processing'] },
          status: {
            tool: 'invoke_api_endpoint',
            argument: 'args.prediction_id',
            arguments: { endpoint_name: 'get_predictions' },
            state: { json: 'status' },
            running: ['starting', 'processing'],
            succeeded: ['succeeded'],
            failed: ['failed', 'canceled', 'aborted'],
          },
        },
      },
    },
  },
};
