/** Phrases by their first word, longest first, each with the words that stand for it. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly [readonly string[], readonly string[]])[]>;

/** A table from pairs of a phrase and its replacement, both in words with single spaces ('' removes the phrase). */
export function phraseTable(pairs: readonly (readonly [string, string])[]): PhraseTable {
  const table = new Map<string, (readonly [readonly string[], readonly string[]])[]>();
  for (const [phrase, replacement] of pairs) {
    const words = phrase.split(' ');
    const [first = ''] = words;
    const entries = table.get(first) ?? [];
    entries.push([words, replacement === '' ? [] : replacement.split(' ')]);
    table.set(first, entries);
  }
  for (const entries of table.values()) entries.sort((left, right) => right[0].length - left[0].length);
  return table;
}

/** Replaces phrases from left to right, the longest first. `found` hears each phrase; a false answer leaves it alone. */
export function replacePhrases(
  words: readonly string[],
  table: PhraseTable,
  found: (phrase: string, before: string | undefined) => boolean = () => true,
): readonly string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? '';
    const start = at;
    const entry = table.get(word)?.find(([phrase]) => phrase.every((part, offset) => words[start + offset] === part));
    if (entry !== undefined && found(entry[0].join(' '), result.at(-1))) {
      result.push(...entry[1]);
      at += entry[0].length;
    } else {
      result.push(word);
      at += 1;
    }
  }
  return result;
}
