import { unchecked } from '../unchecked.js';
import { usd } from '../usd.js';
import type { Preset } from './preset.js';

/** Speech by Fish Audio. It bills bytes of text, of which a letter may have several. */
export const fishAudioPreset: Preset = {
  name: 'fish-audio',
  title: 'Fish Audio MCP',
  packages: ['@alanse/fish-audio-mcp-server'],
  servers: ['fish-audio-mcp-server'],
  free: ['fish_audio_list_references'],
  paid: {
    fish_audio_tts: {
      paid: true,
      kind: 'voice',
      arguments: { prompt: 'text' },
      price: {
        unit: '1k-characters',
        credits: usd(0.015),
        ...unchecked,
      },
    },
  },
};
