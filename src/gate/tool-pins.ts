import { canonicalJson } from '../model/canonical-json.js';
import { pinnedParts, type PinEntry, type ToolPin } from '../model/tool-pin.js';
import type { JsonObject } from '../model/json.js';
import type { Store } from './store-port.js';

/** What pins need of a store. */
export type PinStore = Pick<Store, 'setting' | 'saveSetting' | 'keepSettings' | 'settings'>;

/** A server as a config names it, and a digest of how it is reached. */
export interface PinnedServer {
  readonly server: string;
  readonly reach: string;
}

const prefixOf = (server: string): string => `tool-pin:${server}:`;
const keyOf = ({ server, reach, tool }: Pick<ToolPin, 'server' | 'reach' | 'tool'>): string =>
  `${prefixOf(server)}${reach}:${tool}`;

/** Makes a pin of a definition. `digest` gives a collision-free digest of a text. */
export function newPin(
  at: PinnedServer & { readonly tool: string; readonly definition: JsonObject },
  by: Pick<PinEntry, 'at' | 'who'>,
  digest: (text: string) => string,
): ToolPin {
  const definition = pinnedParts(at.definition);
  const { server, reach, tool } = at;
  return { server, reach, tool, definition, hash: digest(canonicalJson(definition)), ...by, before: [] };
}

/**
 * The pins of a server's tools, by tool. Where the server is reached in a new way, what was pinned last under its name
 * stands in, so that another argument on the command line is no way around a pin.
 */
export async function pinsOf(store: PinStore, { server, reach }: PinnedServer): Promise<ReadonlyMap<string, ToolPin>> {
  const all = [...(await store.settings(prefixOf(server))).values()].map((value) => JSON.parse(value) as ToolPin);
  const byTool = new Map<string, ToolPin>();
  for (const pin of all) {
    const other = byTool.get(pin.tool);
    if (other === undefined || isNearer(pin, other, reach)) byTool.set(pin.tool, pin);
  }
  return byTool;
}

/** Pins definitions of tools that have no pin yet; returns the pins in force, in the same order. */
export async function pinFirst(store: PinStore, pins: readonly ToolPin[]): Promise<ToolPin[]> {
  const values = await store.keepSettings(new Map(pins.map((pin) => [keyOf(pin), JSON.stringify(pin)])));
  return pins.map((pin) => JSON.parse(values.get(keyOf(pin)) ?? JSON.stringify(pin)) as ToolPin);
}

/** Puts a definition in the place of the one that was pinned; when, and by whose word each was, stays. */
export async function pinAnew(store: PinStore, pin: ToolPin): Promise<ToolPin> {
  const known = await store.setting(keyOf(pin));
  const old = known === undefined ? undefined : (JSON.parse(known) as ToolPin);
  const before = old === undefined ? [] : [...old.before, { hash: old.hash, at: old.at, who: old.who }];
  const kept = { ...pin, before };
  await store.saveSetting(keyOf(pin), JSON.stringify(kept));
  return kept;
}

function isNearer(pin: ToolPin, other: ToolPin, reach: string): boolean {
  if ((pin.reach === reach) !== (other.reach === reach)) return pin.reach === reach;
  return pin.at > other.at;
}
