import type { ProfileInput } from '../../model/profile.js';
import type { Preset } from './preset.js';

/** Every paid tool answers with a task, in sentences. */
const outcome: ProfileInput['outcome'] = {
  job: {
    id: { after: 'Task ID: ' },
    status: {
      tool: 'check_task',
      argument: 'task_id',
      everySeconds: 3,
      state: { after: 'Status: ' },
      running: ['pending', 'processing'],
      succeeded: ['completed'],
      failed: ['failed', 'cancelled'],
    },
  },
};

/** Pictures, clips and music of many models. Prices are the account's own: the server's free tool estimates them. */
export const evolinkMediaPreset: Preset = {
  name: 'evolink-media',
  title: 'EvoLink Media MCP',
  packages: ['@evolinkai/evolink-media'],
  servers: ['evolink-media'],
  free: ['list_models', 'estimate_cost', 'check_task', 'upload_file', 'delete_file', 'list_files'],
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', model: 'model', size: 'size', count: 'n', inputs: ['image_urls', 'mask_url'] },
      outcome,
    },
    generate_video: {
      paid: true,
      kind: 'video',
      arguments: {
        prompt: 'prompt',
        model: 'model',
        seconds: 'duration',
        resolution: 'quality',
        aspect: 'aspect_ratio',
        audio: 'generate_audio',
        inputs: ['image_urls'],
      },
      outcome,
    },
    generate_music: {
      paid: true,
      kind: 'music',
      arguments: { prompt: 'prompt', negativePrompt: 'negative_tags', model: 'model', seconds: 'duration' },
      outcome,
    },
  },
};
