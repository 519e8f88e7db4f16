import { isJsonObject, type JsonObject } from '../model/json.js';
import { priceEntrySchema, type PriceEntry } from '../model/price-file.js';

/** What came of reading a list in LiteLLM's format. Reasons are sections of prompts/cli/prices.md. */
export interface ReadPrices {
  readonly entries: readonly PriceEntry[];
  readonly skipped: readonly { readonly key: string; readonly why: string }[];
}

type Unit = PriceEntry['unit'];

/** A key's parts that say nothing of the model: quality, size, steps. */
const qualities = ['low', 'medium', 'high', 'standard', 'hd', 'auto'];
const sizePart = /^(\d{2,5})-x-(\d{2,5})$/;
const otherPart = /^(\d+-steps|max-steps|max-x-max|bedrock)$/;

/** Fields by what they count, the surest first; the dearest of one line is taken. */
const fields: readonly (readonly [Unit, readonly string[]])[] = [
  ['image', ['output_cost_per_image']],
  ['image', ['input_cost_per_image']],
  [
    'second',
    [
      'output_cost_per_video_per_second',
      'output_cost_per_second',
      'output_cost_per_second_1080p',
      'input_cost_per_second',
    ],
  ],
  ['pixel', ['output_cost_per_pixel', 'input_cost_per_pixel']],
  ['character', ['output_cost_per_character', 'input_cost_per_character']],
  [
    'token',
    [
      'output_cost_per_image_token',
      'output_cost_per_audio_token',
      'output_cost_per_token',
      'input_cost_per_audio_token',
      'input_cost_per_token',
    ],
  ],
];

/** Dearest price of one unit that is believed, in dollars: more is a slip in the list. */
const dearest: Partial<Record<Unit, number>> = { image: 50, second: 50, pixel: 0.001, character: 0.1, token: 1 };

/**
 * Reads prices in the format of LiteLLM's public list: an object of entries by key, where quality and size may stand in the
 * key. Prices are dollars. Models that only make text are left out.
 * @param source where the list was read, for entries that do not say so themselves
 */
export function litellmPrices(raw: JsonObject, source: string, asOf: string): ReadPrices {
  const entries = new Map<string, PriceEntry>();
  const skipped: { key: string; why: string }[] = [];
  for (const [key, value] of Object.entries(raw)) {
    const read = readEntry(key, value, source, asOf);
    if (typeof read === 'string') {
      skipped.push({ key, why: read });
      continue;
    }
    const { source: _source, ...same } = read;
    const text = JSON.stringify(same);
    if (entries.has(text)) skipped.push({ key, why: 'skip-twice' });
    else entries.set(text, read);
  }
  return { entries: [...entries.values()], skipped };
}

function readEntry(key: string, value: unknown, source: string, asOf: string): PriceEntry | string {
  if (key === 'sample_spec') return 'skip-sample';
  if (!isJsonObject(value)) return 'skip-shape';
  if (isText(value)) return 'skip-text';
  const price = priceIn(value);
  if (typeof price === 'string') return price;
  const provider = typeof value['litellm_provider'] === 'string' ? value['litellm_provider'] : undefined;
  const own = value['source'];
  const read = priceEntrySchema.safeParse({
    ...namesIn(key, provider),
    ...price,
    ...{ currency: 'USD', quality: 'estimate', asOf },
    source: typeof own === 'string' && own.length <= 300 && own !== '' ? own : source,
  });
  return read.success ? read.data : 'skip-shape';
}

function isText(value: JsonObject): boolean {
  const mode = value['mode'];
  const isMedia = typeof mode === 'string' && /image|video|audio|speech|music/.test(mode);
  return !isMedia && !(number(value['output_cost_per_image']) ?? 0);
}

function priceIn(value: JsonObject): { unit: Unit; amount: number } | string {
  for (const [unit, names] of fields) {
    const given = names.map((name) => value[name]).filter((each) => each !== undefined && each !== null);
    const amounts = given.map(number);
    if (amounts.includes(undefined)) return 'skip-amount';
    const amount = Math.max(0, ...amounts.map((each) => each ?? 0));
    if (amount === 0) continue;
    return amount > (dearest[unit] ?? 0) ? 'skip-dear' : { unit, amount };
  }
  return 'skip-free';
}

/** A price as a number; undefined for what cannot be one. */
function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function namesIn(key: string, provider: string | undefined): Pick<PriceEntry, 'model' | 'provider' | 'when'> {
  let parts = key.split('/');
  const [first = ''] = parts;
  const isPrefix = parts.length > 1 && provider?.startsWith(first) === true;
  if (isPrefix) parts = parts.slice(1);
  const { model, quality, size } = withoutConditions(parts);
  return {
    model,
    ...(provider === undefined ? {} : { provider: isPrefix ? first : provider }),
    ...(quality === undefined && size === undefined ? {} : { when: { quality, size } }),
  };
}

/** What stands before the model in a key. */
function withoutConditions(parts: readonly string[]): { model: string; quality?: string; size?: string } {
  const [part = '', ...rest] = parts;
  if (rest.length === 0) return { model: part };
  const sides = sizePart.exec(part);
  if (sides !== null) return { size: `${sides[1] ?? ''}x${sides[2] ?? ''}`, ...withoutConditions(rest) };
  if (qualities.includes(part)) return { quality: part, ...withoutConditions(rest) };
  return otherPart.test(part) ? withoutConditions(rest) : { model: parts.join('/') };
}
