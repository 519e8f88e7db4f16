import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { realpathSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../src/data-folder.js';
import { notePlace, placeOf, placeStanding } from '../src/ledger-place.js';

let folder = '';
let env: NodeJS.ProcessEnv = {};
let file = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'greenlight-place-')));
  env = { XDG_DATA_HOME: join(folder, 'own'), LOCALAPPDATA: join(folder, 'own') };
  mkdirSync(join(folder, 'project'));
  file = join(folder, 'project', 'greenlight.json');
  writeFileSync(file, '{}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const config = (change: { store?: string; data?: string; project?: string } = {}) => ({
  store: 'sqlite',
  data: join(folder, 'data'),
  project: 'poster',
  ...change,
});
const standing = (change?: Parameters<typeof config>[0], path = file) => placeStanding(path, config(change), env);
const note = (change?: Parameters<typeof config>[0], path = file) => notePlace(path, placeOf(config(change), env), env);
const places = () => join(dataFolder({}, env), 'places');
const records = () => readdirSync(places()).map((name) => join(places(), name));

describe('where a config says that its ledger is', () => {
  it('is a folder without links, the user’s own where it says none', () => {
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    const at = join(folder, 'data');
    expect(placeOf(config({ data: join(folder, 'link') }), env)).toEqual({ store: 'sqlite', at, project: 'poster' });
    expect(placeOf({ store: 'sqlite', project: 'poster' }, env).at).toBe(dataFolder({}, env));
  });

  it('is nowhere in memory', () => {
    expect(placeOf(config({ store: 'memory' }), env)).toEqual({ store: 'memory', project: 'poster' });
  });

  it.each([
    ['postgres://ada:se:c@ret/x@db.local:5432/team', 'postgres://ada@db.local:5432/team'],
    [
      'postgres://db.local/team?user=ada&password=secret&sslmode=require',
      'postgres://db.local/team?user=ada&password=&sslmode=require',
    ],
    ['postgres://db.local/team', 'postgres://db.local/team'],
  ])('is an address without its password: %s', (store, at) => {
    expect(placeOf(config({ store }), env)).toEqual({ store: 'postgres', at, project: 'poster' });
  });
});

describe('the record of where a ledger is', () => {
  it('is not there at first, and known from then on', () => {
    expect(standing()).toEqual({ kind: 'first' });
    expect(existsSync(places())).toBe(false);
    note();
    expect(standing()).toEqual({ kind: 'known' });
  });

  it('is one file of the user’s alone, without drafts beside it, however often it is written', () => {
    note();
    note();
    expect(records()).toHaveLength(1);
    const [record = ''] = records();
    const at = join(folder, 'data');
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({ config: file, store: 'sqlite', at, project: 'poster' });
    if (process.platform !== 'win32') expect(statSync(record).mode & 0o077).toBe(0);
  });

  it.each([
    [{ store: 'memory' }, ['store']],
    [{ project: 'film' }, ['project']],
    [{ data: '/elsewhere' }, ['data']],
    [{ data: '/elsewhere', project: 'film' }, ['data', 'project']],
  ])('tells a config that says %o instead', (change, settings) => {
    note();
    const from = placeOf(config(), env);
    expect(standing(change)).toEqual({ kind: 'moved', from, to: placeOf(config(change), env), settings });
    expect(standing()).toEqual({ kind: 'known' });
    note(change);
    expect(standing(change)).toEqual({ kind: 'known' });
    expect(standing()).toMatchObject({ kind: 'moved', settings });
  });

  it('tells a folder that became a link to another', () => {
    mkdirSync(join(folder, 'data'));
    note();
    renameSync(join(folder, 'data'), join(folder, 'old'));
    mkdirSync(join(folder, 'fresh'));
    symlinkSync(join(folder, 'fresh'), join(folder, 'data'));
    expect(standing()).toMatchObject({ kind: 'moved', settings: ['data'] });
  });

  it('is one for each config file: a file in a new place is a new one', () => {
    note();
    const other = join(folder, 'project', 'other.json');
    renameSync(file, other);
    expect(standing({ project: 'film' }, other)).toEqual({ kind: 'first' });
  });

  it('is the same one through a link', () => {
    note();
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    expect(standing({ project: 'film' }, link)).toMatchObject({ kind: 'moved' });
    expect(standing({}, link)).toEqual({ kind: 'first' });
    note({}, link);
    expect(standing({}, link)).toEqual({ kind: 'known' });
  });

  it('is not lost when the file is exchanged for a link to another', () => {
    note();
    const other = join(folder, 'other.json');
    renameSync(file, other);
    symlinkSync(other, file);
    expect(standing({ project: 'film' })).toMatchObject({ kind: 'moved', settings: ['project'] });
  });

  it.each(['', '{', '[]', 'null', '{"store":"sqlite"}', '{"store":"sqlite","project":"poster","at":7}'])(
    'that says no place is unread, and says which file: %s',
    (text) => {
      note();
      const [record = ''] = records();
      writeFileSync(record, text);
      expect(standing()).toMatchObject({ kind: 'unread', record, settings: ['store', 'data', 'project'] });
      note();
      expect(standing()).toEqual({ kind: 'known' });
    },
  );

  it('that cannot be opened is unread, not missing', () => {
    note();
    const [record = ''] = records();
    rmSync(record);
    mkdirSync(record);
    expect(standing()).toMatchObject({ kind: 'unread', record });
  });

  it('is missing where the folder is none, and then it cannot be written', () => {
    mkdirSync(join(folder, 'own'));
    writeFileSync(dataFolder({}, env), 'a file');
    if (process.platform === 'darwin') return;
    expect(standing()).toEqual({ kind: 'first' });
    expect(() => note()).toThrow();
  });

  it('leaves no draft behind where it cannot be put in its place', () => {
    note();
    const [record = ''] = records();
    rmSync(record);
    mkdirSync(join(record, 'full'), { recursive: true });
    expect(() => note()).toThrow();
    expect(readdirSync(places())).toHaveLength(1);
  });
});
