import type { Log } from './gate/log-port.js';
import type { Texts } from './gate/texts-port.js';
import type { Upstreams, UpstreamTool } from './gate/upstream-port.js';
import { isProtocolMethod } from './model/protocol-methods.js';
import type { Policy } from './model/policy.js';

/** What the guard of relayed requests is made of. */
export interface RelayGuardParts {
  /** The servers by name, with the vendor methods that the person lets pass. */
  readonly servers: Readonly<Record<string, { readonly relay?: readonly string[] | undefined }>>;
  readonly mode: Policy['mode'];
  readonly upstreams: Pick<Upstreams, 'confirm' | 'knownTools'>;
  readonly isPaid: (tool: UpstreamTool) => boolean;
  /** Settings that allow more than the person accepted; undefined while that cannot be known. */
  readonly loosened: () => readonly string[] | undefined;
  readonly texts: Pick<Texts, 'say'>;
  readonly log: Log;
}

/** Stands for every method in the setting. */
const everyMethod = '*';

/**
 * Says why a request other than a tool call is not passed on to a server; undefined where it is. What the protocol defines
 * passes: it reads. A method of the vendor's own could make anything, and is held back from servers that have a paid tool
 * until the person names it in the config.
 */
export function relayGuard(parts: RelayGuardParts): (server: string, method: string) => Promise<string | undefined> {
  const { servers, mode, upstreams, isPaid, texts, log } = parts;
  const refusalOf = async (server: string, method: string): Promise<string | undefined> => {
    const heard = await upstreams.confirm(server);
    if (!heard) return texts.say('answers/relay', 'unheard', { server, method });
    if (!upstreams.knownTools().some((tool) => tool.server === server && isPaid(tool))) return undefined;
    const named = servers[server]?.relay ?? [];
    if (!named.includes(method) && !named.includes(everyMethod)) {
      return texts.say('answers/relay', 'vendor', { server, method });
    }
    const settings = parts.loosened();
    if (settings?.length === 0) return undefined;
    return texts.say('answers/relay', 'not-accepted', { server, method, settings });
  };
  return async (server, method) => {
    if (isProtocolMethod(method)) return undefined;
    const why = await refusalOf(server, method);
    if (why === undefined || mode === 'enforce') return why;
    log.warn({ server, method }, 'a method that could cost money would have been held back');
    return undefined;
  };
}
