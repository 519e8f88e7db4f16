import type * as Crypto from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ListKind } from '../gate/upstream-port.js';
import { canonicalJson } from '../model/canonical-json.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { isCommand, type ServerEntry } from './server-entry.js';

const FORMAT = 1;
const KINDS: readonly ListKind[] = ['tools', 'prompts', 'resources', 'resourceTemplates'];

/** What one server offered when it was last asked; a kind that was never asked for is absent. */
export type CachedLists = Partial<Record<ListKind, readonly JsonObject[]>>;

/** Loaded when it is needed: at a first start, servers are started before it is. */
const crypto = (): typeof Crypto => process.getBuiltinModule('node:crypto');

/** What decides which server is reached; what its tools are taken for, or how long to wait for it, does not. */
function reachOf(entry: ServerEntry): JsonObject {
  if (isCommand(entry)) {
    const { command, args = [], env = {}, cwd } = entry;
    return { command, args, env, cwd };
  }
  const { url, headers = {}, type } = entry;
  return { url, headers, type };
}

function readLists(text: string): CachedLists | undefined {
  const file: unknown = JSON.parse(text);
  if (!isJsonObject(file) || file['format'] !== FORMAT || !isJsonObject(file['lists'])) return undefined;
  const lists: CachedLists = {};
  for (const kind of KINDS) {
    const list = file['lists'][kind];
    if (Array.isArray(list) && list.every(isJsonObject)) lists[kind] = list;
  }
  return lists;
}

/**
 * Lists of the upstream servers on disk, one file a server and configuration, readable by the owner only. A changed
 * configuration (command, arguments, environment, address, headers) has another file; only a hash of it is in the name.
 * A file that cannot be read counts as absent, one that cannot be written is not an error: it is only a cache.
 */
export class ToolCache {
  constructor(private readonly folder: string) {}

  /** What is known of a server, or undefined. */
  read(server: string, entry: ServerEntry): CachedLists | undefined {
    try {
      return readLists(readFileSync(this.fileOf(server, entry), 'utf8'));
    } catch {
      return undefined;
    }
  }

  /** Whether there is anything on disk for a server; does not look inside. */
  has(server: string, entry: ServerEntry): boolean {
    return existsSync(this.folder) && existsSync(this.fileOf(server, entry));
  }

  /** Replaces what is known of a server, in one step. Returns why it could not, or undefined. */
  write(server: string, entry: ServerEntry, lists: CachedLists): string | undefined {
    const file = this.fileOf(server, entry);
    const draft = `${file}.${crypto().randomBytes(6).toString('hex')}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(draft, JSON.stringify({ format: FORMAT, lists }), { mode: 0o600 });
      renameSync(draft, file);
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  private fileOf(server: string, entry: ServerEntry): string {
    const reach = canonicalJson(reachOf(entry));
    const hash = crypto().createHash('sha256').update(reach).digest('hex').slice(0, 16);
    return path.join(this.folder, `${server.replace(/[^A-Za-z0-9-]/g, '_')}-${hash}.json`);
  }
}
