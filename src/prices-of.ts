import type { Config } from './config.js';
import { listedPrices, type PricedTool } from './ledger/listed-prices.js';
import type { ListedPrice } from './model/listed-price.js';

/** How the price list of a config prices a tool whose profile has no price. */
export function pricesOf(
  config: Pick<Config, 'priceEntries' | 'prices'>,
): (tool: PricedTool) => readonly ListedPrice[] {
  const { priceEntries = [], prices } = config;
  return (tool) => listedPrices(priceEntries, prices.rates, tool);
}
