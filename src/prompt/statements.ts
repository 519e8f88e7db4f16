import { opensWithThing } from './clause-order.js';
import { doingOf } from './inflect.js';
import { lightWords, openers, placePrepositions } from './words/grammar.js';

const BEING = new Set(['is', 'are', 'was', 'were']);
const WHO = new Set(['who', 'which', 'that']);
/** Words that only say that a thing is where the next words say it is. */
const POSITIONED = new Set(['positioned', 'located', 'situated', 'placed']);
/** What points back to the thing before; "him" and "her" may be somebody else. */
const BACK = new Set(['it', 'them']);
/** Words of place that may stand at the end without what they point back to: "with wires above". */
const BARE = new Set(['above', 'below', 'beneath', 'underneath', 'behind', 'around']);
const OWNING = new Set(['has', 'have', 'with', 'having']);
const CONTAINING = new Set(['contains', 'contain', 'containing']);

/** With these, "by" says where: "parked by the sea". */
const BESIDE = new Set([
  'parked',
  'seated',
  'placed',
  'located',
  'situated',
  'perched',
  'moored',
  'docked',
  'anchored',
]);
const PARTICLES = new Set(['up', 'down', 'out', 'off', 'away']);
const PARTS = new Set([
  'slice',
  'slices',
  'piece',
  'pieces',
  'face',
  'faces',
  'wing',
  'wings',
  'edge',
  'roof',
  'style',
]);
const LONGEST_WHOLE = 3;

/** Drops what a sentence needs and a picture does not: "there are", "who is", "positioned" before a place. */
function withoutFrame(words: readonly string[]): readonly string[] {
  const isFramed = words[0] === 'there' && BEING.has(words[1] ?? '');
  const opened = isFramed ? words.slice(2) : words;
  return opened.filter((word, at) => {
    const [before = '', next = ''] = [opened[at - 1], opened[at + 1]];
    if (WHO.has(word) && BEING.has(next)) return false;
    const saysWhere = next === '' || placePrepositions.has(next);
    if (POSITIONED.has(word) && at > 0 && saysWhere) return false;
    // A present under a tree is a thing.
    return !(word === 'present' && saysWhere && (BEING.has(before) || (isFramed && at > 1)));
  });
}

/** "a bed with two bears on it" as "two bears on a bed". */
function withOwner(words: readonly string[]): readonly string[] {
  const isBare = BARE.has(words.at(-1) ?? '');
  const [place = '', back = ''] = isBare ? [words.at(-1), 'it'] : words.slice(-2);
  if (!BACK.has(back) || !placePrepositions.has(place)) return words;
  const at = words.findIndex((word) => OWNING.has(word));
  const owner = words.slice(0, words[at - 1] === 'that' ? at - 1 : at);
  const owned = words.slice(at + 1, isBare ? -1 : -2);
  const isOwned = at > 0 && owner.length > 0 && owned.length > 0 && !owned.some((word) => OWNING.has(word));
  return isOwned ? [...owned, place, ...owner] : words;
}

/** "a table topped with plates" as "plates on a table", "the room contains a bed" as "a bed in the room". */
function withContainer(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => CONTAINING.has(word));
  if (at > 0 && at < words.length - 1) return [...words.slice(at + 1), 'in', ...words.slice(0, at)];
  const top = words.findIndex((word, place) => word === 'topped' && words[place + 1] === 'with');
  if (top > 0 && top < words.length - 2) return [...words.slice(top + 2), 'on', ...words.slice(0, top)];
  return words;
}

/** "the cat is chased through the hall by a dog" as "a dog chasing the cat through the hall". */
function withDoer(words: readonly string[]): readonly string[] {
  const by = words.findIndex((word, at) => word === 'by' && opensWithThing({ words: words.slice(at + 1, at + 2) }));
  const done = words.findIndex((word, at) => at > 0 && at < by && !BESIDE.has(word) && doingOf(word) !== undefined);
  if (done < 1 || by < 0) return words;
  const subject = words.slice(0, BEING.has(words[done - 1] ?? '') ? done - 1 : done);
  const [particle = '', ...rest] = words.slice(done + 1, by);
  const doing = doingOf(words[done] ?? '') ?? '';
  if (PARTICLES.has(particle)) return [...words.slice(by + 1), doing, particle, ...subject, ...rest];
  return [...words.slice(by + 1), doing, ...subject, ...words.slice(done + 1, by)];
}

/** "a slice of pizza" as "a pizza slice", "in the style of Monet" as "Monet style": named before or after. */
function withPart(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, place) => PARTS.has(word) && words[place + 1] === 'of');
  if (at < 0) return words;
  const whole = words.slice(at + 2);
  const end = whole.findIndex((word) => lightWords.has(word) || BEING.has(word) || word === 'and');
  const named = (end < 0 ? whole : whole.slice(0, end)).filter((word) => !openers.has(word));
  if (named.length === 0 || named.length > LONGEST_WHOLE) return words;
  return [...words.slice(0, at), ...named, words[at] ?? '', ...(end < 0 ? [] : whole.slice(end))];
}

/** A statement of who does what and where things are, in the one order "who, does, what, place word, place". */
export function plainStatement(words: readonly string[]): readonly string[] {
  return withPart(withContainer(withOwner(withDoer(withoutFrame(words)))));
}
