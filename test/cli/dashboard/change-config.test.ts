import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { looserThanAccepted, waitsForAcceptance } from '../../../src/accepted-policy.js';
import { changeConfig, configChanges } from '../../../src/cli/dashboard/change-config.js';
import { withLevel } from '../../../src/cli/config-edit.js';
import { notePlace, placeOf } from '../../../src/ledger-place.js';
import { noon } from '../fake-desk.js';
import { openRoom } from './kit.js';

const looser = { edit: (text: string) => withLevel(text, { rule: 'rerun', level: 'off' }), what: 'rerun', to: 'off' };

/** What the config allows beyond what was accepted. */
function waits(room: ReturnType<typeof openRoom>): Promise<readonly string[]> {
  return looserThanAccepted(room.store, { file: room.file, config: room.settings().written }, noon);
}

describe('changeConfig', () => {
  it('writes the change, notes who made it, and accepts what the person loosens', async () => {
    const room = openRoom();
    await waits(room);
    await changeConfig(room, looser, 'person');
    expect(JSON.parse(readFileSync(room.file, 'utf8'))).toMatchObject({ rules: { rerun: 'off' } });
    expect(await configChanges(room)).toEqual([
      { at: new Date(noon).toISOString(), who: 'person', what: 'rerun', to: 'off' },
    ]);
    expect(await waits(room)).toEqual([]);
  });

  it('leaves what a late password loosens waiting for the person', async () => {
    const room = openRoom();
    await waits(room);
    await changeConfig(room, looser, 'client');
    expect(await waits(room)).not.toEqual([]);
  });

  it('accepts nothing in a ledger that is another one than was known', async () => {
    const room = openRoom();
    const { file } = room;
    notePlace(file, placeOf({ ...room.settings().written, project: 'film' }));
    await changeConfig(room, looser, 'person');
    expect((await room.store.settings('accepted-policy:')).size).toBe(0);
    expect(await waitsForAcceptance(room.store, { file, config: room.settings().written })).toEqual(['project']);
  });

  it('accepts nothing else along with it that somebody wrote into the file before', async () => {
    const room = openRoom();
    await waits(room);
    await changeConfig(room, looser, 'client');
    const other = {
      ...looser,
      edit: (text: string) => withLevel(text, { rule: 'batch', level: 'block' }),
      what: 'batch',
    };
    await changeConfig(room, other, 'person');
    expect(await waits(room)).not.toEqual([]);
    expect((await configChanges(room)).map(({ who }) => who).sort()).toEqual(['client', 'person']);
  });

  it('leaves the file as it is when the result would be no config', async () => {
    const room = openRoom();
    const before = readFileSync(room.file, 'utf8');
    const wrong = { ...looser, edit: (text: string) => withLevel(text, { rule: 'rerun', level: 'loud' as 'off' }) };
    await expect(changeConfig(room, wrong, 'person')).rejects.toThrow('rerun');
    expect(readFileSync(room.file, 'utf8')).toBe(before);
    expect(await configChanges(room)).toEqual([]);
  });
});
