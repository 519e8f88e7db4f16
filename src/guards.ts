import type { Refusal } from './gate/answer.js';
import type { Log } from './gate/log-port.js';
import type { Admission } from './gate/ports.js';
import type { PinStore } from './gate/tool-pins.js';
import type { Texts } from './gate/texts-port.js';
import type { UpstreamOutcome, Upstreams, UpstreamTool } from './gate/upstream-port.js';
import { jsonChanges, type JsonChange } from './model/json-changes.js';
import type { Policy } from './model/policy.js';
import { usualLimits } from './model/server-limits.js';
import { pinnedParts } from './model/tool-pin.js';
import { ServerGuard, type Rest } from './upstreams/server-guard.js';
import { ToolTrust, type TrustedServer } from './upstreams/tool-trust.js';

/** Setting that says until when a gateway leaves a server alone; empty once it answers again. */
export const restingSetting = (server: string): string => `server-resting:${server}`;

/** A server as guards see it. */
export type GuardedServer = TrustedServer & {
  readonly limits?: { readonly concurrent?: number | undefined } | undefined;
};

/** What guards are made of. */
export interface GuardParts {
  /** The servers by name, with how many paid calls each takes at once. */
  readonly servers: Readonly<Record<string, GuardedServer>>;
  readonly mode: Policy['mode'];
  readonly upstreams: Upstreams;
  readonly pins: PinStore;
  readonly texts: Texts;
  readonly log: Log;
  /** How long a server that fails over and over is left alone, milliseconds. */
  readonly restMs: number;
  /** Whether a tool is read as paid, whatever became of its definition. */
  readonly isPaid: (tool: UpstreamTool) => boolean;
}

/** Stands between paid calls and the servers: are tools what they were, is the server well, is there a place. */
export interface Guards {
  readonly trust: ToolTrust;
  /** Judges what a server has said of its tools. */
  heard(server: string, isLive: boolean): Promise<void>;
  /** Why a paid call is not even judged, before any money is held. */
  refusalOf(tool: UpstreamTool): Promise<Refusal | undefined>;
  /** Waits until a call of the tool may go out, and looks once more whether it is still the tool that was judged. */
  admit(tool: UpstreamTool): Promise<Admission>;
  /** Hears what became of a paid request. */
  note(server: string, outcome: UpstreamOutcome): void;
}

const usualConcurrent = usualLimits.concurrent;
/** How often a server that is still starting is waited for; each time as long as a list is. */
const startRounds = 3;

