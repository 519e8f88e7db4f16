/** Requests of several shapes; each gets a number, a fresh prompt and one of the past takes. */
export const shapes = [
  ['new picture', ({ fresh }) => ['text_to_image', { prompt: fresh, model: 'qwen-image' }]],
  [
    're-run with praise',
    ({ old }) => ['text_to_image', { prompt: `${old.prompt}, masterpiece, 8k`, model: 'qwen-image' }],
  ],
  [
    'one word changed',
    ({ old, fresh }) => ['text_to_image', { prompt: `${old.prompt} ${fresh.split(' ').at(-1)}`, model: 'qwen-image' }],
  ],
  ['four premium versions', ({ fresh }) => ['text_to_image', { prompt: fresh, model: 'flux-2-pro', count: 4 }]],
  ['large draft', ({ fresh }) => ['text_to_image', { prompt: fresh, model: 'sdxl', width: 2048, height: 2048 }]],
  [
    'film from a still',
    ({ fresh, old }) => ['image_to_video', { prompt: fresh, image: old.asset, model: 'wan-2.5-fast' }],
  ],
  ['loud long film', ({ fresh }) => ['image_to_video', { prompt: fresh, model: 'veo-3.1', seconds: 9, audio: true }]],
  ['edit', ({ old }) => ['edit_image', { image: old.asset, prompt: 'remove the bird on the left' }]],
  ['upscale', ({ old }) => ['upscale_image', { image: old.asset }]],
  ['voice', ({ fresh }) => ['text_to_speech', { text: fresh, model: 'speech-turbo' }]],
  ['music', ({ fresh }) => ['generate_music', { prompt: fresh }]],
];
