import { randomFrom } from '../scene/random.js';
import type { Random } from '../scene/random.js';
import { soundsOf } from './phonemes.js';
import type { Sound } from './phonemes.js';
import { SAMPLE_RATE, normalise } from './wav.js';

/** The voices and their pitch in hertz and throat size. */
export const VOICES = {
  ada: { pitch: 205, throat: 1.12 },
  bruno: { pitch: 112, throat: 0.94 },
  clara: { pitch: 178, throat: 1.05 },
  otto: { pitch: 92, throat: 0.88 },
} as const;

/** The name of a voice. */
export type VoiceName = keyof typeof VOICES;

/** How a text is to be spoken. */
export interface SpeechOptions {
  text: string;
  voice: VoiceName;
  /** Speed, 1 being normal. */
  pace: number;
  /** True for the better model: more resonances and a little vibrato. */
  fine: boolean;
}

/** No clip is longer than this; the rest of a longer text is not voiced. */
export const SPEECH_LIMIT_SECONDS = 60;

const VOWEL_SECONDS = 0.105;

/** A two-pole resonator whose frequency may move. */
class Resonator {
  private before = 0;
  private beforeThat = 0;

  next(input: number, frequency: number, bandwidth: number): number {
    const decay = Math.exp((-Math.PI * bandwidth) / SAMPLE_RATE);
    const turn = 2 * decay * Math.cos((2 * Math.PI * frequency) / SAMPLE_RATE);
    const output = (1 - decay) * input + turn * this.before - decay * decay * this.beforeThat;
    this.beforeThat = this.before;
    this.before = output;
    return output;
  }
}

interface Mouth {
  formants: [number, number, number];
  voiced: number;
  hiss: number;
  phase: number;
  pitch: number;
}

const GAINS: Record<Sound['kind'], { voiced: number; hiss: number }> = {
  vowel: { voiced: 1, hiss: 0.02 },
  hum: { voiced: 0.55, hiss: 0.01 },
  noise: { voiced: 0, hiss: 0.2 },
  pause: { voiced: 0, hiss: 0 },
};

/** Speaks one sound into the samples from `start`; the mouth glides from the sound before. */
function speakSound(
  samples: Float32Array,
  start: number,
  count: number,
  sound: Sound,
  mouth: Mouth,
  tract: Tract,
): void {
  const gain = GAINS[sound.kind];
  const glide = 1 - Math.exp(-1 / (0.012 * SAMPLE_RATE));
  for (let index = 0; index < count; index += 1) {
    const at = index / count;
    sound.formants.forEach((formant, rank) => {
      const now = mouth.formants[rank] ?? formant;
      mouth.formants[rank] = now + (formant * tract.throat - now) * glide;
    });
    mouth.voiced += (gain.voiced - mouth.voiced) * glide;
    mouth.hiss += (gain.hiss - mouth.hiss) * glide;
    const lift = sound.rising === true ? 1 + 0.5 * at : 1 + 0.05 * Math.sin(Math.PI * at);
    const time = (start + index) / SAMPLE_RATE;
    const vibrato = tract.fine ? 1 + 0.012 * Math.sin(2 * Math.PI * 5.2 * time) : 1;
    mouth.phase += (mouth.pitch * lift * vibrato) / SAMPLE_RATE;
    mouth.phase -= Math.floor(mouth.phase);
    // A rounded pulse: softer than a saw tooth, richer than a sine.
    const pulse = mouth.phase < 0.42 ? Math.sin((Math.PI * mouth.phase) / 0.42) ** 2 - 0.21 : -0.21;
    samples[start + index] = tract.sound(
      pulse * mouth.voiced,
      (tract.random.next() - 0.5) * mouth.hiss,
      mouth.formants,
    );
  }
}

/** Throat and mouth: the resonators that turn pulse and noise into speech. */
class Tract {
  private readonly resonators = [new Resonator(), new Resonator(), new Resonator()];
  private readonly hissing = new Resonator();

  constructor(
    readonly throat: number,
    readonly fine: boolean,
    readonly random: Random,
  ) {}

  sound(voice: number, noise: number, formants: readonly [number, number, number]): number {
    const source = voice + noise * 0.3;
    let output = 0;
    const weights = this.fine ? [1, 0.8, 0.55] : [1, 0.7, 0.25];
    this.resonators.forEach((resonator, rank) => {
      output += resonator.next(source, formants[rank] ?? 2500, 70 + 45 * rank) * (weights[rank] ?? 0);
    });
    return output + this.hissing.next(noise, Math.min(formants[0], 9000), 900) * 2.2;
  }
}

/** Speaks a text as samples at SAMPLE_RATE; the same text, voice and pace always sound the same. */
export function renderSpeech(options: SpeechOptions): Float32Array {
  const voice = VOICES[options.voice];
  const sounds = soundsOf(options.text);
  const random = randomFrom(`speech/${options.voice}/${options.text}`);
  const lengths = sounds.map((sound) =>
    Math.round((SAMPLE_RATE * VOWEL_SECONDS * sound.length * random.between(0.88, 1.12)) / options.pace),
  );
  const lead = Math.round(SAMPLE_RATE * 0.08);
  const wanted = lengths.reduce((sum, length) => sum + length, 2 * lead);
  const samples = new Float32Array(Math.min(wanted, SAMPLE_RATE * SPEECH_LIMIT_SECONDS));
  const tract = new Tract(voice.throat, options.fine, random);
  const mouth: Mouth = { formants: [500, 1500, 2500], voiced: 0, hiss: 0, phase: 0, pitch: voice.pitch };
  let start = lead;
  let sinceBreath = 0;
  sounds.forEach((sound, index) => {
    const count = Math.min(lengths[index] ?? 0, samples.length - lead - start);
    if (count <= 0) return;
    // Pitch sinks through a phrase and starts again after a breath.
    sinceBreath = sound.kind === 'pause' && sound.length > 1 ? 0 : sinceBreath + count / SAMPLE_RATE;
    const accent = sound.kind === 'vowel' ? random.between(0.96, 1.08) : 1;
    mouth.pitch = voice.pitch * (1.1 - Math.min(0.22, sinceBreath * 0.06)) * accent;
    speakSound(samples, start, count, sound, mouth, tract);
    start += count;
  });
  return normalise(samples, 0.72);
}
