import type { PromptFeatures } from '../model/prompt-features.js';
import type { Change, ChangeType } from './change.js';
import { typeOfPhrase, typeOfWord } from './change-type.js';
import { describe } from './describe.js';
import { isPlural } from './same-word.js';
import type { Hunk, PlacedWord, WordChanges } from './word-changes.js';
import { lightWords, NEGATION } from './words/grammar.js';

/** Words next to each other that are about one thing. */
interface Run {
  readonly words: readonly string[];
  readonly types: readonly ChangeType[];
  readonly clause: number;
}

/** What a phrase of more words became can't be read at a glance: it went, and another one came. */
const LONGEST_SWAP = 3;
const LONGEST_TURN = 8;
/** Said of the whole picture: among words of these, the order says nothing of who does what. */
const OF_THE_WHOLE = new Set<ChangeType>(['style', 'camera', 'light', 'time-or-weather', 'mood']);

const typeOf = (run: Run): ChangeType => typeOfPhrase(run.words, run.types);
const joined = (runs: readonly Run[], clause: number): Run => ({
  words: runs.flatMap((run) => run.words),
  types: runs.flatMap((run) => run.types),
  clause,
});

/** The thing that a prompt is about: the last noun before something is said of it. */
function headOf({ clauses }: PromptFeatures): string | undefined {
  for (const clause of clauses) {
    let head: string | undefined;
    for (const [at, word] of clause.entries()) {
      const type = typeOfWord(word, clause[at + 1]);
      const isLight = lightWords.has(word);
      if (!isLight && (type === 'subject' || type === 'detail')) head = word;
      else if (head !== undefined && (isLight || type === 'action' || type === 'relation')) break;
    }
    if (head !== undefined) return head;
  }
  return undefined;
}

/** Cuts words into runs of one type; a preposition goes with what follows it. */
function runsOf(words: readonly PlacedWord[], head: string | undefined): readonly Run[] {
  const runs: Run[] = [];
  let waiting: PlacedWord[] = [];
  const close = (last: readonly PlacedWord[]): void => {
    const all = [...waiting, ...last];
    const [first] = all;
    if (first === undefined) return;
    const types = all.map(({ word, next }) => {
      const type = typeOfWord(word, next);
      return type === 'detail' && word === head ? 'subject' : type;
    });
    const before = runs.at(-1);
    const isSame = waiting.length === 0 && before?.clause === first.clause && before.types.at(-1) === types.at(-1);
    const run = { words: all.map(({ word }) => word), types, clause: first.clause };
    if (isSame) runs.splice(-1, 1, joined([before, run], run.clause));
    else runs.push(run);
    waiting = [];
  };
  for (const word of words) {
    if (waiting.length > 0 && waiting[0]?.clause !== word.clause) close([]);
    if (lightWords.has(word.word)) waiting.push(word);
    else close([word]);
  }
  close([]);
  return runs;
}

/** Words without the prepositions in front: "with hat" is a hat that came. */
function bare(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !lightWords.has(word));
  return at < 0 ? words : words.slice(at);
}

/** Runs that came or went, as one phrase a clause. */
function oneSided(runs: readonly Run[], side: 'before' | 'after'): readonly Change[] {
  const clauses = [...new Set(runs.map((run) => run.clause))];
  return clauses.map((clause) => {
    const run = joined(
      runs.filter((candidate) => candidate.clause === clause),
      clause,
    );
    return { type: typeOf(run), [side]: describe.words(bare(run.words)) };
  });
}

/** What an exchange is about: what both sides are, else the side of which it is known. */
function typeOfSwap(before: Run, after: Run): ChangeType {
  const [old, now] = [typeOf(before), typeOf(after)];
  if ([old, now].includes('negation')) return 'negation';
  if (isPlural(before.words.join(' '), after.words.join(' '))) return 'number';
  return now === 'detail' ? old : now;
}

