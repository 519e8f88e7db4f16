import { LRUCache } from 'lru-cache';
import type { Reading } from '../model/reading.js';
import { withDigits } from './digits.js';
import { normalise } from './normalise.js';
import { phraseTable, replacePhrases, type PhraseTable } from './phrases.js';
import { isTypo } from './same-word.js';
import { clausesOf } from './tokens.js';
import { boosterPhrases, clauseBoosters, intensifiers } from './words/boosters.js';
import { materialWords } from './words/material.js';
import { spellings } from './words/spelling.js';

/** The words of decoration, as one reading of prompts knows them. */
export interface Boosters {
  /** Phrases that are decoration wherever they stand. */
  readonly phrases: PhraseTable;
  /** Words that are dropped wherever they stand. */
  readonly loud: ReadonlySet<string>;
  /** Words that are decoration where their clause holds nothing else. */
  readonly clause: ReadonlySet<string>;
  /** A word of praise that was mistyped ("qualtiy") as it is meant; any other word as it is. */
  readonly praise: (word: string) => string;
}

const SHORTEST_MISTYPED = 6;
const spellingTable = phraseTable(spellings);

/** A phrase of a config as prompts read once they are spelled one way. */
function plainPhrase(phrase: string): string {
  const { text, quotes } = normalise(phrase);
  return replacePhrases(
    clausesOf(text, quotes).flatMap(({ words }) => words),
    spellingTable,
  ).join(' ');
}

/** Praise is looked for once per word: words of prompts come again and again. */
function praiseOf(words: ReadonlySet<string>): Boosters['praise'] {
  const long = [...words].filter((word) => word.length >= SHORTEST_MISTYPED);
  const heard = new LRUCache<string, string>({ max: 2000, maxSize: 40_000, sizeCalculation: (_, word) => word.length });
  return (word) => {
    if (word.length < SHORTEST_MISTYPED - 1 || words.has(word) || materialWords.has(word)) return word;
    const before = heard.get(word);
    if (before !== undefined) return before;
    const isNear = (booster: string): boolean =>
      booster[0] === word[0] && Math.abs(booster.length - word.length) <= 1 && isTypo(booster, word);
    const meant = long.find(isNear) ?? word;
    heard.set(word, meant);
    return meant;
  };
}

function readBoosters({ boosters, notBoosters }: Reading): Boosters {
  const content = notBoosters.map(plainPhrase).filter((phrase) => phrase !== '');
  const kept = (phrases: readonly string[]): readonly string[] =>
    phrases.filter((phrase) => !content.some((word) => ` ${phrase} `.includes(` ${word} `)));
  const phrases = kept([...boosterPhrases, ...boosters.map(plainPhrase).filter((phrase) => phrase !== '')]);
  const [ofClauses, loud] = [kept(clauseBoosters), kept(intensifiers)];
  // Boosters also as they read once numbers are digits: "très" is also the three of another language.
  const forms = [...phrases, ...phrases.map((phrase) => withDigits(phrase.split(' ')).join(' '))];
  return {
    phrases: phraseTable(forms.map((phrase) => [phrase, ''] as const)),
    loud: new Set(loud),
    clause: new Set([...ofClauses, ...phrases]),
    praise: praiseOf(new Set([...phrases.flatMap((phrase) => phrase.split(' ')), ...ofClauses, ...loud])),
  };
}

/** Made once a reading. */
const known = new WeakMap<Reading, Boosters>();

/** The words of decoration under a reading: the usual ones and the person's own, without those that are content here. */
export function boostersOf(reading: Reading): Boosters {
  const before = known.get(reading);
  if (before !== undefined) return before;
  const boosters = readBoosters(reading);
  known.set(reading, boosters);
  return boosters;
}
