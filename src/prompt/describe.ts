import { NEGATION } from './words/grammar.js';

const MAX_ITEMS = 4;
const MAX_LENGTH = 48;

/** A word of the features as a person would write it. */
function shown(word: string): string {
  if (word.startsWith(NEGATION)) return `no ${word.slice(NEGATION.length)}`.trim();
  return word.startsWith('"') ? `${word}"` : word;
}

const short = (text: string): string => (text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text);

function list(items: readonly string[]): string {
  const more = items.length - MAX_ITEMS;
  return items.slice(0, MAX_ITEMS).map(short).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Words for what changed. */
export const describe = {
  /** Content words as a readable phrase. */
  words: (words: readonly string[]): string => words.map(shown).join(' '),

  /** One line of at most some 400 characters about a difference. */
  why(added: readonly string[], removed: readonly string[], cosmetic: readonly string[]): string {
    const parts = [
      ...(added.length > 0 ? [`added: ${list(added)}`] : []),
      ...(removed.length > 0 ? [`removed: ${list(removed)}`] : []),
    ];
    if (parts.length > 0) return parts.join('; ');
    return cosmetic.length > 0 ? `only changed: ${list(cosmetic)}` : 'nothing changed';
  },
};
