import { createHash } from 'node:crypto';
import type { Log } from '../gate/log-port.js';
import { newPin, pinFirst, pinsOf, type PinnedServer, type PinStore } from '../gate/tool-pins.js';
import type { UpstreamTool } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import { jsonChanges, type JsonChange } from '../model/json-changes.js';
import { pinnedParts, standingTo, type Standing, type ToolPin, type TrustMode } from '../model/tool-pin.js';
import { describeTarget, isCommand, type ServerEntry } from './server-entry.js';

/** A server whose tools are pinned. */
export type TrustedServer = ServerEntry & { readonly trust?: TrustMode | undefined };

/** A tool whose definition is not the one that is pinned. */
export interface ChangedTool {
  readonly pin: ToolPin;
  readonly standing: 'texts' | 'changed';
  readonly changes: readonly JsonChange[];
}

/** What {@link ToolTrust} needs. */
export interface TrustOptions {
  readonly servers: Readonly<Record<string, TrustedServer>>;
  readonly pins: PinStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
}

/** A digest of a text, hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A server by name, with a digest of how it is reached; what may be secret (environment, headers) is not in it. */
export function pinnedServer(server: string, entry: ServerEntry): PinnedServer {
  const place = isCommand(entry) ? (entry.cwd ?? '') : '';
  return { server, reach: sha256(JSON.stringify([describeTarget(entry), place])).slice(0, 16) };
}

/**
 * Whether tools are still what they were when they were first seen. A definition is judged once, when it is heard; what was
 * judged is known without waiting, so that free calls do not.
 */
export class ToolTrust {
  private readonly known = new WeakMap<JsonObject, Standing>();

  constructor(private readonly options: TrustOptions) {}

  /** How a definition stands; undefined before {@link hear} has judged it. */
  standing({ definition }: UpstreamTool): Standing | undefined {
    return this.known.get(definition);
  }

  /**
   * Judges the definitions of a server that were not judged yet, and pins those of tools that have no pin.
   * @param isLive whether the server itself has just said them; what only stands in a cache is not pinned
   */
  async hear(server: string, tools: readonly UpstreamTool[], isLive: boolean): Promise<void> {
    const fresh = tools.filter((tool) => {
      const standing = this.known.get(tool.definition);
      return standing === undefined || standing === 'unread' || (isLive && standing === 'new');
    });
    if (fresh.length === 0) return;
    try {
      const pins = await pinsOf(this.options.pins, this.at(server));
      for (const tool of fresh) this.known.set(tool.definition, this.judge(tool, pins.get(tool.name)));
      if (isLive) await this.pinNew(server, fresh, pins);
    } catch (error) {
      this.options.log.error({ server, error: String(error) }, 'the pins of a server could not be read');
      for (const { definition } of fresh) this.known.set(definition, 'unread');
    }
  }

  /**
   * What has changed about a tool, if anything that counts has. The person may have accepted it meanwhile, so the pins are
   * read again. Rejects when they cannot be read.
   */
  async changed(tool: UpstreamTool): Promise<ChangedTool | undefined> {
    const before = this.known.get(tool.definition);
    if (before === 'pinned' || before === 'new') return undefined;
    const pin = (await pinsOf(this.options.pins, this.at(tool.server))).get(tool.name);
    const standing = this.judge(tool, pin);
    this.known.set(tool.definition, standing);
    if (pin === undefined || (standing !== 'texts' && standing !== 'changed')) return undefined;
    return { pin, standing, changes: jsonChanges(pin.definition, pinnedParts(tool.definition)) };
  }

  private judge({ server, definition }: UpstreamTool, pin: ToolPin | undefined): Standing {
    if (pin === undefined) return 'new';
    return standingTo(pin.definition, definition, this.options.servers[server]?.trust ?? 'pinned');
  }

  /** Pins what has no pin of its own yet, unless it differs from what stands in for one. */
  private async pinNew(
    server: string,
    tools: readonly UpstreamTool[],
    known: ReadonlyMap<string, ToolPin>,
  ): Promise<void> {
    const at = this.at(server);
    const fresh = tools.filter((tool) => {
      const standing = this.known.get(tool.definition);
      return (standing === 'new' || standing === 'pinned') && known.get(tool.name)?.reach !== at.reach;
    });
    if (fresh.length === 0) return;
    const by = { at: this.options.now(), who: 'first-use' } as const;
    const pins = fresh.map(({ name, definition }) => newPin({ ...at, tool: name, definition }, by, sha256));
    const inForce = await pinFirst(this.options.pins, pins);
    // Another process may have pinned the same tools meanwhile: its pins are in force.
    fresh.forEach((tool, index) => this.known.set(tool.definition, this.judge(tool, inForce[index])));
  }

  private at(server: string): PinnedServer {
    return pinnedServer(server, this.options.servers[server] ?? { url: '' });
  }
}
