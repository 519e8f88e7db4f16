import type { Change } from './change.js';
import { NEGATION } from './words/grammar.js';
import { shortened } from '../model/shortened.js';

const MOST_SWAPS = 3;
const MOST_ITEMS = 4;
const LONGEST_SIDE = 28;
const LONGEST_ITEM = 32;

/** A word of the features as a person would write it. */
function shown(word: string): string {
  if (word.startsWith(NEGATION)) return `no ${word.slice(NEGATION.length)}`.trim();
  return word.startsWith('"') ? `${word}"` : word;
}

const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

function list(items: readonly string[], most = MOST_ITEMS): string {
  const more = items.length - most;
  return items.slice(0, most).join(', ') + (more > 0 ? ` and ${String(more)} more` : '');
}

const sorted = (text: string): string => text.split(' ').sort().join(' ');

/** "red → blue (colour)"; the same words in other places say so. */
function exchange({ type, before = '', after = '' }: Change): string {
  const sides = `${shortened(before, LONGEST_SIDE)} → ${shortened(after, LONGEST_SIDE)}`;
  const isTurned = type === 'order' || (type === 'relation' && before !== after && sorted(before) === sorted(after));
  if (isTurned) return `${sides} (the same words, ${type === 'order' ? 'in another order' : 'in other roles'})`;
  return type === 'detail' || before.startsWith('--') ? sides : `${sides} (${type.replaceAll('-', ' ')})`;
}

/** Words for what changed. */
export const describe = {
  /** Content words as a readable phrase. */
  words: (words: readonly string[]): string => words.map(shown).join(' '),

  /** One line of less than 600 characters about a difference; `decoration` is the part of `cosmetic` that only praises. */
  why(material: readonly Change[], cosmetic: readonly string[], decoration: readonly string[] = []): string {
    const swaps = material.filter(({ before, after }) => before !== undefined && after !== undefined);
    const came = material.flatMap(({ before, after }) => (before === undefined && after !== undefined ? [after] : []));
    const went = material.flatMap(({ before, after }) => (after === undefined && before !== undefined ? [before] : []));
    const items = (texts: readonly string[]): string => list(texts.map((text) => shortened(text, LONGEST_ITEM)));
    const parts = [
      ...(swaps.length > 0 ? [list(swaps.map(exchange), MOST_SWAPS)] : []),
      ...(came.length > 0 ? [`added: ${items(came)}`] : []),
      ...(went.length > 0 ? [`removed: ${items(went)}`] : []),
    ];
    if (parts.length > 0) return parts.join('; ');
    const praise = decoration.length > 0 ? [`“${items(decoration)}”`] : [];
    const others = cosmetic
      .filter((item) => !decoration.includes(item))
      .map((item) => shortened(item, 2 * LONGEST_ITEM));
    const kept = others.slice(0, MOST_ITEMS);
    const more = others.length > kept.length ? [`${String(others.length - kept.length)} more`] : [];
    const said = inWords([...kept, ...more, ...praise]);
    return said === '' ? 'nothing changed' : `only ${said} changed`;
  },
};
