import type { ListKind, UpstreamOutcome } from '../gate/upstream-port.js';
import { isDeeper } from '../model/json-depth.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const METHODS: Record<ListKind, string> = {
  tools: 'tools/list',
  prompts: 'prompts/list',
  resources: 'resources/list',
  resourceTemplates: 'resources/templates/list',
};
const CAPABILITIES: Record<ListKind, string> = {
  tools: 'tools',
  prompts: 'prompts',
  resources: 'resources',
  resourceTemplates: 'resources',
};
const METHOD_NOT_FOUND = -32601;
const MAX_PAGES = 1000;
/** Entries of one list, and bytes of all of it: no model could be shown more. */
const MAX_ITEMS = 5000;
const MAX_BYTES = 32 * 1024 * 1024;
/** Deepest nesting of one entry; what lies deeper would not be compared. */
const MAX_DEPTH = 100;

/** The kinds that a list-changed notification speaks of. */
export const changedKinds: Readonly<Record<string, readonly ListKind[]>> = {
  'notifications/tools/list_changed': ['tools'],
  'notifications/prompts/list_changed': ['prompts'],
  'notifications/resources/list_changed': ['resources', 'resourceTemplates'],
};

/** What {@link fetchList} needs of a connection. */
export interface ListSource {
  readonly capabilities: JsonObject;
  request(method: string, params: JsonObject | undefined, options: { timeoutMs: number }): Promise<UpstreamOutcome>;
}

/**
 * Reads all pages of one list. A server that does not offer the kind has an empty one. Throws when a page cannot be read,
 * or when the list is larger than any model could be shown; entries nested deeper than any tool needs are left out.
 * @param timeoutMs longest wait for one page
 */
export async function fetchList(source: ListSource, kind: ListKind, timeoutMs: number): Promise<readonly JsonObject[]> {
  if (source.capabilities[CAPABILITIES[kind]] === undefined) return [];
  const items: JsonObject[] = [];
  const seen = new Set<unknown>();
  let cursor: unknown;
  let bytes = 0;
  do {
    const outcome = await source.request(METHODS[kind], cursor === undefined ? {} : { cursor }, { timeoutMs });
    if (outcome.kind === 'failure') {
      if (outcome.failure.code === METHOD_NOT_FOUND) return items;
      throw new Error(outcome.failure.message);
    }
    const page = outcome.result[kind];
    const shallow = Array.isArray(page) ? page.filter(isJsonObject).filter((item) => !isDeeper(item, MAX_DEPTH)) : [];
    for (const item of shallow) items.push(item);
    bytes += JSON.stringify(shallow).length;
    if (items.length > MAX_ITEMS || bytes > MAX_BYTES) throw new Error(tooMuch(kind));
    cursor = outcome.result['nextCursor'];
    if (cursor === undefined || cursor === null || seen.has(cursor)) break;
    seen.add(cursor);
  } while (seen.size < MAX_PAGES);
  return items;
}

function tooMuch(kind: ListKind): string {
  return `its list of ${kind} is larger than ${MAX_ITEMS} entries or ${MAX_BYTES / 1024 / 1024} MB`;
}
