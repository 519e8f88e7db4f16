import {
  carrying,
  followingMedia,
  gonePieces,
  lookingInto,
  softVerbs,
  verbIn,
  type Deed,
  type KnownVerb,
} from './words/verbs.js';
import { thingOf, type Thing } from './words/things.js';

/** What a name or a sentence says is done, and to what. */
export interface Role {
  readonly deed: Deed;
  /** The word that says it. */
  readonly verb: string;
  /** What it is done to, as far as it is known, in order. */
  readonly things: readonly Thing[];
  /** Nothing but the verb is said. */
  readonly isAlone: boolean;
}

const looking: ReadonlySet<Deed> = new Set<Deed>(['read', 'wait', 'cancel', 'erase']);

/**
 * Reads the words of a tool's name; undefined where no word says what is done.
 * @param around words of the tool, where the name is that of one of its actions
 */
export function roleOfName(words: readonly string[], around: readonly string[] = []): Role | undefined {
  const things = words.flatMap((word) => thingOf(word) ?? []);
  const toward = words.indexOf('to');
  const looksFirst = looking.has(verbIn(words[0] ?? '')?.deed ?? 'make');
  if (toward > 0 && (!looksFirst || toward === 1) && thingOf(words[toward + 1] ?? '') === 'media') {
    return { deed: 'make', verb: words.slice(toward - 1, toward + 2).join(' '), things, isAlone: false };
  }
  // A single noun names what is looked after ("queue"), and its description says how.
  if (words.length === 1 && thingOf(words[0] ?? '') === 'job') return undefined;
  // "clone voice" and "voice clone" alike; "get plan", but "plan shots"
  const at = words.findIndex(
    (word, index) => verbIn(word) !== undefined && (index === 0 || thingOf(word) === undefined),
  );
  const known = verbIn(words[at] ?? '');
  if (known === undefined) return nounRole(words, things);
  const others = words.filter((_, index) => index !== at);
  const kept = around.filter((word) => books.has(thingOf(word) ?? 'media'));
  return { ...settled(known, [...others, ...kept]), isAlone: others.length === 0 };
}

/** Names without a verb: the last noun says it ("endpoint health", "account balance"). */
function nounRole(words: readonly string[], things: readonly Thing[]): Role | undefined {
  const last = words.at(-1) ?? '';
  const thing = thingOf(last);
  return thing === 'state' || thing === 'account' ? { deed: 'read', verb: last, things, isAlone: false } : undefined;
}

/** Reads a first sentence: the verb is among its first words. */
export function roleOfSentence(sentence: string): Role | undefined {
  const words = sentence.split(' ');
  const at = words.slice(0, 4).findIndex((word) => verbIn(word) !== undefined);
  const known = verbIn(words[at] ?? '');
  return known === undefined ? undefined : settled(known, words.slice(at + 1, at + 9));
}

/** What a verb does, which hangs on what it is done to. */
function settled({ verb, deed }: KnownVerb, others: readonly string[]): Role {
  const things = others.flatMap((word) => thingOf(word) ?? []);
  const meant = meaningOf(verb, deed, others, things) ?? (deed === 'record' ? recordOrPlan(things) : deed);
  return { deed: meant, verb, things, isAlone: others.length === 0 };
}

/** What a verb means with media, and without what is kept about them; undefined: what it always means. */
function meaningOf(verb: string, deed: Deed, others: readonly string[], things: readonly Thing[]): Deed | undefined {
  const isMedia = things.includes('media');
  const isBooks = things.some((thing) => books.has(thing));
  if (softVerbs.has(verb) && isBooks && !isMedia) return 'local';
  if (searching.has(verb) && others.slice(0, 4).some((word) => widely.has(word))) return 'think';
  if (verb === 'query' && others.includes('model')) return 'think';
  if (isBooks) return undefined;
  const takesAway = deed === 'erase' || deed === 'cancel';
  if (verb === 'stream' || (takesAway && others.slice(0, 5).some((word) => gonePieces.has(word)))) return 'make';
  return isMedia ? withMedia(verb, deed) : undefined;
}

function withMedia(verb: string, deed: Deed): Deed | undefined {
  if (deed === 'cancel') return 'make';
  if (lookingInto.has(verb)) return 'think';
  return followingMedia.has(verb) || (deed === 'local' && !carrying.has(verb)) ? 'make' : undefined;
}

function recordOrPlan(things: readonly Thing[]): Deed {
  return things.at(-1) === 'plan' && !things.includes('account') ? 'plan' : 'record';
}

/** What is kept about media is not the media. */
const books: ReadonlySet<Thing> = new Set<Thing>(['job', 'state', 'record', 'account', 'setting']);

/** Looking outside of the server's own lists is done by a model or a search engine. */
const searching = new Set(['search', 'find', 'query', 'browse', 'lookup']);
const widely = new Set(['web', 'internet', 'online', 'grounded', 'grounding', 'news', 'llm']);
