import { featuresOf } from './features-of.js';
import { readNotations } from './parameters.js';
import { rootOf } from './root.js';
import { lightWords, NEGATION } from './words/grammar.js';

/** The content words of the name of a thing, forms of one word alike. */
function rootsOf(thing: string): ReadonlySet<string> {
  const words = featuresOf(thing).words.map((word) => (word.startsWith(NEGATION) ? word.slice(NEGATION.length) : word));
  return new Set(words.filter((word) => !lightWords.has(word)).map(rootOf));
}

/** Whether two names mean the same thing, as far as words tell: "the red hats" and "a hat". */
export function isSameThing(one: string, other: string): boolean {
  const [left, right] = [rootsOf(one), rootsOf(other)];
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  return few.size > 0 && [...few].every((word) => many.has(word));
}

/** Whether a prompt says that a thing must not appear: as a negative, after `--no`, or in its own words ("without a hat"). */
export function asksAway(prompt: string, negativePrompt: string, thing: string): boolean {
  const terms = [...negativePrompt.split(/[,;\n]/u), ...readNotations(prompt.toLowerCase()).unwanted];
  if (terms.some((term) => isSameThing(term, thing))) return true;
  const negated = new Set(
    featuresOf(prompt)
      .words.filter((word) => word.startsWith(NEGATION))
      .map((word) => rootOf(word.slice(NEGATION.length))),
  );
  return [...rootsOf(thing)].some((word) => negated.has(word));
}
