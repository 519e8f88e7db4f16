import { randomFrom } from '../scene/random.js';

/** How a piece of music feels, read from its prompt. */
export interface Mood {
  name: string;
  /** Steps of the scale in semitones. */
  scale: readonly number[];
  /** Chord roots as steps of the scale, one a bar. */
  progressions: readonly [readonly number[], ...(readonly number[])[]];
  beatsPerMinute: number;
  /** Share of the eighths that carry a melody note. */
  density: number;
  drums: boolean;
  /** Softness of the tone: 0 bright, 1 mellow. */
  mellow: number;
}

const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const MINOR = [0, 2, 3, 5, 7, 8, 10];
const DORIAN = [0, 2, 3, 5, 7, 9, 10];

const MOODS: readonly [RegExp, Mood][] = [
  [
    /\b(calm|ambient|relax\w*|peaceful|meditat\w*|soft|gentle|sleep|lullaby|dreamy)\b/,
    {
      name: 'calm',
      scale: MAJOR,
      progressions: [
        [0, 3, 4, 3],
        [0, 5, 3, 4],
      ],
      beatsPerMinute: 66,
      density: 0.3,
      drums: false,
      mellow: 0.9,
    },
  ],
  [
    /\b(sad|melanchol\w*|lonely|tender|nostalgi\w*|rain\w*)\b/,
    {
      name: 'melancholic',
      scale: MINOR,
      progressions: [
        [0, 5, 2, 6],
        [0, 3, 5, 4],
      ],
      beatsPerMinute: 72,
      density: 0.36,
      drums: false,
      mellow: 0.75,
    },
  ],
  [
    /\b(dark|tense|suspense|horror|mysterious|dramatic|noir)\b/,
    {
      name: 'dark',
      scale: MINOR,
      progressions: [
        [0, 0, 5, 4],
        [0, 1, 0, 6],
      ],
      beatsPerMinute: 84,
      density: 0.28,
      drums: true,
      mellow: 0.55,
    },
  ],
  [
    /\b(epic|cinematic|heroic|trailer|orchestral)\b/,
    {
      name: 'epic',
      scale: MINOR,
      progressions: [
        [0, 5, 2, 6],
        [0, 3, 6, 2],
      ],
      beatsPerMinute: 96,
      density: 0.42,
      drums: true,
      mellow: 0.4,
    },
  ],
  [
    /\b(lo-?fi|jazz\w*|chill|groove|funk\w*)\b/,
    {
      name: 'laid-back',
      scale: DORIAN,
      progressions: [
        [1, 4, 0, 0],
        [0, 3, 1, 4],
      ],
      beatsPerMinute: 82,
      density: 0.44,
      drums: true,
      mellow: 0.8,
    },
  ],
  [
    /\b(electronic|dance|techno|synth\w*|neon|energetic|fast|party|upbeat)\b/,
    {
      name: 'energetic',
      scale: MINOR,
      progressions: [
        [0, 5, 2, 6],
        [0, 6, 5, 6],
      ],
      beatsPerMinute: 124,
      density: 0.6,
      drums: true,
      mellow: 0.15,
    },
  ],
];

const CHEERFUL: Mood = {
  name: 'cheerful',
  scale: MAJOR,
  progressions: [
    [0, 4, 5, 3],
    [0, 3, 1, 4],
    [0, 5, 3, 4],
  ],
  beatsPerMinute: 108,
  density: 0.5,
  drums: true,
  mellow: 0.45,
};

/** The mood that a prompt's words ask for; cheerful when they ask for none. */
export function moodOf(prompt: string): Mood {
  const text = prompt.toLowerCase();
  return MOODS.find(([words]) => words.test(text))?.[1] ?? CHEERFUL;
}

/** One note. */
export interface Note {
  instrument: 'pad' | 'bass' | 'lead' | 'kick' | 'hat';
  startSeconds: number;
  seconds: number;
  /** Hertz; of no meaning for drums. */
  frequency: number;
  /** 0..1 */
  loudness: number;
}

/** Writes a piece: chords, bass, a melody that circles the chord's notes, and drums where the mood has them. */
export function writeScore(prompt: string, seed: number, seconds: number): Note[] {
  const mood = moodOf(prompt);
  const random = randomFrom(`music/${seed}/${prompt.toLowerCase()}`);
  const key = 45 + Math.floor(random.next() * 8);
  const progression = random.pick(mood.progressions);
  const beat = 60 / (mood.beatsPerMinute * random.between(0.96, 1.04));
  const pitch = (step: number, octave: number): number => {
    const scale = mood.scale;
    const wrapped = ((step % scale.length) + scale.length) % scale.length;
    const semitones = (scale[wrapped] ?? 0) + 12 * (octave + Math.floor(step / scale.length));
    return 440 * 2 ** ((key + semitones - 69) / 12);
  };
  const notes: Note[] = [];
  let melody = 7;
  for (let bar = 0; bar * 4 * beat < seconds; bar += 1) {
    const start = bar * 4 * beat;
    const root = progression[bar % progression.length] ?? 0;
    for (const step of [0, 2, 4]) {
      notes.push({
        instrument: 'pad',
        startSeconds: start,
        seconds: 4.2 * beat,
        frequency: pitch(root + step, 1),
        loudness: 0.2,
      });
    }
    for (const half of [0, 2]) {
      notes.push({
        instrument: 'bass',
        startSeconds: start + half * beat,
        seconds: 1.8 * beat,
        frequency: pitch(root, 0),
        loudness: 0.42,
      });
    }
    for (let eighth = 0; eighth < 8; eighth += 1) {
      const at = start + (eighth * beat) / 2;
      if (random.next() < mood.density || eighth === 0) {
        const chordTone = root + random.pick([0, 2, 4]);
        melody = eighth % 4 === 0 ? chordTone + 7 : melody + Math.round(random.between(-2, 2));
        melody = Math.max(4, Math.min(15, melody));
        notes.push({
          instrument: 'lead',
          startSeconds: at,
          seconds: beat * random.pick([0.5, 0.9, 1.4]),
          frequency: pitch(melody, 1),
          loudness: 0.3,
        });
      }
      if (mood.drums && eighth % 4 === 0) {
        notes.push({ instrument: 'kick', startSeconds: at, seconds: 0.22, frequency: 0, loudness: 0.5 });
      }
      if (mood.drums && eighth % 2 === 1) {
        notes.push({ instrument: 'hat', startSeconds: at, seconds: 0.06, frequency: 0, loudness: 0.12 });
      }
    }
  }
  return notes.filter((note) => note.startSeconds < seconds);
}
