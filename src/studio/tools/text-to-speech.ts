import { z } from 'zod';
import { entryOf, modelsOf, priceLine } from '../catalog.js';
import { definePaidTool } from '../paid-tool.js';
import type { PaidTool } from '../paid-tool.js';
import { speechPrice } from '../pricing.js';
import { SPEECH_LIMIT_SECONDS, VOICES, renderSpeech } from '../sound/speech.js';
import type { VoiceName } from '../sound/speech.js';
import { SAMPLE_RATE, encodeWav } from '../sound/wav.js';
import { HONESTY } from './shared.js';

const NAME = 'text_to_speech';
const MODELS = modelsOf(NAME).map((entry) => entry.model);

/** Voices a text. */
export function textToSpeech(): PaidTool {
  return definePaidTool({
    name: NAME,
    title: 'Text to speech',
    description: `${HONESTY} Voices a text as syllable tones that follow it (WAV, at most ${SPEECH_LIMIT_SECONDS} s). Price: ${priceLine(NAME)}.`,
    shape: {
      text: z.string().trim().min(1).max(10_000).describe('The text to speak.'),
      model: z.enum(MODELS).default('speech-turbo').describe('Which model to pay for.'),
      voice: z
        .enum(Object.keys(VOICES) as VoiceName[])
        .default('ada')
        .describe('Who speaks.'),
      pace: z.number().min(0.5).max(2).default(1).describe('Speed of speech, 1 being normal.'),
    },
    plan: ({ text, model, voice, pace }) => {
      const entry = entryOf(NAME, model);
      const make = async () => {
        const samples = renderSpeech({ text, voice, pace, fine: model === 'speech-hd' });
        const summary = `${(samples.length / SAMPLE_RATE).toFixed(1)} s, voice ${voice}`;
        return [{ bytes: encodeWav(samples), mimeType: 'audio/wav' as const, summary }];
      };
      return { entry, credits: speechPrice(entry, text.length), prompt: text, pace: 'audio', make };
    },
  });
}
