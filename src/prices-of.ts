import { listedPrices, type PricedTool } from './ledger/listed-prices.js';
import type { ListedPrice } from './model/listed-price.js';
import type { PriceEntry, Rates } from './model/price-file.js';

/** What a config says of prices beside its tools' profiles. */
interface PriceSettings {
  readonly priceEntries?: readonly PriceEntry[] | undefined;
  readonly prices: { readonly rates: Rates; readonly stated: boolean };
}

/** How the price list of a config prices a tool whose profile has no price. */
export function pricesOf({ priceEntries = [], prices }: PriceSettings): (tool: PricedTool) => readonly ListedPrice[] {
  return (tool) => listedPrices(priceEntries, prices.rates, tool);
}

/** What currencies are worth in which servers state prices themselves; undefined where those are not to count. */
export function statedRatesOf({ prices }: PriceSettings): Rates | undefined {
  return prices.stated ? prices.rates : undefined;
}
