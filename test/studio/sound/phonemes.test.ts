import { describe, expect, it } from 'vitest';
import { soundsOf } from '../../../src/studio/sound/phonemes.js';

const kinds = (text: string) => soundsOf(text).map((sound) => sound.kind);

describe('soundsOf', () => {
  it('turns letters into vowels, hums and noises, and the gap after a word into a pause', () => {
    expect(kinds('sama')).toEqual(['noise', 'vowel', 'hum', 'vowel', 'pause']);
  });

  it('speaks doubled letters once and leaves a silent final e out', () => {
    expect(soundsOf('less')).toEqual(soundsOf('les'));
    expect(soundsOf('tone')).toEqual(soundsOf('ton'));
  });

  it('pauses longer at the end of a sentence than at a comma', () => {
    const longest = (text: string) => Math.max(...soundsOf(text).map((sound) => sound.length));
    expect(longest('so.')).toBeGreaterThan(longest('so,'));
  });

  it('raises the last vowel of a question only', () => {
    expect(soundsOf('Ready now?').some((sound) => sound.rising === true)).toBe(true);
    expect(soundsOf('Ready now.').some((sound) => sound.rising === true)).toBe(false);
  });

  it('voices other alphabets', () => {
    expect(kinds('こんにちは мир').filter((kind) => kind !== 'pause').length).toBeGreaterThan(4);
  });
});
