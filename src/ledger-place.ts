import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { dataFolder } from './data-folder.js';
import { isJsonObject } from './model/json.js';
import type { LedgerMove, LedgerPlace } from './model/ledger-place.js';

/** What of a config says where its ledger is. */
interface PlaceConfig {
  readonly store: string;
  readonly data?: string | undefined;
  readonly project: string;
}

/** How the place that a config names compares with what is on record for its file. */
export type PlaceStanding = { readonly kind: 'known' } | { readonly kind: 'first' } | LedgerMove;

/** Whether the place is not the one on record, or the record cannot be read: then paid calls wait. */
export function isMove(standing: PlaceStanding): standing is LedgerMove {
  return standing.kind === 'moved' || standing.kind === 'unread';
}

/** Why the place that a config names is not the one on record for its file; undefined where it is, or is the first. */
export function placeMove(file: string, config: PlaceConfig): LedgerMove | undefined {
  const standing = placeStanding(file, config);
  return isMove(standing) ? standing : undefined;
}

const settings = ['store', 'data', 'project'] as const;

/** Where a config says that its ledger is; an address comes without its password. */
export function placeOf({ store, data, project }: PlaceConfig, env: NodeJS.ProcessEnv = process.env): LedgerPlace {
  if (store === 'memory') return { store, project };
  if (store.includes('://')) {
    return { store: store.slice(0, store.indexOf(':')), at: withoutPassword(store), project };
  }
  return { store, at: realOf(resolve(dataFolder({ data }, env))), project };
}

/**
 * Compares where a config says that its ledger is with what is on record for the file. The record lies in the user's own
 * data folder, whatever the config says: who can only write the config cannot write it. Nothing is changed.
 */
export function placeStanding(file: string, config: PlaceConfig, env: NodeJS.ProcessEnv = process.env): PlaceStanding {
  const to = placeOf(config, env);
  let isMissing = false;
  for (const record of recordsIfAny(file, env)) {
    try {
      const from = readPlace(record);
      if (from === undefined) isMissing = true;
      else if (!isSame(from, to)) return { kind: 'moved', from, to, settings: changed(from, to) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'unread', record, why, to, settings };
    }
  }
  return isMissing ? { kind: 'first' } : { kind: 'known' };
}

/**
 * Puts on record where the ledger of a config file is, in one step for each name of the file.
 * @throws Error of the file system.
 */
export function notePlace(file: string, place: LedgerPlace, env: NodeJS.ProcessEnv = process.env): void {
  const { store, at, project } = place;
  const text = JSON.stringify({ config: realOf(resolve(file)), store, at, project });
  for (const record of recordsOf(file, env)) {
    mkdirSync(dirname(record), { recursive: true, mode: 0o700 });
    const draft = `${record}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
      renameSync(draft, record);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }
}

/**
 * The records of a config file: by its real path, so that no link makes another file of it, and by the path it is reached
 * by where that differs, so that no file is exchanged for a link.
 */
function recordsOf(file: string, env: NodeJS.ProcessEnv): readonly string[] {
  const folder = join(dataFolder({}, env), 'places');
  const named = resolve(file);
  return [...new Set([realOf(named), named])].map((path) =>
    join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 32)}.json`),
  );
}

/** As {@link recordsOf}; a user without a home has no folder of their own, and so no records. */
function recordsIfAny(file: string, env: NodeJS.ProcessEnv): readonly string[] {
  try {
    return recordsOf(file, env);
  } catch {
    return [];
  }
}

/** What a record says; undefined where there is none. */
function readPlace(record: string): LedgerPlace | undefined {
  let text: string;
  try {
    text = readFileSync(record, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
  const read: unknown = JSON.parse(text);
  if (!isJsonObject(read)) throw new Error('not a record');
  const { store, at, project } = read;
  if (typeof store !== 'string' || typeof project !== 'string') throw new Error('not a record');
  if (at !== undefined && typeof at !== 'string') throw new Error('not a record');
  return { store, at, project };
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function isSame(from: LedgerPlace, to: LedgerPlace): boolean {
  return from.store === to.store && from.at === to.at && from.project === to.project;
}

/** The settings that say the place otherwise. A folder does not count as changed where one of the stores has none. */
function changed(from: LedgerPlace, to: LedgerPlace): readonly string[] {
  const differs: Readonly<Record<(typeof settings)[number], boolean>> = {
    store: from.store !== to.store,
    data: from.store === to.store && from.at !== to.at,
    project: from.project !== to.project,
  };
  return settings.filter((setting) => differs[setting]);
}

/** A path without links, as far as it is there. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(realOf(above), basename(path));
  }
}

/** An address that may be written down and shown; everything else in it tells the place. */
function withoutPassword(address: string): string {
  return address.replace(/\/\/([^:@/?#]*):.*@/, '//$1@').replace(/([?&](?:ssl)?password)=[^&]*/g, '$1=');
}
