import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Errors that the server finds before it asks the provider, or with which the provider refuses at the door. */
const refused = [
  ...['INVALID_API_KEY', 'MISSING_API_KEY', 'VALIDATION_ERROR', 'INVALID_PROMPT', 'INVALID_ASPECT_RATIO'],
  ...['INVALID_IMAGE', 'INVALID_MASK', 'IMAGE_TOO_LARGE', 'RATE_LIMITED', 'INSUFFICIENT_CREDITS'],
];

/** A failure is told in the JSON of an answer that is not marked as an error. */
const outcome: ProfileInput['outcome'] = {
  failedWhen: [{ at: { json: 'success' }, values: [false] }],
  unbilledWhen: [{ at: { json: 'error_code' }, values: refused }],
};

/** Pictures are billed by how fast they are drawn, which is how good they are; a character of one's own costs extra. */
const drawn: PriceInput = {
  ...unchecked,
  unit: 'output',
  models: {
    FLASH: { credits: usd(0.03), tier: 'budget' },
    TURBO: { credits: usd(0.03), tier: 'budget' },
    DEFAULT: { credits: usd(0.06), tier: 'standard' },
    QUALITY: { credits: usd(0.09), tier: 'premium' },
  },
};

const text = { prompt: 'prompt', count: 'num_images', model: 'rendering_speed', seed: 'seed' } as const;
const characters = 'character_reference_images';

const generate: ProfileInput = {
  paid: true,
  kind: 'image',
  arguments: { ...text, negativePrompt: 'negative_prompt', aspect: 'aspect_ratio', inputs: [characters] },
  price: drawn,
  outcome,
};

/** Pictures by Ideogram. Its four speeds stand where others have models. */
export const ideogramPreset: Preset = {
  name: 'ideogram',
  title: 'Ideogram MCP (@takeshijuan/ideogram-mcp-server)',
  packages: ['@takeshijuan/ideogram-mcp-server'],
  servers: ['ideogram-mcp-server'],
  free: ['ideogram_get_prediction', 'ideogram_cancel_prediction'],
  paid: {
    ideogram_generate: generate,
    ideogram_generate_async: {
      ...generate,
      outcome: {
        ...outcome,
        job: {
          id: { json: 'prediction_id' },
          status: {
            tool: 'ideogram_get_prediction',
            argument: 'prediction_id',
            everySeconds: 3,
            state: { json: 'status' },
            running: ['queued', 'processing'],
            succeeded: ['completed'],
            failed: ['failed', 'cancelled'],
            // Only what still waits in the server's own queue can be cancelled.
            unbilledWhen: [{ at: { json: 'error.code' }, values: [...refused, 'CANCELLED'] }],
          },
        },
      },
    },
    ideogram_edit: {
      paid: true,
      kind: 'inpaint',
      arguments: { ...text, inputs: ['image', 'mask', characters] },
      price: drawn,
      outcome,
    },
    ideogram_remix: {
      paid: true,
      kind: 'variation',
      arguments: {
        ...text,
        negativePrompt: 'negative_prompt',
        aspect: 'aspect_ratio',
        inputs: ['image', characters],
      },
      price: drawn,
      outcome,
    },
    ideogram_reframe: {
      paid: true,
      kind: 'reframe',
      arguments: {
        count: 'num_images',
        model: 'rendering_speed',
        size: 'resolution',
        seed: 'seed',
        inputs: ['image'],
      },
      price: drawn,
      outcome,
    },
    ideogram_replace_background: {
      paid: true,
      kind: 'edit',
      arguments: { ...text, inputs: ['image'] },
      price: drawn,
      outcome,
    },
    ideogram_upscale: {
      paid: true,
      kind: 'upscale',
      arguments: { prompt: 'prompt', count: 'num_images', seed: 'seed', inputs: ['image'] },
      price: { ...unchecked, unit: 'output', credits: usd(0.06) },
      outcome,
    },
    ideogram_describe: {
      paid: true,
      arguments: { inputs: ['image'] },
      price: { ...unchecked, credits: usd(0.01) },
      outcome,
    },
  },
};
