import type { UpstreamTool } from '../gate/upstream-port.js';
import type { Price } from '../model/price.js';
import type { PriceEntry } from '../model/price-file.js';
import { isAbout } from '../ledger/listed-prices.js';
import type { ProfileBook } from '../upstreams/profile-book.js';

/** One price of one tool. */
export interface PriceRow {
  readonly server: string;
  readonly tool: string;
  readonly model?: string | undefined;
  readonly unit?: string | undefined;
  /** Credits for one unit, or the formula; undefined where they are not known. */
  readonly credits?: number | string | undefined;
  readonly source: string;
  readonly asOf?: string | undefined;
  readonly stale: boolean;
  /** Why there is no amount in credits. */
  readonly why?: string | undefined;
}

/** What is not in order about prices; the codes are sections of prompts/cli/prices.md. */
export interface PriceFault {
  readonly code: 'unpriced' | 'stale' | 'unmatched' | 'apart';
  readonly facts: Readonly<Record<string, unknown>>;
}

const dayMs = 86_400_000;

/** Prices of one model that are this many times apart cannot both be right. */
const apartTimes = 50;

/** Every price of every paid tool; a tool without any has one row without credits. */
export function priceRows(
  tools: readonly UpstreamTool[],
  book: ProfileBook,
  { staleDays, now }: { readonly staleDays: number; readonly now: number },
): PriceRow[] {
  const isStale = (asOf: string | undefined): boolean =>
    asOf !== undefined && Math.floor((now - Date.parse(asOf)) / dayMs) > staleDays;
  return tools.flatMap(({ server, name, definition }) => {
    const { profile } = book.of(server, name, definition);
    if (!profile.paid) return [];
    const row = { server, tool: name };
    const dated = (price: { source: string; asOf?: string | undefined }) => {
      return { source: price.source, asOf: price.asOf, stale: isStale(price.asOf) };
    };
    if (profile.price !== undefined) {
      const price = profile.price;
      return amountsOf(price).map((amount) => ({ ...row, ...amount, unit: price.unit, ...dated(price) }));
    }
    const listed = [...(profile.listed ?? []), ...(profile.stated?.prices ?? [])];
    if (listed.length === 0) return [{ ...row, source: 'none', stale: false }];
    return listed.map(({ price, ...entry }): PriceRow => {
      const when = [entry.quality, entry.size && `${String(entry.size.width)}x${String(entry.size.height)}`];
      const model = [entry.model, ...when].filter((part) => part !== undefined).join(' ');
      if ('why' in price) return { ...row, model, why: price.why, ...dated(price) };
      const credits = price.credits ?? price.expression;
      return { ...row, model, unit: price.unit, credits, ...dated(price) };
    });
  });
}

function amountsOf(price: Price): { model?: string; credits: number | string | undefined }[] {
  const models = Object.entries(price.models).map(([model, { credits }]) => ({ model, credits }));
  const own = price.credits ?? price.expression;
  return own === undefined && models.length > 0 ? models : [...models, { credits: own }];
}

/** What is not in order: tools without a price, stale prices, entries that price nothing, lists that contradict each other. */
export function priceFaults(
  rows: readonly PriceRow[],
  entries: readonly PriceEntry[],
  tools: readonly UpstreamTool[],
): PriceFault[] {
  const priced = new Set(rows.filter(({ credits }) => credits !== undefined).map(keyOf));
  const unpriced = new Map(rows.filter((row) => !priced.has(keyOf(row))).map((row) => [keyOf(row), row]));
  return [
    ...[...unpriced.values()].map((row): PriceFault => ({ code: 'unpriced', facts: { ...row } })),
    ...rows.filter(({ stale }) => stale).map((row): PriceFault => ({ code: 'stale', facts: { ...row } })),
    ...entries
      .filter((entry) => !tools.some(({ server, name }) => isAbout(entry, { server, tool: name })))
      .map((entry): PriceFault => ({ code: 'unmatched', facts: { ...entry } })),
    ...entriesApart(entries),
  ];
}

function keyOf({ server, tool }: PriceRow): string {
  return JSON.stringify([server, tool]);
}

/** Models whose prices in several sources cannot all be right. */
export function entriesApart(entries: readonly PriceEntry[]): PriceFault[] {
  const groups = new Map<string, PriceEntry[]>();
  for (const entry of entries) {
    if (entry.model === undefined || entry.amount === undefined || entry.amount === 0) continue;
    const key = JSON.stringify([entry.model, entry.tool, entry.unit, entry.currency, entry.when]);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group): PriceFault[] => {
    const sorted = [...group].sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0));
    const [low, high] = [sorted[0], sorted.at(-1)];
    const times = (high?.amount ?? 0) / (low?.amount ?? 1);
    if (low === undefined || high === undefined || times < apartTimes) return [];
    const facts = { model: low.model, unit: low.unit, times: Math.round(times), low: low.amount, high: high.amount };
    return [
      {
        code: 'apart',
        facts: { ...facts, lowSource: low.provider ?? low.source, highSource: high.provider ?? high.source },
      },
    ];
  });
}
