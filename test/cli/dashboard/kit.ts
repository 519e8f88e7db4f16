import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { DashboardRoom } from '../../../src/cli/dashboard/room.js';
import { readSettings } from '../../../src/cli/read-settings.js';
import type { ConfigInput } from '../../../src/config.js';
import { openTexts } from '../../../src/feedback/texts.js';
import { openMemoryStore } from '../../../src/stores/memory.js';
import { noon } from '../fake-desk.js';

/** A room over a config file in a folder of its own, which goes with the test. */
export function openRoom(config: ConfigInput = {}): DashboardRoom & { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'greenlight-room-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, JSON.stringify({ project: 'poster', data: join(folder, 'data'), ...config }, null, 2));
  return {
    ...{ folder, file, project: 'poster', texts: openTexts(), now: () => noon },
    store: openMemoryStore({ clock: () => noon }),
    settings: () => readSettings({ config: file }),
  };
}
