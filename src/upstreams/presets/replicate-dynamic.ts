import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';
import { replicateMcpPreset } from './replicate-mcp.js';

/** The endpoint that has a tool of its own in the other mode: what holds of that tool holds of the endpoint. */
const endpoint = 'create_models_predictions';
const direct = replicateMcpPreset.paid[endpoint];

/** Models of pictures by the second half of their name: an endpoint that runs none of them makes something else. */
const pictures: NonNullable<ProfileInput['kindBy']>['kinds'] = {
  'flux-*': 'image',
  'imagen-*': 'image',
  'nano-banana*': 'image',
  'ideogram-*': 'image',
  'qwen-image*': 'image',
  'recraft-v*': 'image',
  'seedream-*': 'image',
  'stable-diffusion*': 'image',
  sdxl: 'image',
};

const job = direct?.outcome?.job;

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
      freeWhen: { argument: 'endpoint_name', values: [...replicateMcpPreset.free] },
      kindBy: { argument: 'args.model_name', kinds: { ...pictures, ...direct?.kindBy?.kinds } },
      arguments: {
        prompt: 'args.input.prompt',
        negativePrompt: 'args.input.negative_prompt',
        model: 'args.model_name',
        count: 'args.input.num_outputs',
        aspect: 'args.input.aspect_ratio',
        seed: 'args.input.seed',
      },
      ...(direct?.price && { price: { ...direct.price, when: { argument: 'endpoint_name', values: [endpoint] } } }),
      outcome: {
        ...direct?.outcome,
        ...(job && {
          job: {
            ...job,
            status: {
              ...job.status,
              tool: 'invoke_api_endpoint',
              argument: 'args.prediction_id',
              arguments: { endpoint_name: 'get_predictions' },
            },
          },
        }),
      },
    },
  },
};
