import { foreignArticles } from './words/grammar.js';
import { accented, foreignWords } from './words/foreign.js';

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Whether a text is not in English, by its letters or its words; lists of English words say nothing of it. */
export function isForeign(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/\p{L}+/gu) ?? [];
  return words.some((word) => {
    const bare = plain(word);
    if (!/^[a-z]+$/u.test(bare)) return true;
    if (bare !== word && !accented.has(bare)) return true;
    return foreignArticles.has(bare) || foreignWords.has(bare);
  });
}
