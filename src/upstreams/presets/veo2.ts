import type { ProfileInput } from '../../model/profile.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

const read = {
  source: 'https://ai.google.dev/gemini-api/docs/pricing',
  asOf: '2026-07-24',
  quality: 'estimate',
} as const;

const map = {
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  count: 'numberOfVideos',
  seconds: 'durationSeconds',
  aspect: 'aspectRatio',
  enhance: 'enhancePrompt',
} as const;

const clip: ProfileInput['price'] = { ...read, unit: 'second', credits: usd(0.35) };

/** Clips by Veo 2 and pictures by Imagen; one tool makes both at once, whose price no single unit tells. */
export const veo2Preset: Preset = {
  name: 'veo2',
  title: 'Veo 2 video generation MCP',
  packages: ['mcp-video-generation-veo2'],
  servers: ['veo2-video-generation'],
  free: ['listGeneratedVideos', 'getImage', 'listGeneratedImages'],
  paid: {
    generateVideoFromText: { paid: true, kind: 'video', arguments: map, price: clip },
    generateVideoFromImage: { paid: true, kind: 'video', arguments: { ...map, inputs: ['image'] }, price: clip },
    generateVideoFromGeneratedImage: { paid: true, kind: 'video', arguments: map },
    generateImage: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', count: 'numberOfImages' },
      price: { ...read, unit: 'output', credits: usd(0.04) },
    },
  },
};
