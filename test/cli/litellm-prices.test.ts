import fc from '../setup/properties.js';
import { expect, it } from 'vitest';
import { litellmPrices } from '../../src/cli/litellm-prices.js';

const image = { litellm_provider: 'openai', mode: 'image_generation' };
const read = (raw: Record<string, unknown>) => litellmPrices(raw, 'list.json', '2026-11-22');

it.each<[string, object, object]>([
  [
    'high/1024-x-1536/gpt-image-1',
    { ...image, input_cost_per_image: 0.25, input_cost_per_pixel: 1.6e-7, output_cost_per_pixel: 0 },
    { model: 'gpt-image-1', when: { quality: 'high', size: '1024x1536' }, unit: 'image', amount: 0.25 },
  ],
  ['512-x-512/dall-e-2', { ...image, input_cost_per_pixel: 6.86e-8 }, { unit: 'pixel', when: { size: '512x512' } }],
  [
    'openai/sora-2',
    { ...image, mode: 'video_generation', output_cost_per_video_per_second: 0.1 },
    { model: 'sora-2', unit: 'second', provider: 'openai' },
  ],
  [
    'vertex_ai/veo-3',
    {
      mode: 'video_generation',
      litellm_provider: 'vertex_ai-video-models',
      output_cost_per_second: 0.1,
      output_cost_per_second_1080p: 0.4,
    },
    { model: 'veo-3', provider: 'vertex_ai', amount: 0.4 },
  ],
  [
    'tts-1',
    { mode: 'audio_speech', input_cost_per_character: 1.5e-5, source: 'https://example.com' },
    { unit: 'character', source: 'https://example.com' },
  ],
  [
    'fal_ai/fal-ai/flux/schnell',
    { ...image, litellm_provider: 'fal_ai', output_cost_per_image: 0.003 },
    { model: 'fal-ai/flux/schnell' },
  ],
  ['gpt-image-1', { ...image, output_cost_per_image_token: 4e-5 }, { unit: 'token', source: 'list.json' }],
  [
    '50-steps/max-x-max/sdxl',
    { ...image, output_cost_per_image: 0.02 },
    { model: 'sdxl', quality: 'estimate', asOf: '2026-11-22' },
  ],
])('reads %s', (key, value, expected) => {
  expect(read({ [key]: value }).entries).toMatchObject([{ currency: 'USD', ...expected }]);
});

it('says why it leaves an entry out', () => {
  const { entries, skipped } = read({
    sample_spec: image,
    list: [1],
    chat: { mode: 'chat', input_cost_per_token: 1 },
    free: { ...image, output_cost_per_image: 0 },
    below: { ...image, output_cost_per_image: -1 },
    text: { ...image, output_cost_per_image: '0.1' },
    dear: { ...image, output_cost_per_image: 1e6 },
    once: { ...image, output_cost_per_image: 1 },
    'openai/once': { ...image, output_cost_per_image: 1 },
  });
  expect(entries).toHaveLength(1);
  expect(Object.fromEntries(skipped.map(({ key, why }) => [key, why]))).toEqual({
    sample_spec: 'skip-sample',
    list: 'skip-shape',
    chat: 'skip-text',
    free: 'skip-free',
    below: 'skip-amount',
    text: 'skip-amount',
    dear: 'skip-dear',
    'openai/once': 'skip-twice',
  });
});

it('reads or leaves out each entry of whatever list, once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 8 }), (raw) => {
      const { entries, skipped } = read(raw);
      expect(entries.length + skipped.length).toBe(Object.keys(raw).length);
    }),
  );
});
