import { parse } from 'jsonc-parser';
import { canonicalJson } from '../../model/canonical-json.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';

/** Names under which clients keep their servers, wherever in their file. */
const listNames = new Set(['mcpServers', 'servers']);

/** How deep a client's file is looked through: some keep a list for each project. */
const deepest = 6;

/**
 * Servers of ours that a client starts or reaches by itself: an agent there goes round the gate.
 * @param text a client's file; one that is no JSON names none
 * @param servers ours by name, as the config has them
 */
export function bypassedServers(text: string, servers: Readonly<Record<string, object>>): readonly string[] {
  const own = new Map(Object.entries(servers).map(([name, entry]) => [reachedBy(entry), name]));
  const theirs = serversIn(parse(text, [], { allowTrailingComma: true }), 0).map(reachedBy);
  return [...new Set(theirs.flatMap((reached) => (reached === undefined ? [] : (own.get(reached) ?? []))))];
}

function serversIn(value: unknown, depth: number): readonly JsonObject[] {
  if (!isJsonObject(value) || depth > deepest) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const listed = listNames.has(name) && isJsonObject(inner) ? Object.values(inner).filter(isJsonObject) : [];
    return [...listed, ...serversIn(inner, depth + 1)];
  });
}

/** What tells two entries apart: the address, or the command with its arguments. */
function reachedBy(entry: object): string | undefined {
  const { url, command, args = [] } = { ...entry } as { url?: unknown; command?: unknown; args?: unknown };
  if (typeof url === 'string') return url.replace(/\/+$/, '');
  return typeof command === 'string' ? canonicalJson([command, args]) : undefined;
}
