import type { PricedTool } from '../../ledger/listed-prices.js';
import { listedPrices } from '../../ledger/listed-prices.js';
import { withoutHiddenIn } from '../../model/hidden-characters.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';
import type { ListedPrice } from '../../model/listed-price.js';
import type { Rates } from '../../model/price-file.js';
import { priceEntrySchema } from '../../model/price-file.js';
import type { StatedPrices } from '../../model/stated-prices.js';
import { fieldsOf } from '../classify/schema-fields.js';
import { readPriceMeta } from './read-price-meta.js';
import { readPriceText, type StatedAmount } from './read-price-text.js';

/** Where a stated price is from, as quotes and lists say it. */
const source = 'stated by the server';

/** What the definition of a tool says that its calls cost; undefined where it says nothing that can be relied on. */
export function statedPrices(tool: PricedTool, definition: JsonObject, rates: Rates): StatedPrices | undefined {
  const amounts = amountsOf(withoutHiddenIn(definition));
  if (amounts.length === 0) return undefined;
  const prices = amounts.map((amount) => pricesOf(amount, tool, rates));
  // One that is out of range may be the dearest.
  if (prices.includes(undefined)) return undefined;
  return {
    prices: prices.flatMap((each) => each ?? []),
    isBound: amounts.some(({ isBound }) => isBound),
    words: [...new Set(amounts.map(({ words }) => words))],
  };
}

/** All that is said counts together: title, description and arguments are one text, and `_meta` may not undercut it. */
function amountsOf({ title, description, inputSchema, _meta }: JsonObject): readonly StatedAmount[] {
  const texts = [title, description, ...fieldsOf(inputSchema).map((field) => field.description)];
  const text = texts.filter((each) => typeof each === 'string').join('\n');
  return [...readPriceMeta(isJsonObject(_meta) ? _meta : {}), ...readPriceText(text)];
}

/** A stated amount like an entry of a price list, in credits; a credit is one of the project's unless the rates say otherwise. */
function pricesOf(stated: StatedAmount, tool: PricedTool, rates: Rates): readonly ListedPrice[] | undefined {
  const { most, times, unit, currency, model, perStarted, outputsPerCall } = stated;
  const own = Object.hasOwn(rates, tool.server) ? rates[tool.server] : undefined;
  const ownCredits = currency === 'credits' && typeof own === 'object' && Object.hasOwn(own, currency);
  const entry = priceEntrySchema.safeParse({
    ...{ server: tool.server, tool: tool.tool, model, unit, currency, source, quality: 'estimate', outputsPerCall },
    amount: most * times * (ownCredits ? (own['credits'] ?? 1) : 1),
  });
  if (!entry.success) return undefined;
  return listedPrices([entry.data], rates, tool).map((listed) =>
    'why' in listed.price ? listed : { ...listed, price: { ...listed.price, perStarted } },
  );
}
