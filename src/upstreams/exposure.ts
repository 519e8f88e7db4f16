import { exposedName, reservedNames } from '../gate/exposed-name.js';
import type { UpstreamTool } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';

/** One server's part in an exposure. */
export interface ExposurePart {
  readonly server: string;
  readonly prefix: string;
  readonly items: readonly JsonObject[];
}

/** Named things of all servers under the names the client sees. */
export interface Exposure {
  readonly tools: readonly UpstreamTool[];
  readonly byName: ReadonlyMap<string, UpstreamTool>;
  /** What was left out and why, by server. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives every tool (or prompt) its exposed name, in the given order. A name of the gateway's own, or one that is taken, is
 * left out and reported; nothing is ever shadowed.
 */
export function expose(parts: readonly ExposurePart[], what: 'tool' | 'prompt'): Exposure {
  const byName = new Map<string, UpstreamTool>();
  const problems = new Map<string, string[]>();
  const leaveOut = (server: string, reason: string): void => {
    problems.set(server, [...(problems.get(server) ?? []), reason]);
  };
  for (const { server, prefix, items } of parts) {
    for (const definition of items) {
      const name = definition['name'];
      if (typeof name !== 'string' || name === '') {
        leaveOut(server, `a ${what} without a name was left out`);
        continue;
      }
      const exposed = exposedName(prefix, name);
      const taken = byName.get(exposed);
      if (what === 'tool' && reservedNames.includes(exposed)) {
        leaveOut(
          server,
          `its tool "${name}" was left out: "${exposed}" is a name of the gateway's own; give the server a prefix`,
        );
      } else if (taken !== undefined) {
        const owner = `"${taken.name}" of "${taken.server}"`;
        leaveOut(
          server,
          `its ${what} "${name}" was left out: "${exposed}" is already ${owner}; give the servers different prefixes`,
        );
      } else {
        byName.set(exposed, { server, name, exposed, definition });
      }
    }
  }
  return { tools: [...byName.values()], byName, problems };
}
