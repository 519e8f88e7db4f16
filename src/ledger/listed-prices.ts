import type { ListedPrice } from '../model/listed-price.js';
import { escapePattern } from '../model/escape-pattern.js';
import type { PriceEntry, Rates } from '../model/price-file.js';
import type { Profile } from '../model/profile.js';
import { priceSchema, type Price } from '../model/price.js';

/** The tool that prices are looked for. */
export interface PricedTool {
  readonly server: string;
  readonly preset?: string | undefined;
  readonly tool: string;
}

/** How the units of price lists become units of prices: `times` as many, so `times` the amount for one. */
const units = {
  call: { unit: 'call', times: 1 },
  image: { unit: 'output', times: 1 },
  output: { unit: 'output', times: 1 },
  second: { unit: 'second', times: 1 },
  megapixel: { unit: 'megapixel', times: 1 },
  pixel: { unit: 'megapixel', times: 1_000_000 },
  character: { unit: '1k-characters', times: 1000 },
  '1k-characters': { unit: '1k-characters', times: 1 },
} as const;

/** The entries of a price file that are about a tool, in credits; one whose currency has no rate has no price. */
export function listedPrices(entries: readonly PriceEntry[], rates: Rates, tool: PricedTool): ListedPrice[] {
  return entries.filter((entry) => isAbout(entry, tool)).map((entry) => listedPrice(entry, rates, tool));
}

/** A profile with the prices out of a list, where it is paid and has no price of its own. */
export function withListed(profile: Profile, listed: () => readonly ListedPrice[]): Profile {
  if (!profile.paid || profile.price !== undefined) return profile;
  const found = listed();
  return found.length === 0 ? profile : { ...profile, listed: found };
}

/** Whether an entry can be about calls of a tool. */
export function isAbout({ server, tool }: PriceEntry, priced: PricedTool): boolean {
  return (server === undefined || server === priced.server) && (tool === undefined || isLike(priced.tool, tool));
}

/** Whether a name is one that a pattern means: the same, or with anything in place of each `*`. */
export function isLike(name: string, pattern: string): boolean {
  if (!pattern.includes('*')) return name === pattern;
  return new RegExp(`^${pattern.split(/\*+/).map(escapePattern).join('.*')}$`, 'su').test(name);
}

function listedPrice(entry: PriceEntry, rates: Rates, tool: PricedTool): ListedPrice {
  const isNear = entry.provider !== undefined && (entry.provider === tool.server || entry.provider === tool.preset);
  const [width, height] = entry.when?.size?.split('x').map(Number) ?? [];
  const rate = rateOf(entry, rates, tool.server);
  return {
    closeness: (entry.server === undefined ? 0 : 4) + (entry.tool === undefined ? 0 : 2) + (isNear ? 1 : 0),
    model: entry.model,
    tier: entry.tier,
    lane: entry.lane,
    quality: entry.when?.quality,
    size: width === undefined || height === undefined ? undefined : { width, height },
    ...(typeof rate === 'number' ? inCredits(entry, rate) : withoutPrice(entry, rate.why)),
  };
}

/** Credits for one unit of an entry's currency; by server before by provider before for all. */
function rateOf(entry: PriceEntry, rates: Rates, server: string): number | { readonly why: string } {
  const { currency } = entry;
  if (currency === 'credits') return 1;
  const own = [server, entry.provider].map((name) => {
    const of = name !== undefined && Object.hasOwn(rates, name) ? rates[name] : undefined;
    return typeof of === 'object' && Object.hasOwn(of, currency) ? of[currency] : undefined;
  });
  const all = Object.hasOwn(rates, currency) ? rates[currency] : undefined;
  const rate = own.find((each) => each !== undefined) ?? (typeof all === 'number' ? all : undefined);
  return rate ?? { why: `the config has no rate for ${currency} (prices.rates)` };
}

function inCredits(entry: PriceEntry, rate: number): Pick<ListedPrice, 'price' | 'scale'> {
  if (entry.unit === 'token') {
    return withoutPrice(entry, 'it is counted by tokens, which are known after the call only');
  }
  const { unit, times } = units[entry.unit];
  const { amount, expression, minimum } = entry;
  const { factors, outputsPerCall, quality, source, asOf } = entry;
  const read = priceSchema.safeParse({
    ...{ unit, factors, outputsPerCall, quality, source },
    ...(asOf === undefined ? {} : { asOf }),
    ...(amount === undefined ? { expression } : { credits: amount * rate * times }),
    ...(minimum === undefined ? {} : { minimum: minimum * rate }),
  });
  if (!read.success) return withoutPrice(entry, 'its amount in credits is out of range');
  const price: Price = read.data;
  return { price, scale: rate * times };
}

function withoutPrice({ source, asOf }: PriceEntry, why: string): Pick<ListedPrice, 'price' | 'scale'> {
  return { price: { why, source, asOf }, scale: 1 };
}
