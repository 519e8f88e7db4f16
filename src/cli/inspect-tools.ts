import { inputFormOf, type FormReading } from '../gate/input-form.js';
import { isJsonObject } from '../model/json.js';
import type { Price } from '../model/price.js';
import type { Profile } from '../model/profile.js';
import type { UpstreamTool } from '../gate/upstream-port.js';
import type { Evidence } from '../upstreams/classify/classification.js';
import type { ProfileBook, ProfileSource } from '../upstreams/profile-book.js';

/** What one upstream tool is taken for. */
export interface InspectedTool {
  readonly server: string;
  readonly tool: string;
  /** The name an agent sees. */
  readonly exposed: string;
  readonly kind: string;
  /** `unknown`: it counts as paid, and as nobody knows the price, every call asks. */
  readonly cost: 'free' | 'paid' | 'unknown';
  /** Price in words; undefined where there is none. */
  readonly price?: string | undefined;
  readonly source: ProfileSource;
  /** The words of the server by which its own price was read, where no other counts. */
  readonly stated?: readonly string[] | undefined;
  /** The grounds in the tool's own definition, where neither a person nor a preset has said what it is. */
  readonly why: readonly Evidence[];
  /** How assets are handed to the tool, by argument; undefined where it takes none. */
  readonly inputs?: Readonly<Record<string, FormReading>> | undefined;
  /** Commands that say what the tool is, where that is not known. */
  readonly settle?: { readonly free: string; readonly paid: string } | undefined;
}

/**
 * What the tools of the upstreams are taken for, and by whose word.
 * @param isRemote whether a server runs elsewhere
 */
export function inspectTools(
  tools: readonly UpstreamTool[],
  book: ProfileBook,
  isRemote: (server: string) => boolean = () => false,
): InspectedTool[] {
  return tools.map(({ server, name, exposed, definition }) => {
    const { profile, source, classification } = book.of(server, name, definition);
    const price = priceText(profile);
    const cost = profile.paid ? (price === undefined ? 'unknown' : 'paid') : 'free';
    const kind = classification?.kind ?? (profile.paid ? profile.kind : '');
    const settle = cost === 'unknown' ? settleCommands(server, name, profile) : undefined;
    const given = definition['inputSchema'];
    const view = { profile, schema: isJsonObject(given) ? given : {}, isRemote: isRemote(server) };
    const inputs = inputsOf(view);
    const stated = profile.stated?.words;
    const why = classification?.why ?? [];
    return { server, tool: name, exposed, kind, cost, price, source, stated, why, inputs, settle };
  });
}

function inputsOf(view: Parameters<typeof inputFormOf>[0]): InspectedTool['inputs'] {
  const { paid, arguments: map } = view.profile;
  if (!paid || map.inputs.length === 0) return undefined;
  return Object.fromEntries(map.inputs.map((path) => [path, inputFormOf(view, path)]));
}

function settleCommands(server: string, tool: string, { kind }: Profile) {
  const command = (value: string): string => `greenlight inspect --set ${quoted(`${server}.${tool}=${value}`)}`;
  return { free: command('free'), paid: command(`paid:${kind}:CREDITS`) };
}

/** Tool names come from upstreams: one that a shell would read as more than a word is quoted. */
function quoted(word: string): string {
  return /^[\w.=:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function priceText({ price, listed = [], stated }: Profile): string | undefined {
  if (price !== undefined) return ownPrice(price);
  const known = [...listed, ...(stated?.prices ?? [])].flatMap((each) =>
    'why' in each.price ? [] : [ownPrice(each.price) ?? each.price.unit],
  );
  return known.length === 0 ? undefined : [...new Set(known)].slice(0, mostListed).join(', ');
}

/** Most prices of a list that are shown for one tool; `greenlight prices` shows all. */
const mostListed = 3;

function ownPrice(price: Price): string | undefined {
  if (price.expression !== undefined) return `${price.expression} / ${price.unit}`;
  const amounts = Object.values(price.models).map(({ credits }) => credits);
  if (price.credits !== undefined) amounts.push(price.credits);
  if (amounts.length === 0) return undefined;
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const range = least === most ? String(least) : `${String(least)}–${String(most)}`;
  return `${range} / ${price.unit}${price.quality === 'estimate' ? ' (estimate)' : ''}`;
}
