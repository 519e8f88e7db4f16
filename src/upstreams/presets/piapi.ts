import type { ProfileInput } from '../../model/profile.js';
import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** A call waits until its task has ended; a task that was never created costs nothing. */
const outcome: ProfileInput['outcome'] = { unbilledText: ['Task creation failed'] };

const told = { prompt: 'prompt', negativePrompt: 'negativePrompt' } as const;
const sized = { ...told, width: 'width', height: 'height' } as const;
const filmed = { ...told, aspect: 'aspectRatio', inputs: ['referenceImage'] };

/** One step on a picture or a film. */
function step(kind: ProfileInput['kind'], ...inputs: string[]): ProfileInput {
  return { paid: true, kind, arguments: { inputs }, outcome };
}

/** Many models behind one account. What a call took stands in its answer, in the provider's own points. */
export const piapiPreset: Preset = {
  name: 'piapi',
  title: 'PiAPI MCP (piapi-mcp-server)',
  packages: ['piapi-mcp-server'],
  servers: ['piapi'],
  free: ['show_image'],
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: { ...sized, model: 'model', inputs: ['referenceImage'] },
      price: {
        ...unchecked,
        models: {
          schnell: { credits: usd(0.002), tier: 'budget' },
          dev: { credits: usd(0.015), tier: 'standard' },
        },
      },
      outcome,
    },
    modify_image: {
      paid: true,
      kind: 'inpaint',
      kindBy: { argument: 'model', kinds: { inpaint: 'inpaint', outpaint: 'outpaint' } },
      arguments: { ...told, model: 'model', inputs: ['referenceImage'] },
      outcome,
    },
    derive_image: {
      paid: true,
      kind: 'variation',
      arguments: { ...sized, inputs: ['referenceImage'] },
      outcome,
    },
    generate_image_controlnet: {
      paid: true,
      kind: 'image',
      arguments: { ...sized, inputs: ['referenceImage'] },
      outcome,
    },
    midjourney_imagine: {
      paid: true,
      kind: 'image',
      negativeSuffix: '--no ',
      arguments: { prompt: 'prompt', aspect: 'aspectRatio' },
      outcome,
    },
    generate_video_hunyuan: { paid: true, kind: 'video', arguments: { ...filmed, model: 'model' }, outcome },
    generate_video_skyreels: { paid: true, kind: 'video', arguments: filmed, outcome },
    generate_video_wan: { paid: true, kind: 'video', arguments: { ...filmed, model: 'model' }, outcome },
    generate_video_kling: { paid: true, kind: 'video', arguments: { ...filmed, seconds: 'duration' }, outcome },
    generate_video_effect_kling: step('video', 'image'),
    generate_video_luma: {
      paid: true,
      kind: 'video',
      arguments: { prompt: 'prompt', seconds: 'duration', aspect: 'aspectRatio', inputs: ['keyFrame'] },
      outcome,
    },
    generate_video_hailuo: {
      paid: true,
      kind: 'video',
      arguments: { prompt: 'prompt', model: 'model', inputs: ['imageUrl'] },
      outcome,
    },
    generate_music_suno: {
      paid: true,
      kind: 'music',
      arguments: { prompt: 'prompt', negativePrompt: 'negativeTags' },
      outcome,
    },
    generate_music_for_video: { paid: true, kind: 'sound', arguments: { ...told, inputs: ['video'] }, outcome },
    tts_zero_shot: { paid: true, kind: 'voice', arguments: { prompt: 'genText', inputs: ['refAudio'] }, outcome },
    generate_3d_model: step('3d', 'image'),
    image_faceswap: step('edit', 'swapImage', 'targetImage'),
    video_faceswap: step('edit', 'swapImage', 'targetVideo'),
    image_segment: { paid: true, kind: 'edit', arguments: { ...told, inputs: ['image'] }, outcome },
    image_rmbg: step('background-removal', 'image'),
    image_upscale: step('upscale', 'image'),
    video_upscale: step('upscale', 'video'),
  },
};
