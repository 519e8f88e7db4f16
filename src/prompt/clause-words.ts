import { LRUCache } from 'lru-cache';
import { adverbOf } from './inflect.js';
import { phraseTable, replacePhrases } from './phrases.js';
import { rephrased } from './rephrase.js';
import { isTypo } from './same-word.js';
import { plainStatement } from './statements.js';
import { boosterPhrases, boosterWords, clauseBoosters, intensifiers } from './words/boosters.js';
import { designators, emptyWords, fillersAfterNegator, NEGATION, negators } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { boilerplateNegatives } from './words/negatives.js';
import { numberWords } from './words/numbers.js';
import { mannerNouns, sayings } from './words/sayings.js';
import { spellings } from './words/spelling.js';

/** A clause's content words in their one form, and the decoration that was taken off. */
export interface ClauseWords {
  readonly words: readonly string[];
  readonly decoration: readonly string[];
}

const SHORTEST_MISTYPED = 6;
const POWERS = new Set(['hundred', 'thousand']);
const SETTINGS = new Set(['camera', 'light']);
const OF_THE_VOICE = new Set(['size', 'sound', 'camera', 'count', 'relation']);

const spellingTable = phraseTable(spellings);
const sayingTable = phraseTable(sayings);
/** Boosters as they read once numbers are digits, too: "très" is also the three of another language. */
const boosterTable = phraseTable(
  [...boosterPhrases, ...boosterPhrases.map((phrase) => withDigits(phrase.split(' ')).join(' '))].map(
    (phrase) => [phrase, ''] as const,
  ),
);
const longBoosters = [...boosterWords].filter((word) => word.length >= SHORTEST_MISTYPED);
/** Words of prompts come again and again. */
const praised = new LRUCache<string, string>({ max: 2000, maxSize: 40_000, sizeCalculation: (_, word) => word.length });
const loud = new Set(intensifiers);
const clauseDecoration = new Set([...clauseBoosters, ...boosterPhrases]);

/** Digits for number words ("twenty five" = 25), and one name for seconds ("5 s"). */
function withDigits(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (const word of words) {
    const digits = numberWords.get(word);
    const before = result.at(-1) ?? '';
    const isComposite = digits !== undefined && /^[1-9]$/u.test(digits) && /^[2-9]0$/u.test(before);
    const isPower = POWERS.has(word) && /^\d{1,3}$/u.test(before);
    if (isComposite) result.splice(-1, 1, String(Number(before) + Number(digits)));
    else if (isPower) result.splice(-1, 1, String(Number(before) * Number(digits)));
    else if (word === 's' && /^\d/u.test(before)) result.push('second');
    else result.push(digits ?? word);
  }
  return result;
}

/** A word of praise that was mistyped ("qualtiy") as it is meant; any other word as it is. */
function praise(word: string): string {
  if (word.length < SHORTEST_MISTYPED - 1 || boosterWords.has(word) || materialWords.has(word)) return word;
  const known = praised.get(word);
  if (known !== undefined) return known;
  const isNear = (booster: string): boolean =>
    booster[0] === word[0] && Math.abs(booster.length - word.length) <= 1 && isTypo(booster, word);
  const meant = longBoosters.find(isNear) ?? word;
  praised.set(word, meant);
  return meant;
}

/** "in an angry voice" as "angrily"; how deep or loud a voice is stays with the voice. */
function withManner(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [first = '', article = '', how = '', noun = ''] = words.slice(at, at + 4);
    const isManner = first === 'in' && /^an?$/u.test(article) && mannerNouns.has(noun);
    if (isManner && !OF_THE_VOICE.has(materialWords.get(how) ?? '')) {
      result.push(adverbOf(how));
      at += 3;
    } else {
      result.push(first);
    }
  }
  return result;
}

/** Whether a word has no content where it stands; a letter that names something has. */
function isEmpty(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  const isName = word.length === 1 && at > 0 && (at === words.length - 1 || designators.has(words[at - 1] ?? ''));
  return emptyWords.has(word) && !(isName && /^[a-z]$/u.test(word));
}

/** Binds each negator to the next content word and drops words without content. */
function bound(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  let negated = false;
  for (const [at, word] of words.entries()) {
    if (negators.has(word)) {
      negated = true;
    } else if (!isEmpty(words, at) && !(negated && fillersAfterNegator.has(word))) {
      result.push(negated ? `${NEGATION}${word}` : word);
      negated = false;
    }
  }
  return negated ? [...result, NEGATION] : result;
}

function isDecoration(words: readonly string[]): boolean {
  return words.every(
    (word) =>
      clauseDecoration.has(word) ||
      (word.startsWith(NEGATION) && boilerplateNegatives.has(word.slice(NEGATION.length))),
  );
}

/** "static camera", "camera static": two words of how it is filmed or lit, which need no order. */
function isSetting(words: readonly string[]): boolean {
  return words.length === 2 && words.every((word) => SETTINGS.has(materialWords.get(word) ?? ''));
}

/** A clause's words as the plainest statement of it: one spelling, one saying, one order. */
export function plainWords(raw: readonly string[]): readonly string[] {
  return plainStatement(rephrased(withManner(replacePhrases(replacePhrases(raw, spellingTable), sayingTable))));
}

/** Brings a clause's plain words into their one form and takes decoration off. */
export function clauseWords(plain: readonly string[]): ClauseWords {
  const decoration: string[] = [];
  const spelled = withDigits(plain.map(praise));
  const calm = spelled.filter((word) => !loud.has(word));
  if (calm.length < spelled.length) decoration.push(...spelled.filter((word) => loud.has(word)));
  const bare = replacePhrases(calm, boosterTable, (phrase, before) => {
    // "not detailed" asks for something.
    if (before !== undefined && negators.has(before)) return false;
    decoration.push(phrase.replace(/^(\d+) (k|p)\b/u, '$1$2'));
    return true;
  });
  const words = bound(bare);
  if (!isDecoration(words)) return { words: isSetting(words) ? [...words].sort() : words, decoration };
  return { words: [], decoration: [...decoration, ...words.map((word) => word.replace(NEGATION, 'no '))] };
}
