import { opensWithThing } from './clause-order.js';
import { actionsOf } from './inflect.js';
import { lightWords, openers, placePrepositions } from './words/grammar.js';
import { materialWords } from './words/material.js';
import { actionBases, adjectivesInLy, clothes, coverings, features, inanimate, states } from './words/phrasing.js';

const BEING = new Set(['is', 'are', 'was', 'were']);
const WHO = new Set(['who', 'which', 'that']);
const POSTURES = new Set('sitting sits resting rests placed'.split(' '));
const QUALITIES = new Set(['color', 'size', 'mood']);
const METALS = new Set(['gold', 'golden', 'silver', 'bronze', 'copper']);
const MANY = new Set(['people', 'men', 'women', 'children', 'sheep', 'fish', 'geese', 'mice']);
/** Words that say which blue it is. */
const SHADES = new Set(['light', 'dark', 'pale', 'bright', 'deep', 'hot', 'neon', 'dull', 'soft', 'rich']);
const LONGEST_CLOTHES = 4;

type Words = readonly string[];

const isQuality = (word: string): boolean => QUALITIES.has(materialWords.get(word) ?? '');
const isEnd = (word: string | undefined): boolean =>
  word === undefined || lightWords.has(word) || placePrepositions.has(word) || word === 'and';
const isColor = (word: string): boolean => materialWords.get(word) === 'color';
const isMaterialName = (word: string): boolean => materialWords.get(word) === 'material' || METALS.has(word);
/** Whether words go on after a statement of what a thing is like: "and is flying", "and flying". */
const goesOn = (words: Words): boolean =>
  words[0] === 'and' && (BEING.has(words[1] ?? '') || /ing$/u.test(words[1] ?? ''));

const isDoing = (word: string | undefined): boolean => /ing$/u.test(word ?? '');

/** Where the noun stands that words from a place on say something of: before "is" and "that is". */
function nounBefore(words: Words, at: number): number {
  let noun = at - 1;
  if (BEING.has(words[noun] ?? '')) noun -= 1;
  if (WHO.has(words[noun] ?? '')) noun -= 1;
  return noun;
}

/** Puts a quality that was said after a thing before it. */
function qualified(words: Words, noun: number, quality: string, rest: Words): Words {
  return [...words.slice(0, noun), quality, words[noun] ?? '', ...rest];
}

/** "a bridge made of stone" as "a stone bridge", "slopes covered with snow" as "snowy slopes". */
function withMatter(words: Words): Words {
  const made = words.indexOf('made');
  const matter = made + (words[made + 1] === 'of' ? 2 : 1);
  const name = words[matter] ?? '';
  const noun = nounBefore(words, made);
  if (made > 0 && noun >= 0 && isMaterialName(name) && isEnd(words[matter + 1])) {
    return qualified(words, noun, name, words.slice(matter + 1));
  }
  const covered = words.indexOf('covered');
  const quality = coverings.get(words[covered + 2] ?? '');
  const ground = nounBefore(words, covered);
  if (covered < 1 || ground < 0 || words[covered + 1] !== 'with' || quality === undefined) return words;
  return isEnd(words[covered + 3]) ? qualified(words, ground, quality, words.slice(covered + 3)) : words;
}

/** The qualities that are listed from a place on, and where the list ends. */
function qualitiesAt(words: Words, from: number): { readonly qualities: Words; readonly end: number } {
  const qualities: string[] = [];
  let end = from;
  while (isQuality(words[end] ?? '')) {
    qualities.push(words[end] ?? '');
    end += words[end + 1] === 'and' && isQuality(words[end + 2] ?? '') ? 2 : 1;
  }
  return { qualities, end };
}

/** "a dog that is black" as "a black dog". */
function withRelative(words: Words): Words {
  const being = words.findIndex((word, at) => BEING.has(word) && WHO.has(words[at - 1] ?? ''));
  const subject = words.slice(0, Math.max(being - 1, 0));
  const article = subject.findLastIndex((word) => openers.has(word));
  const { qualities, end } = qualitiesAt(words, being + 1);
  const next = words[end];
  if (being < 0 || article < 0 || qualities.length === 0 || !(isEnd(next) || isDoing(next))) return words;
  return [...subject.slice(0, article + 1), ...qualities, ...subject.slice(article + 1), ...words.slice(end)];
}

/** "the room is white and small" as "the white small room". */
function withQualities(words: Words): Words {
  const being = words.findIndex((word) => BEING.has(word));
  const subject = words.slice(1, Math.max(being, 1));
  const { qualities, end } = qualitiesAt(words, being + 1);
  const rest = words.slice(end);
  const isPlain = openers.has(words[0] ?? '') && !subject.some((word) => lightWords.has(word));
  if (subject.length === 0 || qualities.length === 0 || !isPlain || !(rest.length === 0 || goesOn(rest))) return words;
  return [words[0] ?? '', ...qualities, ...subject, ...rest.slice(1)];
}

