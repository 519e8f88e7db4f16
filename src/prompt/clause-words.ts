import { phraseTable, replacePhrases } from './phrases.js';
import { boosterPhrases, clauseBoosters, intensifiers } from './words/boosters.js';
import { designators, emptyWords, fillersAfterNegator, negators } from './words/grammar.js';
import { boilerplateNegatives } from './words/negatives.js';
import { numberWords } from './words/numbers.js';
import { spellings } from './words/spelling.js';

/** A clause's content words in their one form, and the decoration that was taken off. */
export interface ClauseWords {
  readonly words: readonly string[];
  readonly decoration: readonly string[];
}

/** What binds a negation to the word it turns round: `no:hat`. */
export const NEGATION = 'no:';

const spellingTable = phraseTable(spellings);
const boosterTable = phraseTable(boosterPhrases.map((phrase) => [phrase, ''] as const));
const loud = new Set(intensifiers);
const clauseDecoration = new Set([...clauseBoosters, ...boosterPhrases]);

/** Digits for number words ("twenty five" = 25), and one name for seconds ("5 s"). */
function withDigits(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (const word of words) {
    const digits = numberWords.get(word);
    const before = result.at(-1) ?? '';
    const isComposite = digits !== undefined && /^[1-9]$/u.test(digits) && /^[2-9]0$/u.test(before);
    if (isComposite) result.splice(-1, 1, String(Number(before) + Number(digits)));
    else if (word === 's' && /^\d/u.test(before)) result.push('second');
    else result.push(digits ?? word);
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

/** Brings a clause's words into their one form and takes decoration off. */
export function clauseWords(raw: readonly string[]): ClauseWords {
  const decoration: string[] = [];
  const spelled = withDigits(replacePhrases(raw, spellingTable));
  const calm = spelled.filter((word) => !loud.has(word));
  if (calm.length < spelled.length) decoration.push(...spelled.filter((word) => loud.has(word)));
  const plain = replacePhrases(calm, boosterTable, (phrase, before) => {
    // "not detailed" asks for something.
    if (before !== undefined && negators.has(before)) return false;
    decoration.push(phrase.replace(/^(\d+) (k|p)\b/u, '$1$2'));
    return true;
  });
  const words = bound(plain);
  if (!isDecoration(words)) return { words, decoration };
  return { words: [], decoration: [...decoration, ...words.map((word) => word.replace(NEGATION, 'no '))] };
}
