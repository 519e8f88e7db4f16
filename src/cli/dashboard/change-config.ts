import { readFileSync } from 'node:fs';
import { acceptPolicy, waitsForAcceptance } from '../../accepted-policy.js';
import type { Strength } from '../../model/strength.js';
import { newId } from '../../new-id.js';
import { replaceFile } from '../write-file.js';
import type { DashboardRoom } from './room.js';

/** A change of the config that was made on the dashboard. */
export interface ConfigChange {
  /** ISO time. */
  readonly at: string;
  readonly who: Strength;
  /** What was set, and to what. */
  readonly what: string;
  readonly to: string;
}

const prefixOf = (project: string): string => `config-change:${project}:`;

/**
 * Writes a change into the config file and notes who made it. What the person themselves loosens is accepted with it,
 * unless something else of the file still waits for their acceptance; with less than their own word it waits.
 * @throws ConfigError when the result would not be a config; nothing is written then.
 */
export async function changeConfig(
  { store, settings, now, project }: DashboardRoom,
  change: { readonly edit: (text: string) => string; readonly what: string; readonly to: string },
  who: Strength,
): Promise<void> {
  const before = settings();
  const waits = await waitsForAcceptance(store, { file: before.file, config: before.written });
  replaceFile(before.file, change.edit(readFileSync(before.file, 'utf8')));
  const at = new Date(now()).toISOString();
  const { what, to } = change;
  const noted: ConfigChange = { at, who, what, to };
  await store.saveSetting(`${prefixOf(project)}${at}:${newId('c')}`, JSON.stringify(noted));
  if (who === 'person' && waits.length === 0) {
    await acceptPolicy(store, { file: before.file, config: settings().written }, now());
  }
}

/** Changes that were made on the dashboard, the newest first. */
export async function configChanges({ store, project }: DashboardRoom): Promise<readonly ConfigChange[]> {
  const noted = await store.settings(prefixOf(project));
  return [...noted.values()].map((value) => JSON.parse(value) as ConfigChange).reverse();
}
