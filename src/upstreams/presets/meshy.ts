import type { PriceInput } from '../../model/price.js';
import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** The server's own table of what a task takes, in the provider's credits of two US cents each (1,000 for 20 dollars). */
const read = {
  source: 'https://docs.meshy.ai/en/api/pricing, as the server’s instructions tell it',
  asOf: '2026-11-22',
  quality: 'estimate',
} as const;

const inCents = usd(0.02);

/** A price of so many of the provider's credits. */
function taking(credits: number): PriceInput {
  return { ...read, credits: credits * inCents };
}

/** What the provider refuses before there is a task costs nothing. */
const refused = [
  ...['Error: Authentication failed', 'Error: Insufficient credits', 'Error: Too many pending tasks'],
  ...['Error: Invalid request', 'Error: Permission denied', 'Error: Resource not found', 'Error: Rate limit exceeded'],
];

/** Every task is looked for at one tool, which has to be told its kind; a failed one gives its credits back. */
function taskOf(type: string): ProfileInput['outcome'] {
  return {
    unbilledText: refused,
    job: {
      id: 'structuredContent.task_id',
      status: {
        tool: 'meshy_get_task_status',
        argument: 'task_id',
        arguments: { task_type: type, wait: false },
        everySeconds: 5,
        state: 'structuredContent.status',
        running: ['PENDING', 'IN_PROGRESS'],
        succeeded: ['SUCCEEDED'],
        failed: ['FAILED', 'CANCELED'],
        unbilledWhen: [{ at: 'structuredContent.status', values: ['FAILED'] }],
      },
    },
  };
}

const old = '(ai_model ?? "latest") == "meshy-5" && (model_type ?? "standard") != "lowpoly"';
const finest = '(texture_resolution ?? "2k") == "8k" ? 15 : 10';

const drafted: PriceInput = { ...read, expression: `2 * (${old} ? 5 : 20)` };
const textured: PriceInput = { ...read, expression: `2 * (${finest})` };

/** With texture, as it is unless the call says no. */
const sculpted: PriceInput = {
  ...read,
  expression: `2 * ((${old} || (model_type ?? "standard") == "smart-topology" ? 5 : 20)
    + ((should_texture ?? true) ? (${finest}) : 0) + ((ultra_mode ?? false) ? 5 : 0))`,
};

const source = ['input_task_id', 'model_url'];

/** A model made of another at one price. */
function reworked(credits: number, type: string): ProfileInput {
  return { paid: true, kind: 'edit', arguments: { inputs: source }, price: taking(credits), outcome: taskOf(type) };
}

/** Pictures at the price of their model. */
function pictures(type: string, gpt: number): Pick<ProfileInput, 'price' | 'outcome'> {
  return {
    price: {
      ...read,
      models: {
        'nano-banana': { credits: 3 * inCents, tier: 'budget' },
        'nano-banana-2': { credits: 6 * inCents, tier: 'standard' },
        'nano-banana-pro': { credits: 9 * inCents, tier: 'premium' },
        'gpt-image-2': { credits: gpt * inCents, tier: 'premium' },
      },
    },
    outcome: taskOf(type),
  };
}

/** Models in 3D by Meshy, and the pictures they begin with, in tasks that are asked for later. */
export const meshyPreset: Preset = {
  name: 'meshy',
  title: 'Meshy MCP (official)',
  packages: ['@meshy-ai/meshy-mcp-server'],
  servers: ['@meshy-ai/meshy-mcp-server'],
  free: [
    'meshy_get_task_status',
    'meshy_list_tasks',
    'meshy_cancel_task',
    'meshy_download_model',
    'meshy_list_models',
    'meshy_send_to_slicer',
    'meshy_analyze_printability',
    'meshy_check_balance',
  ],
  paid: {
    meshy_text_to_3d: {
      paid: true,
      kind: '3d',
      arguments: { prompt: 'prompt', model: 'ai_model' },
      price: drafted,
      outcome: taskOf('text-to-3d'),
    },
    meshy_text_to_3d_refine: {
      paid: true,
      kind: 'edit',
      arguments: { prompt: 'texture_prompt', model: 'ai_model', inputs: ['preview_task_id', 'texture_image_url'] },
      price: textured,
      outcome: taskOf('text-to-3d'),
    },
    meshy_image_to_3d: {
      paid: true,
      kind: '3d',
      arguments: {
        prompt: 'texture_prompt',
        model: 'ai_model',
        inputs: ['image_url', 'file_path', 'input_task_id', 'texture_image_url'],
      },
      price: sculpted,
      outcome: taskOf('image-to-3d'),
    },
    meshy_multi_image_to_3d: {
      paid: true,
      kind: '3d',
      arguments: {
        prompt: 'texture_prompt',
        model: 'ai_model',
        inputs: ['image_urls', 'file_paths', 'input_task_id', 'texture_image_url'],
      },
      price: sculpted,
      outcome: taskOf('multi-image-to-3d'),
    },
    meshy_retexture: {
      paid: true,
      kind: 'edit',
      arguments: {
        prompt: 'text_style_prompt',
        model: 'ai_model',
        inputs: [...source, 'image_style_url', 'multiview_image_urls'],
      },
      price: textured,
      outcome: taskOf('retexture'),
    },
    meshy_text_to_image: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'ai_model', aspect: 'aspect_ratio' },
      ...pictures('text-to-image', 9),
    },
    meshy_image_to_image: {
      paid: true,
      kind: 'edit',
      arguments: {
        prompt: 'prompt',
        model: 'ai_model',
        inputs: ['reference_image_urls', 'reference_file_paths'],
      },
      ...pictures('image-to-image', 12),
    },
    meshy_remesh: reworked(5, 'remesh'),
    meshy_rig: reworked(5, 'rigging'),
    meshy_animate: { ...reworked(3, 'animation'), arguments: { inputs: ['rig_task_id'] } },
    meshy_convert: reworked(1, 'convert'),
    meshy_resize: reworked(1, 'resize'),
    meshy_uv_unwrap: reworked(5, 'uv-unwrap'),
    meshy_repair_printability: reworked(10, 'print-repair'),
    meshy_process_multicolor: reworked(10, 'multi-color-print'),
    // Two tasks in one call, which waits for both: what is refused may be the second.
    meshy_creative_lab: {
      paid: true,
      kind: '3d',
      arguments: { prompt: 'text', inputs: ['image_url', 'file_path'] },
      price: { ...read, expression: '2 * (product == "keycap" ? 62 : 36)' },
    },
  },
};
