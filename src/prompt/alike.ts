import stringSimilarity from 'string-similarity';
import { featuresOf } from './features-of.js';
import { subjectWords } from './overlap.js';
import { rootOf } from './root.js';

/** Something that is looked for, or may be found, in words of any kind. */
export interface Worded {
  readonly text: string;
}

const RANKED_LENGTH = 2000;
/** Words that two texts share at least; of fewer words all. */
const FEWEST_SHARED = 2;

/** Words of purpose and phase, and of no picture. */
const EMPTY = 'image picture photo video shot new make create want need campaign final draft version'.split(' ');

/** As the words are compared; made when the first text is looked at. */
let empty: ReadonlySet<string> | undefined;

function wordsOf(text: string): ReadonlySet<string> {
  const nothing = (empty ??= new Set(EMPTY.map(rootOf)));
  return new Set([...subjectWords(featuresOf(text))].filter((word) => !nothing.has(word)));
}

/**
 * The texts that speak of much the same as another, best first: by how many of its words they share, then by how they are
 * written. For offering, never for deciding.
 */
export function mostAlike<Item extends Worded>(sought: string, items: readonly Item[], most: number): readonly Item[] {
  const wanted = wordsOf(sought);
  const enough = Math.min(FEWEST_SHARED, wanted.size);
  if (enough === 0) return [];
  return items
    .map((item) => ({ item, shared: [...wordsOf(item.text)].filter((word) => wanted.has(word)).length }))
    .filter(({ shared }) => shared >= enough)
    .map(({ item, shared }) => ({
      item,
      shared,
      score: stringSimilarity.compareTwoStrings(sought.slice(0, RANKED_LENGTH), item.text.slice(0, RANKED_LENGTH)),
    }))
    .sort((left, right) => right.shared - left.shared || right.score - left.score)
    .slice(0, most)
    .map(({ item }) => item);
}
