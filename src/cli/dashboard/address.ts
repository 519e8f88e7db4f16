import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from '../../data-folder.js';
import { isJsonObject } from '../../model/json.js';
import { replaceFile } from '../write-file.js';

type Place = Parameters<typeof dataFolder>[0] & { readonly project: string };

const fileOf = (place: Place): string => join(dataFolder(place), `dashboard-${place.project}.json`);

/** Notes where the dashboard of a project answers, for gateways to name; no secret is in it. */
export function noteAddress(place: Place, url: string): void {
  mkdirSync(dataFolder(place), { recursive: true, mode: 0o700 });
  replaceFile(fileOf(place), `${JSON.stringify({ url, pid: process.pid })}\n`, true);
}

/** Takes the note away, where it is this process's own. */
export function forgetAddress(place: Place): void {
  if (noted(place)?.pid === process.pid) rmSync(fileOf(place), { force: true });
}

/** Where the dashboard of a project answers; undefined while none runs. */
export function dashboardAddress(place: Place): string | undefined {
  const known = noted(place);
  return known !== undefined && isAlive(known.pid) ? known.url : undefined;
}

function noted(place: Place): { readonly url: string; readonly pid: number } | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(fileOf(place), 'utf8'));
    if (!isJsonObject(note)) return undefined;
    const { url, pid } = note;
    // Whatever stands in the file is read by an agent: it must be an address of this machine and nothing more.
    const isOwn = typeof url === 'string' && /^http:\/\/127\.0\.0\.1:\d{1,5}\/$/.test(url);
    return isOwn && typeof pid === 'number' && Number.isInteger(pid) && pid > 0 ? { url, pid } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process has that number: whatever it is, it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
