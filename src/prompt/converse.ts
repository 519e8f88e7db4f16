import { isThing } from './thing.js';

/** What a thing is called, its noun first: another colour of it must not change the order. */
const nameOf = (words: readonly string[]): string => [words.at(-1), ...words.slice(1)].join(' ');
const BEING = new Set(['is', 'are', 'was', 'were']);
/** Where one thing is when the other is where the first word says. */
const converses: ReadonlyMap<string, string> = new Map([
  ['left', 'right'],
  ['right', 'left'],
  ['above', 'below'],
  ['over', 'below'],
  ['below', 'above'],
  ['under', 'above'],
  ['beneath', 'above'],
  ['underneath', 'above'],
]);

/** Whether the last word may tell what somebody does: "an owl soars". */
const mayAct = (words: readonly string[]): boolean => words.length > 2 && /[^su]s$/u.test(words.at(-1) ?? '');

/**
 * "a table above a cup" as "a cup below a table", with the two things in the order of their letters: only where a statement
 * says nothing else.
 */
export function withConverse(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, place) => place > 0 && converses.has(word));
  const is = BEING.has(words[at - 1] ?? '') ? 1 : 0;
  const [first, second] = [words.slice(0, Math.max(at - is, 0)), words.slice(at + 1)];
  if (at < 0 || mayAct(first) || !isThing(first) || !isThing(second) || nameOf(first) <= nameOf(second)) return words;
  return [...second, converses.get(words[at] ?? '') ?? '', ...first];
}
