import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Speech by OpenAI, played where it was made: a machine that cannot play has paid all the same. */
export const ttsMcpPreset: Preset = {
  name: 'tts-mcp',
  title: 'tts-mcp (OpenAI speech)',
  packages: ['tts-mcp'],
  servers: ['tts-mcp'],
  free: [],
  paid: {
    'text-to-speech': {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'text' },
      // The model is chosen when the server starts, out of sight: the dearest stands for all.
      price: {
        unit: '1k-characters',
        perStarted: 1,
        credits: usd(0.03),
        quality: 'estimate',
        source: 'https://platform.openai.com/docs/pricing',
        asOf: '2026-07-24',
      },
      outcome: {
        billedWhen: [{ at: { after: "詳細: Couldn't find a suitable audio" }, values: ['player'] }],
        unbilledWhen: [{ at: { after: '詳細: ' }, values: ['400', '401', '403', '429'] }],
      },
    },
  },
};
