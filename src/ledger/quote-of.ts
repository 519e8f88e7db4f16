import type { ListedPrice } from '../model/listed-price.js';
import { chooseListed } from './choose-listed.js';
import { toMicro, type MicroCredits } from '../model/credits.js';
import type { Price, PriceFactor } from '../model/price.js';
import type { Profile } from '../model/profile.js';
import type { StatedPrices } from '../model/stated-prices.js';
import type { Quote } from '../model/quote.js';
import type { GenerationRequest } from '../model/request.js';
import { argumentAt } from '../model/argument-path.js';
import { evaluatePrice } from './evaluate-price.js';

/**
 * The price of a request before the call, in micro-credits. Arguments must already hold the schema's defaults: a missing
 * argument is not a cheap argument, so a model or length that stays open is priced at its dearest or is unknown.
 */
export function quoteOf(profile: Profile, request: GenerationRequest): Quote {
  if (profile.price !== undefined) return quotePrice(profile.price, request);
  const { listed = [], stated } = profile;
  const chosen = listed.length === 0 ? [] : chooseListed(listed, profile, request);
  if (chosen.length === 0 && stated !== undefined) return quoteStated(stated, profile, request);
  if (listed.length === 0) return { status: 'unknown', source: 'none', why: 'no price is known for this tool' };
  return quoteListed(chosen, request);
}

/** What the server says itself is never more than an estimate, and nothing is never believed to be the price. */
function quoteStated({ prices, isBound }: StatedPrices, profile: Profile, request: GenerationRequest): Quote {
  const quote = quoteListed(chooseListed(prices, profile, request), request);
  if (quote.status === 'unknown') return quote;
  const { source } = quote;
  if (quote.upper <= 0) return { status: 'unknown', source, why: 'the stated price comes to nothing for this call' };
  return { ...quote, status: isBound || quote.status === 'range' ? 'range' : 'estimate' };
}

/** The dearest of the listed prices that can hold; unknown where one of them is. */
function quoteListed(listed: readonly ListedPrice[], request: GenerationRequest): Quote {
  const quotes = listed.map(({ price, scale }): Quote => {
    return 'why' in price ? { status: 'unknown', ...price } : quotePrice(price, request, scale);
  });
  const unknown = quotes.find(({ status }) => status === 'unknown');
  if (unknown !== undefined) return unknown;
  const known = quotes.filter((quote) => quote.status !== 'unknown').sort((a, b) => b.upper - a.upper);
  const [dearest] = known;
  if (dearest === undefined) {
    return { status: 'unknown', source: 'price list', why: `no price for model "${request.model ?? ''}"` };
  }
  return known.every(({ upper }) => upper === dearest.upper) ? dearest : { ...dearest, status: 'range' };
}

/** @param scale credits in one of what the price's expression counts */
function quotePrice(price: Price, request: GenerationRequest, scale = 1): Quote {
  const other = Object.entries(price.when ?? {}).find(
    ([path, values]) => !values.some((value) => value === argumentAt(request.arguments, path)),
  );
  if (other !== undefined) {
    return { status: 'unknown', source: price.source, why: `no price for a call with this ${other[0]}` };
  }
  const base = unitPrice(price, request, scale);
  if (typeof base === 'string') return { status: 'unknown', source: price.source, why: base };
  const quantity = quantityOf(price, request);
  if (typeof quantity === 'string') return { status: 'unknown', source: price.source, why: quantity };
  const factor = factorOf(price, request);
  // A minimum counts for each job that a prompt stands for; a lane that costs nothing has none.
  const least = factor.times === 0 ? 0 : toMicro((price.minimum ?? 0) * request.combinations);
  const amount = greater(multiply(base.micro, quantity * factor.times), least);
  if (amount === undefined) return { status: 'unknown', source: price.source, why: 'the amount is out of range' };
  const status = base.open || factor.open ? 'range' : price.quality;
  return { status, amount, upper: amount, source: price.source, asOf: price.asOf };
}

