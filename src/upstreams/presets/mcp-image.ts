import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Pictures by Gemini behind one tool that words its prompts anew. */
export const mcpImagePreset: Preset = {
  name: 'mcp-image',
  title: 'MCP Image (Gemini)',
  packages: ['mcp-image'],
  servers: ['mcp-image-server'],
  free: [],
  paid: {
    generate_image: {
      paid: true,
      kind: 'image',
      arguments: {
        prompt: 'prompt',
        quality: 'quality',
        aspect: 'aspectRatio',
        resolution: 'imageSize',
        inputs: ['inputImagePath'],
      },
      // Which model answers is settled by `quality` and by how the server was started: the dearest stands for all.
      price: {
        unit: 'output',
        credits: usd(0.134),
        factors: [{ argument: 'imageSize', equals: '4K', times: 240 / 134 }],
        quality: 'estimate',
        source: 'https://ai.google.dev/gemini-api/docs/pricing',
        asOf: '2026-07-24',
      },
    },
  },
};
