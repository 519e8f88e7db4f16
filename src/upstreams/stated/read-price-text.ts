import { unitIn, type StatedUnit } from './price-unit.js';
import { shortened } from '../../model/shortened.js';

/** One price as a server words it. */
export interface StatedAmount extends StatedUnit {
  /** The lower end of a range. */
  readonly least?: number | undefined;
  /** The amount, or the upper end of a range. */
  readonly most: number;
  /** Whether it is a range or an upper bound. */
  readonly isBound: boolean;
  /** A currency such as USD, or `credits`. */
  readonly currency: string;
  readonly model?: string | undefined;
  /** The sentence that says so, in small letters. */
  readonly words: string;
}

/** An amount of money where it stands in its sentence. */
interface Found extends Omit<StatedAmount, 'unit' | 'times'> {
  readonly unit: StatedUnit | undefined;
  /** A word or a unit says that it is a price; others are one only beside such a one. */
  readonly isSigned: boolean;
}

/** Longest text that is read; of a longer one the part that matters may not be seen. */
const maxLength = 20_000;
const maxWords = 160;

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,9})?|\.\d{1,9}`;
const symbol = String.raw`us\$|\$|\u20ac|\u00a3|usd\b|eur\b|gbp\b`;
const named = String.raw`credits?\b(?! cards?\b)|usd\b|eur\b|gbp\b|dollars?\b|euros?\b|cents?\b|[\u00a2$\u20ac\u00a3](?!\s?\d)`;
const upTo = String.raw`\s?(?:-|\u2013|\u2014|\bto\b)\s?`;
const money = new RegExp(
  String.raw`(?:(?<sign>${symbol})\s?(?<low>${digits})(?:${upTo}(?:${symbol})?\s?(?<high>${digits}))?(?:\s?(?:usd|eur|gbp)\b)?` +
    String.raw`|(?<![\w.,\-])(?<from>${digits})(?:${upTo}(?<till>${digits}))?\s?(?<name>${named}))(?![\d,]*\d)`,
  'g',
);

const currencies: Readonly<Record<string, readonly [code: string, times: number]>> = {
  ...{ us$: ['USD', 1], $: ['USD', 1], usd: ['USD', 1], dollar: ['USD', 1], dollars: ['USD', 1] },
  ...{ cent: ['USD', 0.01], cents: ['USD', 0.01], '¢': ['USD', 0.01], '€': ['EUR', 1], eur: ['EUR', 1] },
  ...{ euro: ['EUR', 1], euros: ['EUR', 1], '£': ['GBP', 1], gbp: ['GBP', 1] },
  ...{ credit: ['credits', 1], credits: ['credits', 1] },
};

const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Says that the amount after it is what a call costs. */
const charging =
  /\b(?:costs?|pric(?:e[sd]?|ing)|charge[sd]?|uses?|consumes?|deducts?|spends?|takes?|burns?|bill(?:s|ed)|fees?|pays?|paid|needs?|requires?)\b.{0,60}$/;
const aboutMoney = /\b(?:costs?|pric(?:e[sd]?|ing)|charge[sd]?|fees?|credits?(?! cards?\b)|bill(?:s|ed|ing))\b/;
/** About an account or a gift, not about what a call costs. */
const aside =
  /\b(?:free|bonus|trial|gift|remaining|left|balance|accounts?|sign(?:ed|ing)?[ -]?up|new users?|refund\w*|save[sd]?|off|discount\w*|earn\w*|top[ -]?up|buy|purchase|subscri\w+|rewards?)\b/;
/** The amounts in such a sentence are not all there is to pay. */
const unclear =
  /\b(?:doubl\w+|twice|tripl\w+|surcharges?|additional(?:ly)?|extra|plus|on top|multipl\w+|var(?:y|ies|iable)|depend\w*|dynamic\w*|tokens?)\b|\+\s?[$€£]?\d|\d\s?%|\b\d+(?:\.\d+)?x(?!\w)|\bx\d/;
/** Amounts of which the size cannot be read for sure. */
const unreadable =
  /\d\s?(?:k|m|million|thousand|hundred|\+)\s?(?:credits?|usd|dollars?|cents?|euros?)\b|[$€£]\s?\d[\d.,]*\s?(?:k|m|million|thousand|\+)(?!\w)|[$€£]\s?\d+,\d{1,2}(?!\d)|\d,\d{1,2}\s?(?:credits?|usd|eur|€|£)/;
/** "$5 in credits" is what is bought, not what is paid with. */
const buysCredits = /^\s?(?:(?:in|of|worth of) )?(?:\w+ )?credits?\b/;
/** "sdxl 40 · flux 50 credits": the numbers before it are prices too, but nothing but their place says so. */
const isLastOfList = /\d\s?[·|,/]\s?(?!costs?\b|pric|charg|uses?\b|consum|takes?\b)[a-z][\w.:-]*(?: [\w.:-]+){0,3}\s?$/;
const isFloor =
  /(?:\bfrom|\bstart(?:s|ing)? at|\bat least|\bmin(?:imum)?(?: of)?|\bmore than|\bover|\babove|>=?|≥)[\s:]*$/;
const isFloorAfter = /^\s?(?:\+|or more\b|and (?:up|more)\b|min(?:imum)?\b)/;
const isCeiling =
  /(?:\bup to|\bat most|\bmax(?:imum)?(?: of)?|\bno more than|\bunder|\bbelow|\bless than|<=?|≤)[\s:]*$/;

/**
 * The prices that a text states, all counted by one unit; none where it states none, or where it cannot be told for sure
 * that they are all there is to pay. Zero is never a price.
 */
export function readPriceText(text: string): readonly StatedAmount[] {
  if (text.length > maxLength) return [];
  const found: Found[] = [];
  for (const sentence of sentencesOf(text)) {
    const amounts = amountsIn(sentence);
    if (amounts === undefined) return [];
    found.push(...amounts);
  }
  if (!found.some(({ isSigned }) => isSigned)) return [];
  const units = new Map(found.flatMap(({ unit }) => (unit === undefined ? [] : [[unit.unit, unit]])));
  const [first, second] = [...units.values()];
  if (second !== undefined) return [];
  return found
    .filter(({ most }) => most > 0)
    .map(({ isSigned: _signed, unit, ...amount }) => ({
      ...amount,
      ...(unit ?? first ?? { unit: 'output', times: 1 }),
    }));
}

function sentencesOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[*`"“”]+/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\bbetween (\S{1,20}) and (\S{1,20})/g, '$1-$2')
    .replace(
      new RegExp(String.raw`\b(${numerals.join('|')}|an?) (?=(?:credits?|cents?|dollars?)\b(?! cards?\b))`, 'g'),
      (_, numeral: string) => `${String(Math.max(0, numerals.indexOf(numeral)) + 1)} `,
    )
    .split(/[.!?;](?=\s|$)|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The amounts in a sentence; undefined where they make the whole text unclear. */
function amountsIn(sentence: string): readonly Found[] | undefined {
  const matches = [...sentence.matchAll(money)];
  const found: Found[] = [];
  for (const [index, match] of matches.entries()) {
    const amount = amountOf(sentence, match, matches[index - 1], matches[index + 1]?.index);
    if (amount === 'unclear') return undefined;
    if (amount !== 'none') found.push(amount);
  }
  const isAside = aside.test(sentence);
  if (isAside) return found.some(({ isSigned }) => isSigned) ? undefined : [];
  const speaksOfMoney = found.length > 0 || aboutMoney.test(sentence);
  return speaksOfMoney && (unclear.test(sentence) || unreadable.test(sentence)) ? undefined : found;
}

function numbersOf({ groups = {} }: RegExpExecArray): { currency: string; least: number; most: number } {
  const { sign, low, high, from, till, name } = groups;
  const [currency, times] = currencies[sign ?? name ?? ''] ?? ['', 0];
  const number = (part = ''): number => Number(part.replaceAll(',', '')) * times;
  const least = low ?? from;
  return { currency, least: number(least), most: number(high ?? till ?? least) };
}

function amountOf(
  sentence: string,
  match: RegExpExecArray,
  previous: RegExpExecArray | undefined,
  next = sentence.length,
): Found | 'none' | 'unclear' {
  const { currency, least, most } = numbersOf(match);
  const end = match.index + match[0].length;
  const before = sentence.slice(previous === undefined ? 0 : previous.index + previous[0].length, match.index);
  const after = sentence.slice(end, next);
  if (currency !== 'credits' && buysCredits.test(sentence.slice(end))) return 'none';
  const unit = unitIn(before, after);
  if (unit === 'ignored') return 'none';
  if (unit === 'unclear' || isPartly(before, after) || most < least) return 'unclear';
  const isInBrackets = currency === 'credits' && before.endsWith('(');
  return {
    least: most === least ? undefined : least,
    ...{ most, isBound: most !== least || isCeiling.test(before), currency, unit },
    isSigned: unit !== undefined || isInBrackets || charging.test(sentence.slice(0, match.index)),
    words: shortened(sentence, maxWords),
  };
}

/** Whether the amount is only where what is to pay begins, or one of several of which it alone has its unit. */
function isPartly(before: string, after: string): boolean {
  return isFloor.test(before) || isFloorAfter.test(after) || isLastOfList.test(before);
}
