import { basename } from 'node:path';
import type { Config } from '../../config.js';
import type { DifferencePart, ServersPage, ToolRow } from '../../dashboard/api.js';
import type { DashboardPorts } from '../../dashboard/ports.js';
import { newPin, pinAnew } from '../../gate/tool-pins.js';
import { kinds } from '../../model/kind.js';
import { priceUnits } from '../../model/price.js';
import { pricesOf } from '../../prices-of.js';
import { presets } from '../../upstreams/presets/index.js';
import { profileBook } from '../../upstreams/profile-book.js';
import { pinnedServer, sha256 } from '../../upstreams/tool-trust.js';
import { CommandError } from '../command-error.js';
import { withToolSetting } from '../config-edit.js';
import { inspectTools, type InspectedTool } from '../inspect-tools.js';
import { lastHeard } from '../listen.js';
import { priceRows } from '../price-rows.js';
import type { ToolWish } from '../tool-wish.js';
import { trustItems, type TrustItem } from '../trust-view.js';
import { asProblem } from './as-problem.js';
import { changeConfig } from './change-config.js';
import type { DashboardRoom } from './room.js';

/** Servers and what their tools are taken for, settling one, and accepting a changed one. Starts no server. */
export function serversPort(room: DashboardRoom): Pick<DashboardPorts, 'servers' | 'settleTool' | 'trustTool'> {
  return {
    servers: () => serversPage(room),
    settleTool: (server, tool, entry, who) =>
      asProblem(async () => {
        const definition = await definitionOf(room, server, tool);
        const wish = { server, tool, paid: entry.cost === 'paid', ...partsOf(entry) } satisfies ToolWish;
        const today = new Date(room.now()).toISOString().slice(0, 10);
        const edit = (text: string): string => withToolSetting(text, wish, definition, today);
        const price = wish.credits === undefined ? [] : [`${String(wish.credits)} / ${wish.unit ?? 'call'}`];
        const to = [entry.cost, ...(wish.kind === undefined ? [] : [wish.kind]), ...price].join(', ');
        await changeConfig(room, { edit, what: `${server}.${tool}`, to }, who);
      }),
    trustTool: (server, tool, who) =>
      asProblem(async () => {
        // What was shown is what gets pinned: a server that says something else by now stays held back.
        const definition = await definitionOf(room, server, tool);
        const entry = room.settings().config.servers[server];
        if (entry === undefined) throw new CommandError('missing', 'no-such-server', { server });
        const by = { at: room.now(), who };
        await pinAnew(room.store, newPin({ ...pinnedServer(server, entry), tool, definition }, by, sha256));
      }),
  };
}

async function serversPage({ settings, store, texts, now }: DashboardRoom): Promise<ServersPage> {
  const { config } = settings();
  const heard = await lastHeard(config);
  const book = profileBook(config.servers, presets, undefined, pricesOf(config));
  const tools = inspectTools(heard.tools, book, (server) => 'url' in (config.servers[server] ?? {}));
  const trust = await trustItems(config, store, heard.tools, []);
  const rowOf = (tool: InspectedTool): ToolRow => {
    const item = trust.find((each) => each.server === tool.server && each.tool === tool.tool);
    const because = tool.why
      .filter(({ about }) => about === 'cost')
      .map(({ from, says, words }) => texts.say('cli/inspect', 'ground', { from, says, words }));
    return {
      ...{ tool: tool.tool, kind: tool.kind, cost: tool.cost, price: tool.price ?? null, source: tool.source, because },
      trust: trustOf(item),
      changes: item?.difference === undefined ? null : partsIn(item.difference),
    };
  };
  const prices = priceRows(heard.tools, book, { staleDays: config.prices.staleDays, now: now() });
  return {
    servers: Object.keys(config.servers).map((server) => {
      const problems = heard.servers.find((each) => each.server === server)?.problems ?? [];
      return {
        server,
        reach: reachOf(config, server),
        trouble: problems.length === 0 ? null : problems.join(' '),
        tools: tools.filter((tool) => tool.server === server).map(rowOf),
      };
    }),
    stalePrices: prices
      .filter(({ stale }) => stale)
      .map((row) => ({
        key: [row.server, row.tool, ...(row.model === undefined ? [] : [row.model])].join('.'),
        asOf: row.asOf ?? '',
        words: texts.say('cli/prices', 'stale', { ...row }),
      })),
  };
}

/** Where a server is, without what may be secret in its arguments or address. */
function reachOf({ servers }: Config, server: string): string {
  const entry = servers[server];
  if (entry === undefined) return '';
  return 'url' in entry ? new URL(entry.url).origin : basename(entry.command);
}

function trustOf(item: TrustItem | undefined): ToolRow['trust'] {
  if (item === undefined || item.calls === 'pass') return 'pass';
  return item.standing === 'new' ? 'new' : 'changed';
}

function partsIn(difference: string): DifferencePart[] {
  return difference.split('\n').map((line) => {
    const kind = line.startsWith('+') ? 'in' : line.startsWith('-') ? 'out' : 'same';
    return { kind, text: `${line}\n` };
  });
}

async function definitionOf({ settings }: DashboardRoom, server: string, tool: string) {
  const { config } = settings();
  const known = Object.keys(config.servers);
  if (!known.includes(server)) throw new CommandError('missing', 'no-such-server', { server, known });
  const { tools } = await lastHeard(config);
  const found = tools.find((each) => each.server === server && each.name === tool);
  if (found === undefined) throw new CommandError('missing', 'no-such-tool', { server, tool, known: [] });
  return found.definition;
}

function partsOf(entry: { kind?: string; credits?: number; unit?: string }) {
  const kind = kinds.find((each) => each === entry.kind);
  const unit = priceUnits.find((each) => each === entry.unit);
  const problems = [
    ...(entry.kind !== undefined && kind === undefined ? [`kind: one of ${kinds.join(', ')}`] : []),
    ...(entry.unit !== undefined && unit === undefined ? [`unit: one of ${priceUnits.join(', ')}`] : []),
    ...(entry.credits !== undefined && !(entry.credits >= 0 && entry.credits <= 1e9) ? ['credits: 0 to 1e9'] : []),
  ];
  if (problems.length > 0) throw new CommandError('usage', 'bad-request', { problems });
  return { kind, unit, credits: entry.credits };
}
