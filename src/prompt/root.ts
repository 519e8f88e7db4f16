import { meanings } from './synonym.js';
import { NEGATION } from './words/grammar.js';

/** Endings of inflection; what is left of a word must still be one. */
const ENDINGS = /(?<=\p{L}{3})(?:ing|ed|es|s)$/u;

/** Names that any chain of meanings connects, each with one that stands for all of them. */
function readRoots(): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const top = (name: string): string => {
    let at = name;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    return at;
  };
  const ofWords = new Map<string, string>();
  for (const [word, names] of meanings()) {
    // "one 7" and "many 7", "do 3" and "doing 3" are forms of one word.
    const groups = [...names].map((name) => name.replace(/^(?:one|many)/u, 'thing').replace(/^do\w*/u, 'act'));
    const first = groups[0] ?? word;
    for (const group of groups.slice(1)) if (top(group) !== top(first)) parents.set(top(group), top(first));
    ofWords.set(word, first);
  }
  return new Map([...ofWords].map(([word, group]) => [word, top(group)]));
}

/** Made when the first word is looked up. */
let roots: ReadonlyMap<string, string> | undefined;

/**
 * What a word is filed under: the same for all names and forms that may mean one thing. Wider than {@link isSynonym}: it
 * finds what is worth comparing and decides nothing.
 */
export function rootOf(word: string): string {
  roots ??= readRoots();
  if (word.startsWith(NEGATION)) return NEGATION + rootOf(word.slice(NEGATION.length));
  return roots.get(word) ?? word.replace(ENDINGS, '');
}
