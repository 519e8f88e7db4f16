import { canonicalJson } from '../model/canonical-json.js';
import type { PriceEntry } from '../model/price-file.js';

/** What became of one entry of a price list. */
export interface PriceChange {
  readonly what: 'new' | 'gone' | 'changed';
  readonly name: string;
  readonly unit: string;
  readonly currency: string;
  readonly before?: number | string | undefined;
  readonly after?: number | string | undefined;
  /** Change of the amount in per cent; undefined where one of the two is no number above zero. */
  readonly percent?: number | undefined;
}

/** What another price list says otherwise. */
export function priceChanges(before: readonly PriceEntry[], after: readonly PriceEntry[]): PriceChange[] {
  const [was, is] = [byKey(before), byKey(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key): PriceChange[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const either = now ?? old;
    if (either === undefined) return [];
    const [from, to] = [old?.amount ?? old?.expression, now?.amount ?? now?.expression];
    if (from === to) return [];
    const { unit, currency } = either;
    const what = old === undefined ? 'new' : now === undefined ? 'gone' : 'changed';
    const isCounted = typeof from === 'number' && typeof to === 'number' && from > 0;
    const percent = isCounted ? Math.round((to / from - 1) * 1000) / 10 : undefined;
    return [{ what, name: nameOf(either), unit, currency, before: from, after: to, percent }];
  });
}

function byKey(entries: readonly PriceEntry[]): Map<string, PriceEntry> {
  return new Map(
    entries.map((entry) => {
      const { server, provider, tool, model, when, unit, currency } = entry;
      return [canonicalJson({ server, provider, tool, model, when: when && { ...when }, unit, currency }), entry];
    }),
  );
}

function nameOf({ server, provider, tool, model, when }: PriceEntry): string {
  return [server ?? provider, tool, model, when?.quality, when?.size].filter((part) => part !== undefined).join(' ');
}