/** Makes the guards of a gateway. */
export function openGuards(parts: GuardParts): Guards {
  const { servers, mode, upstreams, texts, restMs } = parts;
  const trust = new ToolTrust({ servers, pins: parts.pins, now: Date.now, log: parts.log });
  const guards = new Map(
    Object.entries(servers).map(([server, { limits }]) => {
      const onRest = (rest: Rest | undefined): void => tellRest(parts, server, rest);
      return [server, new ServerGuard({ concurrent: limits?.concurrent ?? usualConcurrent, restMs, onRest })] as const;
    }),
  );
  const heard = (server: string, isLive: boolean): Promise<void> => {
    const tools = upstreams.knownTools().filter((tool) => tool.server === server);
    return trust.hear(server, tools, isLive);
  };
  const changeOf = async (tool: UpstreamTool): Promise<Refusal | undefined> => {
    const changed = await trust.changed(tool);
    return changed === undefined ? undefined : changedRefusal(tool, changed.pin.at, changed.changes);
  };
  const words = (refusal: Refusal): string => texts.say('answers/call', refusal.kind, { ...refusal });
  const stillThere = async (tool: UpstreamTool): Promise<string | undefined> => {
    const { server, exposed } = tool;
    if (!(await isHeard(upstreams, server))) {
      const message = unheardWords(upstreams, texts, server);
      guards.get(server)?.note({ kind: 'failure', failure: { kind: 'not-sent', server, message } });
      return message;
    }
    await heard(server, true);
    const now = upstreams.findTool(exposed);
    if (now === undefined || now.server !== server || now.name !== tool.name) {
      return texts.say('answers/call', 'tool-gone', { server, tool: exposed });
    }
    const refusal = parts.isPaid(now) ? await changeOf(now) : changedMeanwhile(tool, now);
    return refusal === undefined ? undefined : words(refusal);
  };
  const refusalOf = async (tool: UpstreamTool): Promise<Refusal | undefined> => {
    const rest = guards.get(tool.server)?.resting();
    if (rest !== undefined) return restRefusal(tool.server, rest);
    // One that was free and asks for other arguments now is no refusal: it asks the person, at an unknown price.
    return parts.isPaid(tool) ? changeOf(tool) : undefined;
  };
  return {
    trust,
    heard,
    async refusalOf(tool) {
      const refusal = await refusalOf(tool);
      if (mode === 'enforce' || refusal === undefined) return refusal;
      parts.log.warn({ ...refusal }, 'a paid call would have been refused');
      return undefined;
    },
    async admit(tool) {
      const { server } = tool;
      if (mode !== 'enforce') return { kind: 'go', leave: () => undefined };
      const place = await guards.get(server)?.enter();
      if (place?.kind === 'resting') return { kind: 'not-sent', why: words(restRefusal(server, place.rest)) };
      if (place?.kind === 'busy') {
        const concurrent = servers[server]?.limits?.concurrent ?? usualConcurrent;
        return { kind: 'not-sent', why: texts.say('answers/call', 'server-busy', { server, concurrent }) };
      }
      const leave = place?.leave ?? ((): void => undefined);
      try {
        const why = await stillThere(tool);
        if (why === undefined) return { kind: 'go', leave };
        leave();
        return { kind: 'not-sent', why };
      } catch (error) {
        leave();
        throw error;
      }
    },
    note: (server, outcome) => guards.get(server)?.note(outcome),
  };
}

/** Waits for a server that is starting, a few times as long as for a list. */
async function isHeard(upstreams: Upstreams, server: string): Promise<boolean> {
  for (let round = 0; round < startRounds; round += 1) {
    if (await upstreams.confirm(server)) return true;
    const state = upstreams.status().find((status) => status.server === server)?.state;
    if (state !== 'starting' && state !== 'ready') return false;
  }
  return false;
}

function unheardWords(upstreams: Upstreams, texts: Texts, server: string): string {
  const status = upstreams.status().find((each) => each.server === server);
  if (status !== undefined && status.state !== 'starting' && status.problems.length > 0) {
    return status.problems.join(' ');
  }
  return texts.say('answers/call', 'server-starting', { server });
}

function restRefusal(server: string, { until, why }: Rest): Refusal {
  return { kind: 'server-resting', server, seconds: Math.max(1, Math.ceil((until - Date.now()) / 1000)), why };
}

/** A tool that is asked about call by call must still be the one that was asked about. */
function changedMeanwhile(tool: UpstreamTool, now: UpstreamTool): Refusal | undefined {
  const changes = jsonChanges(pinnedParts(tool.definition), pinnedParts(now.definition));
  return changes.length === 0 ? undefined : changedRefusal(tool, Date.now(), changes);
}

function changedRefusal(tool: UpstreamTool, pinnedAt: number, changes: readonly JsonChange[]): Refusal {
  const since = new Date(pinnedAt).toISOString().slice(0, 10);
  const { server, exposed } = tool;
  return { kind: 'tool-changed', server, tool: exposed, since, changes: changes.slice(0, mostShown).map(shown) };
}

const mostShown = 5;

/** A changed place in words that hold nothing of the server's own but plain names: they go to the agent. */
function shown({ path, how }: JsonChange): { path: string; how: string } {
  return { path: path.map((part) => (/^[\w-]{1,40}$/.test(part) ? part : '…')).join('.'), how };
}

/** Other processes, and `greenlight status`, see which servers are left alone. */
function tellRest({ pins, log }: GuardParts, server: string, rest: Rest | undefined): void {
  if (rest !== undefined) log.warn({ server, ...rest }, 'a server failed over and over and is left alone for a while');
  const value = rest === undefined ? '' : JSON.stringify(rest);
  pins.saveSetting(restingSetting(server), value).catch((error: unknown) => {
    log.debug({ server, error: String(error) }, 'that a server rests could not be written down');
  });
}