/** "a red big ball" and "a big and red ball" in one order; "blue green" is another colour than "green blue". */
function withSortedQualities(words: Words): Words {
  const result: string[] = [];
  for (let at = 0; at < words.length;) {
    const { qualities, end } = qualitiesAt(words, at);
    const isListed = end - at > qualities.length;
    const isShade = SHADES.has(words[at - 1] ?? '');
    const isSorted =
      !isShade && qualities.length > 1 && !isEnd(words[end]) && (isListed || qualities.filter(isColor).length < 2);
    result.push(...(isSorted ? [...qualities].sort() : words.slice(at, Math.max(end, at + 1))));
    at = Math.max(end, at + 1);
  }
  return result;
}

/** "a sleeping cat" as "a cat sleeping". */
function withState(words: Words): Words {
  const [first = '', state = '', noun = '', next] = words;
  const isState = openers.has(first) && states.has(state) && noun !== '' && !lightWords.has(noun);
  const isWhole = isEnd(next) || isDoing(next) || BEING.has(next ?? '');
  return isState && isWhole ? [first, noun, state, ...words.slice(3)] : words;
}

/** "a red haired man" as "a man with red hair". */
function withFeature(words: Words): Words {
  const at = words.findIndex((word) => features.has(word));
  const [feature = '', whole] = words.slice(Math.max(at, 0));
  const had = features.get(feature);
  if (had === undefined || whole === undefined || isEnd(whole)) return words;
  const start = /^(?:haired|eyed)$/u.test(feature) && isQuality(words[at - 1] ?? '') ? at - 1 : at;
  return [...words.slice(0, start), whole, 'with', ...words.slice(start, at), had, ...words.slice(at + 2)];
}

/** "a vase sits on a shelf" as "a vase on a shelf": of a monk it says what he does. */
function withoutPosture(words: Words): Words {
  return words.filter((word, at) => {
    if (!POSTURES.has(word) || !placePrepositions.has(words[at + 1] ?? '')) return true;
    const noun = words[nounBefore(words, at)] ?? '';
    return !(inanimate.has(noun) || inanimate.has(noun.replace(/s$/u, '')));
  });
}

/** "in a blue dress" and "with a blue dress on" as "wearing a blue dress". */
function withClothes(words: Words): Words {
  const at = words.findIndex((word, place) => {
    if (place === 0 || word !== 'in') return false;
    const after = words.slice(place + 1, place + 1 + LONGEST_CLOTHES);
    const end = after.findIndex((name) => clothes.has(name));
    const isBefore = end >= 0 && !after.slice(0, end).some((name) => lightWords.has(name) || name === 'and');
    const next = after[end + 1] ?? words[place + end + 2];
    return isBefore && (isEnd(next) || BEING.has(next ?? '') || /(?:ing|s)$/u.test(next ?? ''));
  });
  return at < 0 ? words : [...words.slice(0, at), 'wearing', ...words.slice(at + 1)];
}

const isMany = (word: string): boolean => MANY.has(word) || /[^su]s$/u.test(word);

/** "two owls stand" as "two owls standing". */
function withOngoing(words: Words): Words {
  const opens = opensWithThing({ words });
  return words.map((word, at) => {
    const isSaid = (opens || at === 1) && actionBases.has(word) && isMany(words[at - 1] ?? '');
    return isSaid ? (word === 'lie' ? 'lying' : (actionsOf(word).now.at(-1) ?? word)) : word;
  });
}

/** "the dog's tail" as "the tail of the dog". */
function withOwner(words: Words): Words {
  const result: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', owned = ''] = [words[at], words[at + 1]];
    const isOwner = /^\p{L}{2,}'s$/u.test(word) && openers.has(words[at - 1] ?? '') && /^\p{L}+$/u.test(owned);
    if (!isOwner || isQuality(owned) || lightWords.has(owned)) {
      result.push(word);
    } else {
      result.push(owned, 'of', 'the', word.slice(0, -2));
      at += 1;
    }
  }
  return result;
}

/** "slowly walks" as "walks slowly". */
function withAdverbsAfter(words: Words): Words {
  const result = [...words];
  for (let at = 0; at + 1 < result.length; at += 1) {
    const [adverb = '', action = ''] = result.slice(at, at + 2);
    const isManner = /^\p{L}{3,}ly$/u.test(adverb) && !adjectivesInLy.has(adverb);
    if (!isManner || !/^\p{L}{2,}(?:[^su]s|ing)$/u.test(action)) continue;
    result.splice(at, 2, action, adverb);
    at += 1;
  }
  return result;
}

/** Says in one way what a thing is like, has on, and does: the same in whatever order it was said. */
export function rephrased(words: Words): Words {
  const named = withMatter(
    withQualities(withRelative(withOwner(withFeature(withState(withOngoing(withClothes(words))))))),
  );
  return withAdverbsAfter(withSortedQualities(withoutPosture(named)));
}
