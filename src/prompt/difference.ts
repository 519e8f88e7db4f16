import { usualReading, type Reading } from '../model/reading.js';
import type { PromptFeatures } from '../model/prompt-features.js';
import type { Change } from './change.js';
import { confidenceOf } from './confidence.js';
import { describe } from './describe.js';
import { isMaterial } from './is-material.js';
import { isPlural } from './same-word.js';
import { settingChanges } from './setting-changes.js';
import { typedChanges } from './typed-changes.js';
import { wordChanges, type WordChanges } from './word-changes.js';

/** What changed from one prompt to another, and whether the second is the first again. */
export interface Difference {
  /** `certain`: nothing material changed. `suspect`: only order, or one word of unknown weight. */
  readonly rerun: 'certain' | 'suspect' | 'no';
  /** How sure that is, 0 to 1; 1 for prompts that read the same, less for each word written another way. */
  readonly confidence: number;
  /** One short line for agent and person. */
  readonly why: string;
  /** Changes that make, or may make, another picture, film or sound. */
  readonly material: readonly Change[];
  /** Changes that make no other one. */
  readonly cosmetic: readonly string[];
}

function verdict({ hunks, moved }: WordChanges): Difference['rerun'] {
  const added = hunks.flatMap((hunk) => hunk.added.map(({ word }) => word));
  const removed = hunks.flatMap((hunk) => hunk.removed.map(({ word }) => word));
  if (added.length === 0 && removed.length === 0) return moved ? 'suspect' : 'certain';
  const isOneWord = added.length <= 1 && removed.length <= 1 && !moved;
  if (!isOneWord || [...added, ...removed].some(isMaterial)) return 'no';
  return isPlural(added[0] ?? '', removed[0] ?? '') ? 'no' : 'suspect';
}

/** Whether only the order of ordered clauses changed. */
function isReordered(a: PromptFeatures, b: PromptFeatures): boolean {
  const text = (features: PromptFeatures): string => features.clauses.map((clause) => clause.join(' ')).join(', ');
  return text(a) !== text(b);
}

/** The same changes, seen from the other side. */
function backwards({ hunks, rewritten, turned, ...rest }: WordChanges): WordChanges {
  return {
    ...rest,
    hunks: hunks.map(({ removed, added }) => ({ removed: added, added: removed })),
    rewritten: rewritten.map(([before, after]) => [after, before] as const),
    ...(turned === undefined ? {} : { turned: [turned[1], turned[0]] as const }),
  };
}

/**
 * Says what changed between two prompts that were read in the same way: `certain` when nothing that can be seen or heard
 * did. The verdict is the same in both directions.
 */
export function difference(a: PromptFeatures, b: PromptFeatures, reading: Reading = usualReading): Difference {
  const settings = settingChanges(a, b, reading.weightStep);
  // Words are always compared in the same direction, so that the verdict does not hang on who came first.
  const words = a.key <= b.key ? wordChanges(a, b) : backwards(wordChanges(b, a));
  const rerun = settings.material.length > 0 ? 'no' : verdict(words);
  const ofWords = typedChanges(a, b, words);
  const material = [...ofWords, ...settings.material];
  const isSameKey = a.key === b.key;
  const cosmetic = [
    ...words.rewritten.map(([before, after]) => `${before} → ${after}`),
    ...settings.cosmetic,
    ...settings.decoration,
    ...(words.moved && ofWords.length === 0 ? ['word order'] : []),
    ...(isSameKey && isReordered(a, b) ? ['order of clauses'] : []),
  ];
  const evidence = { rewritten: words.rewritten, weights: settings.cosmetic.length, material };
  return {
    rerun,
    confidence: confidenceOf({ rerun, isSameKey, isFar: words.isFar, ...evidence }),
    why: describe.why(material, cosmetic, settings.decoration),
    material,
    cosmetic,
  };
}
