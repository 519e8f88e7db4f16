import { diffArrays } from 'diff';
import type { PromptFeatures } from '../model/prompt-features.js';
import { withoutEqualClauses } from './equal-clauses.js';
import { describe } from './describe.js';
import { isMaterial } from './is-material.js';
import { isPlural, isSameWord, isSpacing } from './same-word.js';
import { settingChanges } from './setting-changes.js';

/** What changed from one prompt to another, and whether the second is the first again. */
export interface Difference {
  /** `certain`: nothing material changed. `suspect`: only order, or one word of unknown weight. */
  readonly rerun: 'certain' | 'suspect' | 'no';
  /** One short line for agent and person. */
  readonly why: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Changes that make no other picture. */
  readonly cosmetic: readonly string[];
}

/** Edits that are followed up; prompts further apart than this are different prompts. */
const MAX_EDITS = 400;
const MIN_OVERLAP = 0.5;
/** Words of each prompt, at most, among which other names are looked for when little else is shared. */
const MOST_RENAMED = 12;

interface WordChanges {
  readonly added: readonly (readonly string[])[];
  readonly removed: readonly (readonly string[])[];
  /** Words written differently, before and after. */
  readonly rewritten: readonly (readonly [string, string])[];
  readonly moved: boolean;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of `words` that are not in `others`, repeats counted. */
function beyond(words: readonly string[], others: readonly string[]): readonly string[] {
  const counts = countsOf(others);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** Takes pairs of one meaning out of two lists that stand in the same place. */
function pairOff(removed: readonly string[], added: readonly string[]) {
  if (isSpacing(removed, added)) {
    return { removed: [], added: [], rewritten: [[removed.join(' '), added.join(' ')] as const] };
  }
  const left: string[] = [];
  const rewritten: (readonly [string, string])[] = [];
  const open = [...added];
  for (const word of removed) {
    const at = open.findIndex((other) => isSameWord(word, other));
    if (at < 0) left.push(word);
    else rewritten.push([word, open.splice(at, 1).join('')]);
  }
  return { removed: left, added: open, rewritten };
}

/** How many words only go by another name; looked for among a few words only. */
function renamed(removed: readonly string[], added: readonly string[]): number {
  if (Math.max(removed.length, added.length) > MOST_RENAMED) return 0;
  return removed.length - pairOff(removed, added).removed.length;
}

/** Drops from each group the words that the other side has elsewhere: they only moved. */
function withoutMoved(groups: readonly (readonly string[])[], others: readonly string[]) {
  const counts = countsOf(others);
  return groups
    .map((group) =>
      group.filter((word) => {
        const left = counts.get(word) ?? 0;
        counts.set(word, left - 1);
        return left <= 0;
      }),
    )
    .filter((group) => group.length > 0);
}

/** Compares two lists of words by place; undefined when they are too far apart to be worth it. */
function compareWords(before: readonly string[], after: readonly string[]): WordChanges | undefined {
  const parts = diffArrays([...before], [...after], { maxEditLength: MAX_EDITS }) as
    { added: boolean; removed: boolean; value: string[] }[] | undefined;
  if (parts === undefined) return undefined;
  const removed: (readonly string[])[] = [];
  const added: (readonly string[])[] = [];
  const rewritten: (readonly [string, string])[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const [first, second] = [parts[at], parts[at + 1]];
    if (first === undefined || (!first.added && !first.removed)) continue;
    const isPair = second !== undefined && (second.added || second.removed);
    const pair = isPair ? [first, second] : [first];
    const paired = pairOff(
      pair.find((part) => part.removed)?.value ?? [],
      pair.find((part) => part.added)?.value ?? [],
    );
    removed.push(paired.removed);
    added.push(paired.added);
    rewritten.push(...paired.rewritten);
    if (isPair) at += 1;
  }
  const reallyRemoved = withoutMoved(removed, added.flat());
  const reallyAdded = withoutMoved(added, removed.flat());
  const moved = reallyRemoved.flat().length < removed.flat().length;
  return { removed: reallyRemoved, added: reallyAdded, rewritten, moved };
}

/** Changes by place where the prompts are close, by bag of words where they are not. */
function wordChanges(a: PromptFeatures, b: PromptFeatures): WordChanges {
  if (a.key === b.key) return { added: [], removed: [], rewritten: [], moved: false };
  const [before, after] = a.ordered || b.ordered ? [a.words, b.words] : withoutEqualClauses(a.clauses, b.clauses);
  const removed = beyond(a.words, b.words);
  const added = beyond(b.words, a.words);
  const common = Math.max(a.words.length - removed.length, b.words.length - added.length);
  const enough = MIN_OVERLAP * Math.min(a.words.length, b.words.length);
  const isFar = common < enough && common + renamed(removed, added) < enough;
  const byPlace = isFar ? undefined : compareWords(before, after);
  const grouped = (words: readonly string[]) => (words.length === 0 ? [] : [words]);
  return byPlace ?? { removed: grouped(removed), added: grouped(added), rewritten: [], moved: true };
}

function verdict(changes: WordChanges): Difference['rerun'] {
  const [added, removed] = [changes.added.flat(), changes.removed.flat()];
  if (added.length === 0 && removed.length === 0) return changes.moved ? 'suspect' : 'certain';
  const isOneWord = added.length <= 1 && removed.length <= 1 && !changes.moved;
  if (!isOneWord || [...added, ...removed].some(isMaterial)) return 'no';
  return isPlural(added[0] ?? '', removed[0] ?? '') ? 'no' : 'suspect';
}

/** Whether only the order of ordered clauses changed. */
function isReordered(a: PromptFeatures, b: PromptFeatures): boolean {
  const text = (features: PromptFeatures): string => features.clauses.map((clause) => clause.join(' ')).join(', ');
  return text(a) !== text(b);
}

/**
 * Says what changed between two prompts: `certain` when nothing that can be seen or heard did. The verdict is the same
 * in both directions.
 */
export function difference(a: PromptFeatures, b: PromptFeatures): Difference {
  const settings = settingChanges(a, b);
  // Words are always compared in the same direction, so that the verdict does not hang on who came first.
  const forward = a.key <= b.key;
  const found = forward ? wordChanges(a, b) : wordChanges(b, a);
  const words = forward ? found : { ...found, added: found.removed, removed: found.added };
  const cosmetic = [
    ...found.rewritten.map(([before, after]) => (forward ? `${before} → ${after}` : `${after} → ${before}`)),
    ...settings.cosmetic,
    ...(words.moved && verdict(words) !== 'no' ? ['word order'] : []),
    ...(a.key === b.key && isReordered(a, b) ? ['order of clauses'] : []),
  ];
  const asText = (groups: readonly (readonly string[])[]): readonly string[] => groups.map(describe.words);
  const added = [...asText(words.added), ...settings.added];
  const removed = [...asText(words.removed), ...settings.removed];
  const isSettingChanged = settings.added.length + settings.removed.length > 0;
  const rerun = isSettingChanged ? 'no' : verdict(words);
  return { rerun, why: describe.why(added, removed, cosmetic), added, removed, cosmetic };
}
