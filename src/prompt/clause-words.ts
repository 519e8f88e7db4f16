import type { Boosters } from './boosters-of.js';
import { withDigits } from './digits.js';
import { adverbOf } from './inflect.js';
import { phraseTable, replacePhrases } from './phrases.js';
import { rephrased } from './rephrase.js';
import { plainStatement } from './statements.js';
import { designators, emptyWords, fillersAfterNegator, NEGATION, negators } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { boilerplateNegatives } from './words/negatives.js';
import { mannerNouns, sayings } from './words/sayings.js';
import { spellings } from './words/spelling.js';

/** A clause's content words in their one form, and the decoration that was taken off. */
export interface ClauseWords {
  readonly words: readonly string[];
  readonly decoration: readonly string[];
}

const SETTINGS = new Set(['camera', 'light']);
const OF_THE_VOICE = new Set(['size', 'sound', 'camera', 'count', 'relation']);

const spellingTable = phraseTable(spellings);
const sayingTable = phraseTable(sayings);

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

function isDecoration(words: readonly string[], boosters: Boosters): boolean {
  return words.every(
    (word) =>
      boosters.clause.has(word) || (word.startsWith(NEGATION) && boilerplateNegatives.has(word.slice(NEGATION.length))),
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

/** Brings a clause's plain words into their one form and takes off what is decoration. */
export function clauseWords(plain: readonly string[], boosters: Boosters): ClauseWords {
  const decoration: string[] = [];
  const spelled = withDigits(plain.map(boosters.praise));
  const calm = spelled.filter((word) => !boosters.loud.has(word));
  if (calm.length < spelled.length) decoration.push(...spelled.filter((word) => boosters.loud.has(word)));
  const bare = replacePhrases(calm, boosters.phrases, (phrase, before) => {
    // "not detailed" asks for something.
    if (before !== undefined && negators.has(before)) return false;
    decoration.push(phrase.replace(/(?<!\S)(\d+) (k|p)\b/u, '$1$2'));
    return true;
  });
  const words = bound(bare);
  if (!isDecoration(words, boosters)) return { words: isSetting(words) ? [...words].sort() : words, decoration };
  return { words: [], decoration: [...decoration, ...words.map((word) => word.replace(NEGATION, 'no '))] };
}
