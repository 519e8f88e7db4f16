import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { passwordState } from '../../approvals/person.js';
import { waitsForAcceptance } from '../../accepted-policy.js';
import { dataFolder } from '../../data-folder.js';
import { openStore } from '../../engine.js';
import type { Store } from '../../gate/store-port.js';
import { placeMove } from '../../ledger-place.js';
import type { Settings } from '../read-settings.js';
import type { Check } from './check.js';

/** Rights that nobody but the owner should have. */
const othersMay = 0o077;

/** The data folder, the store in it, and what in the store waits for the person. Nothing is made that was not there. */
export async function dataChecks(settings: Settings): Promise<Check[]> {
  const { config } = settings;
  const folder = dataFolder(config);
  const ofFolder = folderCheck(folder);
  const ofPlace = placeCheck(settings);
  if (config.store === 'memory') {
    return [ofFolder, warning('store', 'store-memory', { file: settings.file }), ...ofPlace];
  }
  const file = join(folder, 'greenlight.db');
  if (ofFolder.state === 'fault') return [ofFolder];
  if (!existsSync(file)) {
    const isNew: Check = { check: 'store', state: 'good', code: 'store-new', facts: { file } };
    return [ofFolder, isNew, warning('password', 'password-none', {}), ...ofPlace];
  }
  try {
    const store = await openStore(config);
    try {
      const { project } = config;
      const doubtful = (await store.takes({ project, state: 'in_doubt' })).length;
      return [
        ofFolder,
        { check: 'store', state: 'good', code: 'store', facts: { file } },
        await passwordCheck(store),
        ...(ofPlace.length > 0 ? ofPlace : [await acceptedCheck(store, settings)]),
        ...(doubtful === 0 ? [] : [warning('doubt', 'in-doubt', { count: doubtful, project })]),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [ofFolder, { check: 'store', state: 'fault', code: 'failed', facts: { why } }];
  }
}

function folderCheck(folder: string): Check {
  if (!existsSync(folder)) return { check: 'data', state: 'good', code: 'data-new', facts: { folder } };
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return { check: 'data', state: 'fault', code: 'data-closed', facts: { folder } };
  }
  // Windows has no such rights; there the user's own folder keeps others out.
  const isOpen = (path: string): boolean => process.platform !== 'win32' && (statSync(path).mode & othersMay) !== 0;
  const files = readdirSync(folder)
    .filter((name) => name.startsWith('greenlight.db'))
    .map((name) => join(folder, name));
  const open = files.filter(isOpen);
  if (open.length > 0) return warning('data', 'data-open', { folder, open, command: `chmod 600 ${open.join(' ')}` });
  return { check: 'data', state: 'good', code: 'data', facts: { folder } };
}

async function passwordCheck(store: Store): Promise<Check> {
  const state = await passwordState(store);
  if (state !== 'set') return warning('password', `password-${state}`, {});
  return { check: 'password', state: 'good', code: 'password', facts: {} };
}

/** Whether the config names another ledger than it did; nothing where it does not. */
function placeCheck({ file, written }: Settings): Check[] {
  const moved = placeMove(file, written);
  return moved === undefined ? [] : [warning('accepted', `ledger-${moved.kind}`, { file, ...moved })];
}

async function acceptedCheck(store: Store, { file, written }: Settings): Promise<Check> {
  const settings = await waitsForAcceptance(store, { file, config: written });
  if (settings.length > 0) return warning('accepted', 'accepted-waits', { settings, file });
  return { check: 'accepted', state: 'good', code: 'accepted', facts: {} };
}

function warning(check: string, code: string, facts: Check['facts']): Check {
  return { check, state: 'warning', code, facts };
}
