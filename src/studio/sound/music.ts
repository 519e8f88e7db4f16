import { randomFrom } from '../scene/random.js';
import { moodOf, writeScore } from './score.js';
import type { Note } from './score.js';
import { SAMPLE_RATE, normalise } from './wav.js';

/** Overtones of an instrument: how loud each multiple of the tone is. */
const OVERTONES = { pad: [1, 0.5, 0.3, 0.18, 0.1], bass: [1, 0.35, 0.12], lead: [1, 0.42, 0.2, 0.1, 0.05] } as const;
const ATTACK_SECONDS = { pad: 0.35, bass: 0.015, lead: 0.012 } as const;

function playTone(samples: Float32Array, note: Note, instrument: keyof typeof OVERTONES, mellow: number): void {
  const start = Math.round(note.startSeconds * SAMPLE_RATE);
  const count = Math.round(note.seconds * SAMPLE_RATE);
  const attack = ATTACK_SECONDS[instrument] * SAMPLE_RATE;
  const overtones = OVERTONES[instrument].map((level, rank) => level * (1 - mellow * 0.75) ** rank);
  for (let index = 0; index < count && start + index < samples.length; index += 1) {
    const rise = Math.min(1, index / attack);
    const fall = Math.min(1, (count - index) / (0.25 * count));
    const decay = instrument === 'pad' ? 1 : Math.exp((-2.4 * index) / count);
    const turn = (2 * Math.PI * note.frequency * index) / SAMPLE_RATE;
    let tone = 0;
    overtones.forEach((level, rank) => {
      // The second voice of the pad is slightly out of tune, which makes it wide.
      tone += level * Math.sin(turn * (rank + 1) * (instrument === 'pad' && rank % 2 === 1 ? 1.003 : 1));
    });
    samples[start + index] = (samples[start + index] ?? 0) + tone * rise * fall * decay * note.loudness;
  }
}

function playDrum(samples: Float32Array, note: Note): void {
  const start = Math.round(note.startSeconds * SAMPLE_RATE);
  const count = Math.round(note.seconds * SAMPLE_RATE);
  const noise = randomFrom('drum');
  let before = 0;
  for (let index = 0; index < count && start + index < samples.length; index += 1) {
    const time = index / SAMPLE_RATE;
    const hiss = noise.next() - 0.5;
    const tone =
      note.instrument === 'kick'
        ? Math.sin(2 * Math.PI * (48 * time + 3.2 * (1 - Math.exp(-24 * time))))
        : hiss - before;
    before = hiss;
    samples[start + index] = (samples[start + index] ?? 0) + tone * Math.exp((-5 * index) / count) * note.loudness;
  }
}

/** A short echo that gives the piece a room. */
function addRoom(samples: Float32Array, amount: number): void {
  for (const [seconds, level] of [
    [0.113, 0.34],
    [0.197, 0.26],
  ] as const) {
    const delay = Math.round(seconds * SAMPLE_RATE);
    for (let index = delay; index < samples.length; index += 1) {
      samples[index] = (samples[index] ?? 0) + (samples[index - delay] ?? 0) * level * amount;
    }
  }
}

/** Plays a piece as samples at SAMPLE_RATE; the same prompt, seed and length always sound the same. */
export function renderMusic(prompt: string, seed: number, seconds: number): Float32Array {
  const samples = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  const { mellow } = moodOf(prompt);
  for (const note of writeScore(prompt, seed, seconds)) {
    if (note.instrument === 'kick' || note.instrument === 'hat') playDrum(samples, note);
    else playTone(samples, note, note.instrument, mellow);
  }
  addRoom(samples, 0.6 + 0.4 * mellow);
  const fade = Math.round(Math.min(1.2, seconds / 5) * SAMPLE_RATE);
  for (let index = 0; index < fade; index += 1) {
    const at = samples.length - 1 - index;
    samples[at] = ((samples[at] ?? 0) * index) / fade;
  }
  return normalise(samples, 0.8);
}
