import { diffArrays } from 'diff';
import type { PromptFeatures } from '../model/prompt-features.js';
import { withoutEqualClauses } from './equal-clauses.js';
import { isSameWord, isSpacing } from './same-word.js';

/** A content word where it stands in a prompt. */
export interface PlacedWord {
  readonly word: string;
  /** The word after it in its clause, '' at the end. */
  readonly next: string;
  /** Number of its clause. */
  readonly clause: number;
}

/** What stands in the same place of two prompts and differs. */
export interface Hunk {
  readonly removed: readonly PlacedWord[];
  readonly added: readonly PlacedWord[];
}

/** What changed in the words from one prompt to another. */
export interface WordChanges {
  readonly hunks: readonly Hunk[];
  /** Words written differently, before and after. */
  readonly rewritten: readonly (readonly [string, string])[];
  /** Whether words that both prompts have stand in other places. */
  readonly moved: boolean;
  /** The shortest stretches of common words in which they stand differently, where that could be followed. */
  readonly turned?: readonly [readonly string[], readonly string[]];
  /** Whether the prompts are too far apart to be compared word by word. */
  readonly isFar: boolean;
}

type Words = readonly PlacedWord[];

/** Edits that are followed up; prompts further apart than this are different prompts. */
const MAX_EDITS = 400;
const MIN_OVERLAP = 0.5;
/** Words of each prompt, at most, among which other names are looked for when little else is shared. */
const MOST_RENAMED = 12;

const placed = (clauses: readonly (readonly string[])[]): Words =>
  clauses.flatMap((words, clause) => words.map((word, at) => ({ word, next: words[at + 1] ?? '', clause })));
const textsOf = (words: Words): string[] => words.map(({ word }) => word);

/** Picks the words that are not in `others`, repeats counted, over several lists one after the other. */
function beyond(groups: readonly Words[], others: Words): readonly Words[] {
  const counts = new Map<string, number>();
  for (const { word } of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return groups.map((group) =>
    group.filter(({ word }) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    }),
  );
}

interface Paired extends Hunk {
  readonly rewritten: readonly (readonly [Words, Words])[];
}

/** Takes pairs of one meaning out of two lists that stand in the same place. */
function pairOff(removed: Words, added: Words): Paired {
  if (isSpacing(textsOf(removed), textsOf(added))) {
    return { removed: [], added: [], rewritten: [[removed, added]] };
  }
  const left: PlacedWord[] = [];
  const rewritten: (readonly [Words, Words])[] = [];
  const open = [...added];
  for (const before of removed) {
    const at = open.findIndex((after) => isSameWord(before.word, after.word));
    if (at < 0) left.push(before);
    else rewritten.push([[before], open.splice(at, 1)]);
  }
  return { removed: left, added: open, rewritten };
}

/** How many words only go by another name; looked for among a few words only. */
function renamed(removed: Words, added: Words): number {
  if (Math.max(removed.length, added.length) > MOST_RENAMED) return 0;
  return removed.length - pairOff(removed, added).removed.length;
}

/** The stretches in which two lists of the same words differ; undefined when they do not. */
function stretchesOf(before: Words, after: Words): WordChanges['turned'] {
  let start = 0;
  while (start < before.length && before[start]?.word === after[start]?.word) start += 1;
  if (start === before.length) return undefined;
  let end = 0;
  while (before.at(-1 - end)?.word === after.at(-1 - end)?.word) end += 1;
  return [textsOf(before.slice(start, before.length - end)), textsOf(after.slice(start, after.length - end))];
}

/** What stands between the words that two lists have in common; undefined when that is too much to be worth it. */
function hunksOf(before: Words, after: Words): readonly Hunk[] | undefined {
  const parts = diffArrays(textsOf(before), textsOf(after), { maxEditLength: MAX_EDITS }) as
    { added: boolean; removed: boolean; value: string[] }[] | undefined;
  const hunks: { removed: Words; added: Words }[] = [];
  let [left, right, isOpen] = [0, 0, false];
  for (const { added, removed, value } of parts ?? []) {
    const hunk = (isOpen ? hunks.at(-1) : undefined) ?? { removed: [], added: [] };
    if (removed) hunk.removed = before.slice(left, left + value.length);
    if (added) hunk.added = after.slice(right, right + value.length);
    if (!isOpen && (added || removed)) hunks.push(hunk);
    isOpen = added || removed;
    left += added ? 0 : value.length;
    right += removed ? 0 : value.length;
  }
  return parts === undefined ? undefined : hunks;
}

/** Compares two lists of words by place: what is only written differently or moved is no change of words. */
function compareWords(before: Words, after: Words): WordChanges | undefined {
  const found = hunksOf(before, after)?.map((hunk) => pairOff(hunk.removed, hunk.added));
  if (found === undefined) return undefined;
  const removed = found.map((hunk) => hunk.removed);
  const added = found.map((hunk) => hunk.added);
  const reallyRemoved = beyond(removed, added.flat());
  const reallyAdded = beyond(added, removed.flat());
  const moved = reallyRemoved.flat().length < removed.flat().length;
  const rewritten = found.flatMap((hunk) => hunk.rewritten);
  const gone = new Set([...rewritten.flat(2), ...reallyRemoved.flat(), ...reallyAdded.flat()]);
  const stay = (words: Words): Words => words.filter((word) => !gone.has(word));
  const turned = moved ? stretchesOf(stay(before), stay(after)) : undefined;
  const hunks = reallyRemoved.map((words, at) => ({ removed: words, added: reallyAdded[at] ?? [] }));
  return {
    hunks: hunks.filter((hunk) => hunk.removed.length + hunk.added.length > 0),
    rewritten: rewritten.map(([one, other]) => [textsOf(one).join(' '), textsOf(other).join(' ')] as const),
    moved,
    ...(turned === undefined ? {} : { turned }),
    isFar: false,
  };
}

/** Changes by place where the prompts are close, by bag of words where they are not. */
export function wordChanges(a: PromptFeatures, b: PromptFeatures): WordChanges {
  if (a.key === b.key) return { hunks: [], rewritten: [], moved: false, isFar: false };
  const [all, others] = [placed(a.clauses), placed(b.clauses)];
  const [removed, added] = [beyond([all], others).flat(), beyond([others], all).flat()];
  const common = Math.max(all.length - removed.length, others.length - added.length);
  const enough = MIN_OVERLAP * Math.min(all.length, others.length);
  const isFar = common < enough && common + renamed(removed, added) < enough;
  const isOrdered = a.ordered || b.ordered;
  const [before, after] = isOrdered ? [a.clauses, b.clauses] : withoutEqualClauses(a.clauses, b.clauses);
  const byPlace = isFar ? undefined : compareWords(placed(before), placed(after));
  return byPlace ?? { hunks: [{ removed, added }], rewritten: [], moved: true, isFar: true };
}
