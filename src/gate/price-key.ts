import { canonicalJson } from '../model/canonical-json.js';
import type { ToolView } from './lens.js';
import type { GatePorts } from './ports.js';

/** A digest of the price list of a tool: another one means that a price was changed. */
export function priceKeyOf({ digest }: Pick<GatePorts, 'digest'>, tool: Pick<ToolView, 'profile'>): string {
  const { price, listed, stated } = tool.profile;
  const known = price ?? (stated === undefined ? listed : [listed ?? [], stated.prices]);
  return digest(canonicalJson(known)).slice(0, 16);
}
