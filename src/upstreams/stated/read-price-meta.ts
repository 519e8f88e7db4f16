import { isJsonObject, type JsonObject } from '../../model/json.js';
import { wordsOfName } from '../classify/text.js';
import { readPriceText, type StatedAmount } from './read-price-text.js';

const moneyWords: ReadonlySet<string> = new Set([
  'price',
  'pricing',
  'prices',
  'cost',
  'costs',
  'credits',
  'credit',
  'fee',
]);
/** Names of what is about an account, or about less than the whole price. */
const otherWords: ReadonlySet<string> = new Set(
  'balance remaining left free limit max maximum min minimum budget total used'.split(' '),
);
const currencyWords: ReadonlySet<string> = new Set(['usd', 'eur', 'gbp', 'cents', 'dollars', 'credits']);
const amountKeys = ['amount', 'value', 'price', 'cost', 'credits', 'usd'] as const;
const knownKeys: ReadonlySet<string> = new Set([
  ...amountKeys,
  ...['currency', 'unit', 'per', 'model', 'min', 'max', 'description', 'note', 'asOf', 'source', 'updatedAt'],
]);
const deepest = 3;
const mostPrices = 200;

/**
 * The prices in a tool's `_meta`: under a key that speaks of a price, a cost or credits, whatever comes before it, as a number, a
 * text, an object of amount, currency and unit (`model` tells models apart) or a list of such. None where one of them cannot be read.
 */
export function readPriceMeta(meta: unknown): readonly StatedAmount[] {
  const found = isJsonObject(meta) ? within(meta, '', 0) : [];
  return found === undefined || found.length > mostPrices ? [] : found.filter(({ most }) => most > 0);
}

type Read = readonly StatedAmount[] | undefined;

function within(object: JsonObject, above: string, depth: number): Read {
  const read = Object.entries(object).map(([key, value]): Read => {
    const path = above === '' ? key : `${above}.${key}`;
    const words = wordsOfName(key.split(/[/.]/).at(-1) ?? '');
    if (words.some((word) => otherWords.has(word))) return [];
    if (words.some((word) => moneyWords.has(word))) return valueOf(value, words, path, 0);
    return isJsonObject(value) && depth < deepest ? within(value, path, depth + 1) : [];
  });
  return all(read);
}

/** The prices in a value; undefined where it cannot be read. */
function valueOf(value: unknown, words: readonly string[], path: string, depth: number): Read {
  if (Array.isArray(value) && depth < deepest) {
    return all(value.map((item, at) => valueOf(item, words, `${path}[${String(at)}]`, depth + 1)));
  }
  if (typeof value === 'number') return phrased(`${String(value)} ${currencyOf(words)}`, unitOf(words), path);
  if (typeof value === 'string') {
    const isNumber = /^\s*\d+(?:\.\d+)?\s*$/.test(value);
    return isNumber ? valueOf(Number(value), words, path, depth) : phrased(value, unitOf(words), path);
  }
  return isJsonObject(value) ? objectOf(value, words, path) : undefined;
}

function objectOf(object: JsonObject, words: readonly string[], path: string): Read {
  // A key that nobody knows here may make the call dearer.
  if (Object.keys(object).some((key) => !knownKeys.has(key))) return undefined;
  const { currency, unit, per, model } = object;
  const [amount, ...more] = amountsIn(object);
  if (amount === undefined || more.length > 0) return undefined;
  const named = typeof currency === 'string' ? currency : currencyOf([amount.key, ...words]);
  const counted = [per, unit].find((each) => typeof each === 'string') ?? unitOf(words);
  const text = /^[\d.-]+$/.test(amount.text) ? `${amount.text} ${named}` : amount.text;
  const read = phrased(text, counted.replace(/^per[ _-]/i, ''), path);
  return typeof model === 'string' ? read?.map((price) => ({ ...price, model })) : read;
}

/** The amounts that an object names, each under its key; a range is one. */
function amountsIn(object: JsonObject): readonly { readonly key: string; readonly text: string }[] {
  const { min, max } = object;
  const single = amountKeys.flatMap((key) => {
    const value = object[key];
    return typeof value === 'number' || typeof value === 'string' ? [{ key, text: String(value) }] : [];
  });
  if (min === undefined && max === undefined) return single;
  const range = {
    key: '',
    text: typeof min === 'number' && typeof max === 'number' ? `${String(min)}-${String(max)}` : '?',
  };
  return [...single, range];
}

/** The amount with its unit, read like a sentence. */
function phrased(amount: string, unit: string, path: string): Read {
  const counted = unit === '' ? '' : ` per ${wordsOfName(unit).join(' ')}`;
  const read = readPriceText(`price: ${amount}${/\bper\b|\//.test(amount) ? '' : counted}`);
  // Zero is no price, but it is no riddle either.
  if (read.length === 0) return /^0+(?:\.0+)?\b/.test(amount.trim()) ? [] : undefined;
  return read.map((price) => ({ ...price, words: `_meta ${path}: ${price.words.replace(/^price: /, '')}` }));
}

function currencyOf(words: readonly string[]): string {
  return words.find((word) => currencyWords.has(word)) ?? '';
}

/** What stands after "per" in a name such as `creditsPerSecond`. */
function unitOf(words: readonly string[]): string {
  const at = words.indexOf('per');
  return at === -1
    ? ''
    : words
        .slice(at + 1)
        .filter((word) => !currencyWords.has(word))
        .join(' ');
}

function all(read: readonly Read[]): Read {
  const known = read.filter((each) => each !== undefined);
  return known.length === read.length ? known.flat() : undefined;
}
