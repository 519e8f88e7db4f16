import { describe, expect, it } from 'vitest';
import { CATALOG, entryOf, modelsOf, priceLine } from '../../src/studio/catalog.js';

describe('the price list', () => {
  it('holds the published figures', () => {
    expect(Object.fromEntries(CATALOG.map((entry) => [entry.model, entry.credits]))).toEqual({
      'qwen-image': 20,
      sdxl: 40,
      'flux-2-dev': 50,
      'flux-2-pro': 120,
      'nano-banana-pro': 600,
      'scene-edit': 30,
      'scene-reframe': 15,
      'scene-cutout': 20,
      'crystal-upscaler': 1000,
      'wan-2.5-fast': 60,
      'seedance-lite': 300,
      'seedance-fast': 500,
      'veo-3.1': 4000,
      'speech-turbo': 8,
      'speech-hd': 40,
      'music-1.5': 48,
    });
  });

  it('writes a description from the entries', () => {
    expect(priceLine('text_to_speech')).toBe('speech-turbo 8 · speech-hd 40 credits per started 1,000 characters');
    expect(modelsOf('text_to_speech').map((entry) => entry.model)).toEqual(['speech-turbo', 'speech-hd']);
  });

  it('knows no model of another tool', () => {
    expect(() => entryOf('text_to_image', 'veo-3.1')).toThrow('no model');
  });
});