/** Price of one unit, or why there is none; `open` when no model was named and the dearest stands in for it. */
function unitPrice(price: Price, { model, arguments: args }: GenerationRequest, scale: number): Unit | string {
  if (price.expression !== undefined) {
    const found = evaluatePrice(price.expression, args, scale);
    return 'why' in found ? found.why : { ...found, open: false };
  }
  const listed = model === undefined ? undefined : Object.hasOwn(price.models, model) ? price.models[model] : undefined;
  const credits = listed?.credits ?? price.credits;
  const dearest = Math.max(-1, ...Object.values(price.models).map((entry) => entry.credits));
  const isOpen = credits === undefined && model === undefined;
  const micro = toMicro(isOpen ? dearest : (credits ?? -1));
  return micro === undefined ? `no price for model "${model ?? ''}"` : { micro, open: isOpen };
}

interface Unit {
  readonly micro: MicroCredits;
  readonly open: boolean;
}

function greater(amount: MicroCredits | undefined, least: MicroCredits | undefined): MicroCredits | undefined {
  return amount === undefined || least === undefined ? undefined : Math.max(amount, least);
}

/** How many units the call is charged for, or why that cannot be told. */
function quantityOf(price: Price, request: GenerationRequest): number | string {
  // Each combination of a prompt is a job of its own, grids included.
  const jobs = request.combinations;
  const outputs = jobs * Math.ceil(request.count / jobs / price.outputsPerCall);
  const blocks = (amount: number): number =>
    price.perStarted === undefined ? amount : Math.max(1, Math.ceil(amount / price.perStarted));
  switch (price.unit) {
    case 'call':
      return jobs;
    case 'output':
      return outputs;
    case 'second':
      return request.seconds === undefined ? 'the length in seconds is not given' : blocks(request.seconds) * outputs;
    case 'megapixel':
      if (request.width === undefined || request.height === undefined) return 'the size is not given';
      return blocks((request.width * request.height) / 1_000_000) * outputs;
    case '1k-characters':
      return blocks(request.prompt.length / 1000) * outputs;
  }
}

/** Product of all factors that apply; `open` when one that makes it dearer was assumed because nothing says. */
function factorOf(price: Price, request: GenerationRequest): { times: number; open: boolean } {
  let times = 1;
  let open = false;
  for (const factor of price.factors) {
    if (factor.models !== undefined && request.model !== undefined && !factor.models.includes(request.model)) continue;
    const applies = factor.pixelsAbove === undefined ? decides(factor, request) : isLarger(request, factor.pixelsAbove);
    if (applies === undefined && factor.times > 1) open = true;
    if (applies ?? factor.times > 1) times *= factor.times;
  }
  return { times, open };
}

/** Whether an argument sets a factor off; undefined when it is not given (no default known) or cannot be read. */
function decides(factor: PriceFactor, request: GenerationRequest): boolean | undefined {
  const value = factor.argument === undefined ? undefined : argumentAt(request.arguments, factor.argument);
  if (value === undefined || value === null) return undefined;
  if (factor.atLeast !== undefined) {
    const number = numberIn(value);
    return number === undefined ? undefined : number >= factor.atLeast;
  }
  return factor.equals !== undefined && value === factor.equals;
}

/** A number, also where it is written as text (`"10"`, `"10s"`): the dearer call must not pass for the cheaper one. */
function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*s?\s*$/.exec(value) : null;
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** Whether the picture has more pixels than a number; undefined when its size is not given. */
function isLarger({ width, height }: GenerationRequest, pixels: number): boolean | undefined {
  return width === undefined || height === undefined ? undefined : width * height > pixels;
}

/** Rounded up to a whole micro-credit, forgiving the last bits of a float product. */
function multiply(micro: MicroCredits, times: number): MicroCredits | undefined {
  return toMicro((micro * times) / 1_000_000);
}
