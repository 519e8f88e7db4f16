import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/approvals/password.js';
import { passwordSetting } from '../../src/approvals/person.js';
import { proveMove } from '../../src/cli/prove-move.js';
import type { LedgerMove, LedgerPlace } from '../../src/model/ledger-place.js';
import { openSqliteStore } from '../../src/stores/sqlite.js';
import { fakeDesk } from './fake-desk.js';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-move-'));
  const store = await openSqliteStore({ file: join(folder, 'left', 'greenlight.db') });
  await store.saveSetting(passwordSetting, await hashPassword('open sesame'));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const to: LedgerPlace = { store: 'memory', project: 'poster' };
const movedFrom = (from: Omit<LedgerPlace, 'project'>): LedgerMove => {
  return { kind: 'moved', from: { ...from, project: 'poster' }, to, settings: ['store'] };
};
const prove = (moved: LedgerMove, ...secrets: string[]) => proveMove(fakeDesk({ secrets }), moved, 'Password:');
const left = () => movedFrom({ store: 'sqlite', at: join(folder, 'left') });

describe('proveMove', () => {
  it('takes the password of the ledger that is left, for a fresh one has none', async () => {
    expect(await prove(left(), 'open sesame')).toEqual({ strength: 'person', why: 'password' });
    await expect(prove(left(), 'wrong one')).rejects.toMatchObject({ code: 'password-wrong' });
    await expect(prove(left())).rejects.toMatchObject({ code: 'password-needed' });
  });

  it('takes the other’s where that is gone, in memory, on a server or unknown, and makes nothing anew', async () => {
    const gone = movedFrom({ store: 'sqlite', at: join(folder, 'gone') });
    const server = movedFrom({ store: 'postgres', at: 'postgres://db.local/team' });
    const unread: LedgerMove = { kind: 'unread', record: '/r.json', why: 'EACCES', to, settings: ['data'] };
    for (const moved of [gone, server, movedFrom({ store: 'memory' }), unread]) {
      expect(await prove(moved)).toMatchObject({ why: 'no-password' });
    }
    expect(existsSync(join(folder, 'gone'))).toBe(false);
  });
});
