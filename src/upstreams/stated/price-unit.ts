import type { priceUnits } from '../../model/price.js';

/** What a stated amount is for: `times` as many credits make one `unit`. */
export interface StatedUnit {
  readonly unit: (typeof priceUnits)[number];
  /** What the amount is multiplied by to be for one unit. */
  readonly times: number;
  /** Each started block of so many units is charged as one. */
  readonly perStarted?: number | undefined;
  /** So many outputs are made for one amount. */
  readonly outputsPerCall?: number | undefined;
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,9})?`;
/** `per image`, `/s`, `for a 5-second clip`, `per 1,000 characters`, `an image`. */
const phrase = String.raw`(?:\/|\bper\b|\beach\b|\bevery\b|\bfor (?:each|every|an?|one)\b|\bfor(?= \d)|\ban?\b)\s?(?:(?<n>${number})[\s-]?)?(?:(?<scale>k|m|thousand|million)\b)?[\s-]?(?<what>(?:(?:generated|output|created|api|tool|input)\s)?[a-z]+)`;
const after = new RegExp(String.raw`^\s?\)?\s?(?:\([^)]{0,60}\)\s?)?,?\s?${phrase}`);
const before = new RegExp(
  String.raw`\b(?:per|each|every)\b\s?(?:(?<n>${number})[\s-]?)?(?:(?<scale>k|m|thousand|million)\b)?[\s-]?(?<what>[a-z]+)[^a-z]{0,6}(?:(?:is|costs?|price|at) ?:? ?)?$`,
);
const eachBefore = /\beach (?:costs?|is|uses?|takes?)[^a-z]*$/;
const eachOne = /^\s?\)?\s?(?:each|apiece|a piece)(?!\s?[a-z\d])/;

const outputs = new Set(
  'image img picture photo illustration drawing video clip film song track sound audio output result asset variation version generation render item edit upscale sticker logo icon'.split(
    ' ',
  ),
);
const calls = new Set('call request use run invocation execution operation job task prediction'.split(' '));
const periods = new Set('day week month mo year yr user seat member team'.split(' '));
const scales: Readonly<Record<string, number>> = { k: 1000, thousand: 1000, m: 1_000_000, million: 1_000_000 };

/**
 * What an amount is for, by the words around it: undefined where they do not say, `ignored` where it is for no call (a month),
 * `unclear` where it is for something that nobody can count.
 */
export function unitIn(textBefore: string, textAfter: string): StatedUnit | 'ignored' | 'unclear' | undefined {
  if (eachOne.test(textAfter) || eachBefore.test(textBefore)) return { unit: 'output', times: 1 };
  const { n, scale = '', what } = (after.exec(textAfter) ?? before.exec(textBefore))?.groups ?? {};
  if (what === undefined) return undefined;
  const count = (n === undefined ? 1 : Number(n.replaceAll(',', ''))) * (scales[scale] ?? 1);
  return count > 0 ? unitOf(what.split(' ').at(-1) ?? '', count) : 'unclear';
}

const inSeconds = (count: number): StatedUnit => {
  return { unit: 'second', times: 1, perStarted: count === 1 ? undefined : count };
};
const inMinutes = (count: number): StatedUnit => ({ unit: 'second', times: 1 / (60 * count) });
const inMegapixels = (count: number): StatedUnit => ({ unit: 'megapixel', times: 1 / count });
const inCharacters = (count: number): StatedUnit => ({ unit: '1k-characters', times: 1000 / count });
const measures: Readonly<Partial<Record<string, (count: number) => StatedUnit>>> = {
  ...{ s: inSeconds, sec: inSeconds, second: inSeconds, min: inMinutes, minute: inMinutes },
  ...{ mp: inMegapixels, megapixel: inMegapixels, char: inCharacters, character: inCharacters },
};

function unitOf(what: string, count: number): StatedUnit | 'ignored' | 'unclear' {
  const word = what === 's' ? what : what.replace(/s$/, '');
  if (periods.has(word)) return 'ignored';
  if (calls.has(word)) return count === 1 ? { unit: 'call', times: 1 } : 'unclear';
  if (outputs.has(word)) {
    if (!Number.isInteger(count)) return 'unclear';
    return { unit: 'output', times: 1, outputsPerCall: count === 1 ? undefined : count };
  }
  return (Object.hasOwn(measures, word) ? measures[word]?.(count) : undefined) ?? 'unclear';
}
