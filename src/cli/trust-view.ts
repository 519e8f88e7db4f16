import { createTwoFilesPatch } from 'diff';
import type { Config } from '../config.js';
import { pinsOf, type PinStore } from '../gate/tool-pins.js';
import type { UpstreamTool } from '../gate/upstream-port.js';
import { showHidden } from '../model/hidden-characters.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { pinnedParts, standingTo, type Standing, type ToolPin } from '../model/tool-pin.js';
import { presets } from '../upstreams/presets/index.js';
import { hangsOnDefinition, profileBook } from '../upstreams/profile-book.js';
import { suspiciousPhrases } from '../upstreams/suspicious-phrases.js';
import { pinnedServer } from '../upstreams/tool-trust.js';

/** How one tool stands to its pin, for a person. */
export interface TrustItem {
  readonly server: string;
  readonly tool: string;
  /** `gone`: it is pinned, but the server does not offer it any more. */
  readonly standing: Exclude<Standing, 'unread'> | 'gone';
  /** What becomes of its calls: `asks` counts as paid at an unknown price, although it reads as free. */
  readonly calls: 'pass' | 'held-back' | 'asks';
  /** ISO time; undefined where there is no pin. */
  readonly pinnedAt?: string | undefined;
  readonly by?: ToolPin['who'] | undefined;
  /** Lines of a unified difference, hidden characters written out. */
  readonly difference?: string | undefined;
  /** Whether its definition holds characters that cannot be seen. */
  readonly hidden: boolean;
  /** What in its words reads like an instruction to a model. */
  readonly phrases: readonly string[];
  /** As the server says it now. */
  readonly definition?: JsonObject | undefined;
}

/**
 * How the tools of a config's servers stand to their pins, those that need a look first.
 * @param tools what the servers said, or are known to have said
 * @param heard servers whose whole list is in `tools`; of others nothing is called gone
 */
export async function trustItems(
  config: Config,
  pins: PinStore,
  tools: readonly UpstreamTool[],
  heard: readonly string[],
): Promise<TrustItem[]> {
  const book = profileBook(config.servers, presets);
  const items: TrustItem[] = [];
  for (const [server, entry] of Object.entries(config.servers)) {
    const byTool = await pinsOf(pins, pinnedServer(server, entry));
    const own = tools.filter((tool) => tool.server === server);
    for (const tool of own) {
      const pin = byTool.get(tool.name);
      const { profile, source } = book.of(server, tool.name, tool.definition);
      // One that was read as paid stays so, whatever it says now.
      const wasPaid = pin !== undefined && book.of(server, tool.name, pin.definition).profile.paid;
      items.push(
        itemOf(tool, pin, entry.trust, { isPaid: profile.paid || wasPaid, isRead: hangsOnDefinition(source) }),
      );
    }
    const gone = heard.includes(server)
      ? [...byTool.values()].filter((pin) => !own.some(({ name }) => name === pin.tool))
      : [];
    for (const pin of gone) {
      items.push({
        server,
        tool: pin.tool,
        standing: 'gone',
        calls: 'pass',
        ...pinFacts(pin),
        hidden: false,
        phrases: [],
      });
    }
  }
  const rank = ({ calls, standing }: TrustItem): number => (calls !== 'pass' ? 0 : standing === 'texts' ? 1 : 2);
  return items.sort((a, b) => rank(a) - rank(b));
}

function itemOf(
  { server, name, definition }: UpstreamTool,
  pin: ToolPin | undefined,
  trust: Config['servers'][string]['trust'],
  cost: { readonly isPaid: boolean; readonly isRead: boolean },
): TrustItem {
  const standing = pin === undefined ? 'new' : standingTo(pin.definition, definition, trust ?? 'pinned');
  const isOther = standing === 'texts' || standing === 'changed';
  const words = textsIn(pinnedParts(definition));
  return {
    ...{ server, tool: name, definition },
    standing: standing === 'unread' ? 'new' : standing,
    calls: callsOf(standing, cost),
    ...(pin === undefined ? {} : pinFacts(pin)),
    difference: pin !== undefined && isOther ? differenceOf(pin.definition, pinnedParts(definition)) : undefined,
    hidden: words.some((text) => showHidden(text) !== text),
    phrases: [...new Set(words.flatMap(suspiciousPhrases))],
  };
}

function callsOf(standing: Standing, { isPaid, isRead }: { isPaid: boolean; isRead: boolean }): TrustItem['calls'] {
  if (standing !== 'texts' && standing !== 'changed') return 'pass';
  if (isPaid) return 'held-back';
  return standing === 'changed' && isRead ? 'asks' : 'pass';
}

function pinFacts({ at, who }: ToolPin): Pick<TrustItem, 'pinnedAt' | 'by'> {
  return { pinnedAt: new Date(at).toISOString(), by: who };
}

/** What differs, line by line, without the head that names files. */
function differenceOf(before: JsonObject, after: JsonObject): string {
  const patch = createTwoFilesPatch('', '', readable(before), readable(after), undefined, undefined, { context: 2 });
  const lines = patch.split('\n').slice(4);
  return lines
    .filter((line) => !line.startsWith('\\'))
    .join('\n')
    .trimEnd();
}

/** A definition in lines, with sorted keys, long texts broken where they break, and hidden characters written out. */
function readable(definition: JsonObject): string {
  const text = JSON.stringify(sorted(definition), null, 2).replaceAll('\\n', '\n      ');
  return `${text.split('\n').map(showHidden).join('\n')}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === 'string') return showHidden(value);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [showHidden(key), sorted(value[key])]));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
}