function isNegated(before: Run, after: Run): boolean {
  const bound = (run: Run): readonly string[] => bare(run.words).map((word) => `${NEGATION}${word}`);
  return bound(before).join(' ') === after.words.join(' ') || bound(after).join(' ') === before.words.join(' ');
}

function swap(before: Run, after: Run): Change {
  const type = typeOfSwap(before, after);
  const text = ({ words }: Run): string => describe.words(type === 'negation' ? bare(words) : words);
  return { type, before: text(before), after: text(after) };
}

/** Whether two leftovers in one place read as one that became the other. */
function isExchange(before: Run, after: Run): boolean {
  const [old, now] = [typeOf(before), typeOf(after)];
  if (Math.max(before.words.length, after.words.length) > LONGEST_SWAP) return false;
  if (before.words.length === 1 && after.words.length === 1) return true;
  return old === now || old === 'detail' || now === 'detail';
}

/** The changes of one place: what became what, then what came and what went. */
function changesOf({ removed, added }: Hunk, heads: Heads): readonly Change[] {
  const before = [...runsOf(removed, heads.before)];
  const after = [...runsOf(added, heads.after)];
  const changes: Change[] = [];
  const pair = (fits: (old: Run, now: Run) => boolean): void => {
    for (const old of [...before]) {
      const now = after.find((candidate) => fits(old, candidate));
      if (now === undefined) continue;
      changes.push(swap(old, now));
      before.splice(before.indexOf(old), 1);
      after.splice(after.indexOf(now), 1);
    }
  };
  pair(isNegated);
  pair((old, now) => typeOf(old) === typeOf(now) && typeOf(now) !== 'detail' && isExchange(old, now));
  const clauses = new Set([...before, ...after].map((run) => run.clause));
  if (before.length > 0 && after.length > 0 && clauses.size <= 2) {
    const [old, now] = [joined(before, 0), joined(after, 0)];
    const isWhole = [before, after].every((runs) => new Set(runs.map((run) => run.clause)).size === 1);
    if (isWhole && isExchange(old, now)) return [...changes, swap(old, now)];
  }
  return [...changes, ...oneSided(after, 'after'), ...oneSided(before, 'before')];
}

interface Heads {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Words that both prompts have, in other places: who does what, or what comes first. */
function turnOf(a: PromptFeatures, b: PromptFeatures, { turned, hunks }: WordChanges): readonly Change[] {
  if (turned === undefined) return [];
  const [before, after] = turned;
  if (before.every((word) => OF_THE_WHOLE.has(typeOfWord(word)))) return [];
  // Beside other changes, a long stretch says no more than that the sentence was rewritten.
  if (hunks.length > 0 && before.length > LONGEST_TURN) return [];
  const text = (words: readonly string[]): string =>
    `${describe.words(words.slice(0, LONGEST_TURN))}${words.length > LONGEST_TURN ? ' …' : ''}`;
  return [{ type: a.ordered || b.ordered ? 'order' : 'relation', before: text(before), after: text(after) }];
}

/** Whether prompts that share little are so short that one still reads what became what: "a pier, oil painting". */
function isGlance(a: PromptFeatures, { hunks }: WordChanges): boolean {
  const [removed, added] = [hunks.flatMap((hunk) => hunk.removed), hunks.flatMap((hunk) => hunk.added)];
  return removed.length < a.words.length && removed.length + added.length <= LONGEST_TURN;
}

/** The changes of the words from `a` to `b`, each with what it is about. */
export function typedChanges(a: PromptFeatures, b: PromptFeatures, words: WordChanges): readonly Change[] {
  if (words.hunks.length === 0) return turnOf(a, b, words);
  const heads = { before: headOf(a), after: headOf(b) };
  if (words.isFar && !isGlance(a, words)) {
    return words.hunks.flatMap(({ removed, added }) => [
      ...oneSided(runsOf(added, heads.after), 'after'),
      ...oneSided(runsOf(removed, heads.before), 'before'),
    ]);
  }
  return [...words.hunks.flatMap((hunk) => changesOf(hunk, heads)), ...turnOf(a, b, words)];
}
