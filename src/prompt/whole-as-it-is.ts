import type { Kind } from '../model/kind.js';
import type { PromptFeatures } from '../model/prompt-features.js';
import { isIn, isSubject } from './layer-detectors.js';
import * as listed from './words/layers.js';

const MOST_AROUND_WRITING = 8;

/** Whether writing is the picture: a quoted text, or words of type, and little around it. */
function isWriting({ words, quotes }: PromptFeatures): boolean {
  const others = words.filter((word) => !word.startsWith('"'));
  if (quotes.length > 0) return others.length <= MOST_AROUND_WRITING || others.some(isIn(listed.writingWords));
  return ['typography', 'lettering', 'calligraphy', 'wordart'].some((word) => words.includes(word));
}

/** Whether a thing is wanted by itself, to be put somewhere else. */
function isCutOut({ clauses, words }: PromptFeatures): boolean {
  if (words.some(isIn(listed.cutOuts))) return true;
  return clauses.some((clause) =>
    clause.some((word, at) => {
      const next = clause[at + 1] ?? '';
      if (word === 'background' || word === 'backdrop') {
        return [-1, 1].some((by) => listed.plainGrounds.has(clause[at + by] ?? ''));
      }
      return word === 'on' && listed.plainGrounds.has(next) && at + 2 >= clause.length;
    }),
  );
}

/** Whether something is drawn on a blank ground. */
function isPlainDrawing({ clauses, words }: PromptFeatures): boolean {
  if (!words.some(isSubject)) return false;
  return clauses.some((clause) =>
    clause.some(
      (word, at) => listed.plainDrawings.has(word) || listed.plainDrawings.has(`${word}-${clause[at + 1] ?? ''}`),
    ),
  );
}

/** Whether a prompt is good as it is, however short: a mark, an order to change something, writing, a cut-out. */
export function isWholeAsItIs(features: PromptFeatures, words: readonly string[], kind: Kind): boolean {
  if (words.some((word) => listed.plainGenres.has(word)) || listed.changeOrders.has(words[0] ?? '')) return true;
  if (kind !== 'image') return false;
  return isWriting(features) || isPlainDrawing(features) || (isCutOut(features) && words.some(isSubject));
}
