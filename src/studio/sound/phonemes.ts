/** A short stretch of speech: a vowel with its formants, a consonant's noise or a pause. */
export interface Sound {
  kind: 'vowel' | 'noise' | 'hum' | 'pause';
  /** Length relative to a vowel. */
  length: number;
  /** Resonances in hertz (vowels, hums) or the centre of the noise in the first place. */
  formants: readonly [first: number, second: number, third: number];
  /** Set on the last vowel of a question, whose pitch rises. */
  rising?: boolean;
}

const VOWELS: Readonly<Record<string, Sound['formants']>> = {
  a: [750, 1250, 2550],
  e: [520, 1850, 2550],
  i: [330, 2200, 2950],
  o: [500, 900, 2500],
  u: [350, 950, 2350],
  y: [340, 1900, 2600],
};

const HUMS: Readonly<Record<string, Sound['formants']>> = {
  m: [260, 950, 2200],
  n: [280, 1450, 2400],
  l: [360, 1150, 2700],
  r: [380, 1150, 1650],
  w: [320, 750, 2300],
  j: [300, 2100, 2900],
};

const HISSES: Readonly<Record<string, number>> = {
  s: 6200,
  z: 5200,
  x: 4600,
  f: 4200,
  v: 3200,
  h: 1600,
  c: 3800,
  q: 2400,
};

function letterSound(letter: string): Sound {
  const vowel = VOWELS[letter];
  if (vowel !== undefined) return { kind: 'vowel', length: 1, formants: vowel };
  const hum = HUMS[letter];
  if (hum !== undefined) return { kind: 'hum', length: 0.55, formants: hum };
  const hiss = HISSES[letter];
  if (hiss !== undefined) return { kind: 'noise', length: 0.6, formants: [hiss, hiss, hiss] };
  // Stops (b, d, g, k, p, t) and everything unknown: a brief burst.
  const burst = 1500 + (letter.charCodeAt(0) % 9) * 280;
  return { kind: 'noise', length: 0.28, formants: [burst, burst, burst] };
}

function pause(length: number): Sound {
  return { kind: 'pause', length, formants: [500, 1500, 2500] };
}

/** Vowels of other alphabets get one of ours by code point, so that every language is voiced. */
function fold(character: string): string {
  const plain = character.normalize('NFD').charAt(0).toLowerCase();
  if (/[a-z]/.test(plain)) return plain;
  if (/\p{L}|\p{N}/u.test(plain)) return 'manolitesu'.charAt(plain.charCodeAt(0) % 10);
  return '';
}

function wordSounds(word: string): Sound[] {
  const letters = Array.from(word, fold).join('');
  // Doubled letters are one sound, and a silent final e is dropped.
  return Array.from(letters.replace(/(.)\1+/g, '$1').replace(/(?<=[aeiouy].*[^aeiouy])e$/, ''), letterSound);
}

/** Turns a text into the sequence of sounds that speaks it. */
export function soundsOf(text: string): Sound[] {
  const sounds: Sound[] = [];
  for (const token of text.match(/[\p{L}\p{N}'’]+|[.!?;:,\n—-]/gu) ?? []) {
    if (/[\p{L}\p{N}]/u.test(token)) {
      sounds.push(...wordSounds(token), pause(0.35));
      continue;
    }
    const lastVowel = sounds.findLast((sound) => sound.kind === 'vowel');
    if (token === '?' && lastVowel !== undefined) lastVowel.rising = true;
    sounds.push(pause(/[.!?\n]/.test(token) ? 2.6 : 1.2));
  }
  return sounds;
}
