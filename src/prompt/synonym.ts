import { actionsOf, pluralsOf } from './inflect.js';
import { nounGroups, plainGroups, verbGroups } from './words/synonyms.js';

/** The forms of words, each with the meanings it may have. */
export type Meanings = ReadonlyMap<string, ReadonlySet<string>>;

/** Every form of every word, with the meanings it may have; forms of one meaning differ by number or time. */
function readMeanings(): Meanings {
  const meanings = new Map<string, Set<string>>();
  const add = (meaning: string, forms: readonly string[]): void => {
    for (const form of forms) meanings.set(form, (meanings.get(form) ?? new Set()).add(meaning));
  };
  for (const [at, group] of nounGroups.entries()) {
    for (const noun of group) {
      add(`one ${String(at)}`, [noun]);
      add(`many ${String(at)}`, pluralsOf(noun));
    }
  }
  for (const [at, group] of verbGroups.entries()) {
    for (const verb of group) {
      const { now, past } = actionsOf(verb);
      add(`do ${String(at)}`, [verb]);
      add(`doing ${String(at)}`, now);
      add(`done ${String(at)}`, past);
    }
  }
  for (const [at, group] of plainGroups.entries()) add(`is ${String(at)}`, group);
  return meanings;
}

/** Made when the first two words are compared. */
let known: Meanings | undefined;

/** All forms of all words that the tables of names hold. */
export function meanings(): Meanings {
  known ??= readMeanings();
  return known;
}

/** Whether the tables of names hold a word, in any of its forms. */
export function isNamed(word: string): boolean {
  return meanings().has(word);
}

/** Whether two words name the same thing in the same form: "car" and "automobile", "talks" and "speaking". */
export function isSynonym(left: string, right: string): boolean {
  const others = meanings().get(right);
  if (others === undefined) return false;
  for (const meaning of meanings().get(left) ?? []) if (others.has(meaning)) return true;
  return false;
}
