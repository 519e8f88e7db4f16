import type { PromptFeatures } from '../model/prompt-features.js';
import { subjectWords } from './overlap.js';
import { lightWords } from './words/grammar.js';

/**
 * Prompts of up to this many words are filed under each set of all their words but one; longer ones, for which these
 * would be too many, under parts of their words.
 */
const MOST_SPELLED_OUT = 8;
/** The words of a longer prompt fall into five groups by their hash; a part is three of the groups. */
const GROUPS = 5;
/** The first and last letters of fewer words tell too little. */
const FEWEST_OUTLINED = 3;
const PARTS: readonly (readonly number[])[] = threeOf(GROUPS);

/** Two independent sums of 32 bits: words can be added in any order and taken away again. */
type Sum = readonly [number, number];

const NOTHING: Sum = [0, 0];

function threeOf(count: number): readonly (readonly number[])[] {
  const parts: number[][] = [];
  for (let one = 0; one < count; one += 1) {
    for (let two = one + 1; two < count; two += 1) {
      for (let three = two + 1; three < count; three += 1) parts.push([one, two, three]);
    }
  }
  return parts;
}

/** Spreads every bit of a number over all of them (the last step of MurmurHash3). */
function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hashOf(word: string): Sum {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
  }
  return [mixed(one), mixed(other)];
}

const plus = (left: Sum, right: Sum): Sum => [(left[0] + right[0]) >>> 0, (left[1] + right[1]) >>> 0];
const minus = (left: Sum, right: Sum): Sum => [(left[0] - right[0]) >>> 0, (left[1] - right[1]) >>> 0];
/** A sum as a safe integer of 53 bits; sums of the same words in another role give another one. */
const markOf = (sum: Sum, role: number): number => (mixed(sum[0] ^ role) >>> 11) * 2 ** 32 + mixed(sum[1] ^ role);

/** The hashes of a prompt's content words, each name of a thing and each form of a word counted once. */
function hashesOf(features: PromptFeatures): readonly Sum[] {
  const words = subjectWords(features);
  return [...(words.size > 0 ? words : new Set(features.words))].map(hashOf);
}

/** All words together, and every set of all but one. */
function spelledOut(hashes: readonly Sum[]): number[] {
  const whole = hashes.reduce(plus, NOTHING);
  const others = hashes.length > 1 ? hashes.map((hash) => markOf(minus(whole, hash), 0)) : [];
  return [markOf(whole, 0), ...others];
}

/** Every part of the words that has any. Two prompts that differ in words of two groups share one part at least. */
function inParts(hashes: readonly Sum[]): number[] {
  const groups = Array.from({ length: GROUPS }, () => ({ sum: NOTHING, size: 0 }));
  for (const hash of hashes) {
    const at = hash[0] % GROUPS;
    const { sum, size } = groups[at] ?? { sum: NOTHING, size: 0 };
    groups[at] = { sum: plus(sum, hash), size: size + 1 };
  }
  return PARTS.flatMap((part, at) => {
    const chosen = part.map((group) => groups[group] ?? { sum: NOTHING, size: 0 });
    if (chosen.every(({ size }) => size === 0)) return [];
    return [
      markOf(
        chosen.reduce<Sum>((sum, group) => plus(sum, group.sum), NOTHING),
        at + 1,
      ),
    ];
  });
}

/**
 * Marks of how the content words are written. Words written apart or together have the same letters in their order; a slip
 * of the pen leaves the ends of a word as they were.
 */
function written(features: PromptFeatures): readonly number[] {
  const words = features.words.filter((word) => !lightWords.has(word));
  const together = markOf(hashOf(words.join('')), PARTS.length + 1);
  if (words.length < FEWEST_OUTLINED) return [together];
  const outlines = words.map((word) => hashOf(`${word.at(0) ?? ''}${word.at(-1) ?? ''}`)).reduce(plus, NOTHING);
  return [together, markOf(outlines, PARTS.length + 2)];
}

/**
 * The marks (safe integers, at most 13) that a prompt is filed under. Prompts whose words differ by one, by one swapped
 * for another, or only in how they are written, share a mark with those {@link marksSought} for the other; names of
 * one thing and forms of one word do not differ.
 */
export function marksOf(features: PromptFeatures): readonly number[] {
  const hashes = hashesOf(features);
  if (hashes.length === 0) return [];
  return [...written(features), ...(hashes.length <= MOST_SPELLED_OUT ? spelledOut(hashes) : inParts(hashes))];
}

/** The marks (at most 22) under which earlier prompts like this one are filed. */
export function marksSought(features: PromptFeatures): readonly number[] {
  const hashes = hashesOf(features);
  if (hashes.length === 0) return [];
  // Around the border a prompt with one word more or less is filed the other way.
  const isSpelledOut = hashes.length <= MOST_SPELLED_OUT + 1;
  const isInParts = hashes.length >= MOST_SPELLED_OUT;
  return [...written(features), ...(isSpelledOut ? spelledOut(hashes) : []), ...(isInParts ? inParts(hashes) : [])];
}
