import { describe, expect, it } from 'vitest';
import { SPEECH_LIMIT_SECONDS, renderSpeech } from '../../../src/studio/sound/speech.js';
import type { SpeechOptions } from '../../../src/studio/sound/speech.js';
import { SAMPLE_RATE } from '../../../src/studio/sound/wav.js';

const speak = (changes: Partial<SpeechOptions> = {}) =>
  renderSpeech({ text: 'Hello from the studio.', voice: 'ada', pace: 1, fine: false, ...changes });

describe('renderSpeech', () => {
  it('sounds the same for the same text', () => {
    expect(speak()).toEqual(speak());
  });

  it.each([
    ['text', { text: 'Goodbye from the studio.' }],
    ['voice', { voice: 'otto' }],
    ['model', { fine: true }],
  ] as const)('sounds different for another %s', (_name, changes) => {
    expect(speak(changes)).not.toEqual(speak());
  });

  it('is shorter the faster it is spoken, and longer for a longer text', () => {
    expect(speak({ pace: 2 }).length).toBeLessThan(speak().length);
    expect(speak({ text: 'Hello from the studio. Hello from the studio.' }).length).toBeGreaterThan(speak().length);
  });

  it('stays within full level and is not silence', () => {
    const peak = Math.max(...speak().map(Math.abs));
    expect(peak).toBeGreaterThan(0.5);
    expect(peak).toBeLessThanOrEqual(0.73);
  });

  it('ends at the limit for a very long text', () => {
    expect(speak({ text: 'many words '.repeat(400) }).length).toBe(SPEECH_LIMIT_SECONDS * SAMPLE_RATE);
  });
});
