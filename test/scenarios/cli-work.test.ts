import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import type { Entry, Store } from '../../src/gate/store-port.js';
import { foldBalances } from '../../src/ledger/balance.js';
import { dispatchTake, planItem, planOf, settleTake } from '../cli/fake-desk.js';
import { CommandBench } from './parts/command.js';

const password = 'correct horse';
const config: ConfigInput = { project: 'poster', budgets: [{ scope: 'session', limit: 500, soft: 400 }] };

const open: CommandBench[] = [];
async function benchOf(given?: ConfigInput | string, work?: (store: Store) => Promise<unknown>): Promise<CommandBench> {
  const bench = await CommandBench.open(given);
  open.push(bench);
  if (work !== undefined) await bench.store(work);
  return bench;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((bench) => bench.close()));
});

/** A plan of two steps, the first of them made twice. */
async function twoTakes(store: Store): Promise<void> {
  await planOf(store, 'p_1', [planItem('fox/explore')]);
  await planOf(store, 'p_2', [planItem('fox/explore', { count: 2 }), planItem('fox/hero')]);
  for (const id of ['t_1', 't_2']) {
    await dispatchTake(store, id, undefined, { item: 'fox/explore', prompt: `A fox, take ${id}` });
    await settleTake(store, id);
  }
}

describe('greenlight plan and takes', () => {
  it('shows what is done and left, version by version', async () => {
    const bench = await benchOf(config, twoTakes);
    expect(await bench.json(['plan'])).toMatchObject({
      ...{ plan: 'p_2', version: 2, paid: 20, left: 10 },
      progress: [
        { item: 'fox/explore', state: 'waiting', made: 2 },
        { item: 'fox/hero', state: 'later' },
      ],
    });
    expect((await bench.run(['plan', '--version', '1'])).output).toContain('version 1 of 2');
    expect((await bench.run(['plan', '--version', '9'])).exitCode).toBe(3);
    expect((await bench.run(['plan', '--version', 'x'])).exitCode).toBe(2);
    expect(await bench.json(['plan', 'versions'])).toMatchObject({ versions: [{ version: 2 }, { version: 1 }] });
  });

  it('lists by filter and shows one whole', async () => {
    const bench = await benchOf(config, twoTakes);
    expect(await bench.json(['takes', '--prompt', 'take t_2'])).toMatchObject({ takes: [{ take: 't_2' }] });
    expect(await bench.json(['takes', '--word', 'approve'])).toEqual({ project: 'poster', takes: [] });
    expect((await bench.run(['takes', '--since', 'yesterday'])).exitCode).toBe(2);
    const shown = await bench.run(['takes', 'show', 't_2']);
    expect(shown.output).toMatch(/against {2}t_1: /);
    expect((await bench.run(['takes', 'show', 't_9'])).exitCode).toBe(3);
  });
});

describe('greenlight feedback', () => {
  it('needs the password once one is set, and counts as the person’s with it', async () => {
    const bench = await benchOf(config);
    await bench.run(['password', 'set', '--password-stdin'], `${password}\n`);
    await bench.store(twoTakes);
    expect(await bench.run(['feedback', 't_1', 'approve'])).toMatchObject({ exitCode: 4, output: '' });
    expect((await bench.run(['feedback', 't_1', 'reject', '--password-stdin'], 'guess it\n')).exitCode).toBe(4);
    expect((await bench.store((store) => store.take('t_1')))?.feedback).toBeUndefined();
    const said = ['feedback', 't_1', 'approve', '--note', 'that is it', '--password-stdin'];
    expect(await bench.json(said, `${password}\n`)).toMatchObject({ strength: 'person', passedOver: ['t_2'] });
    expect(await bench.json(['takes', 'show', 't_1'])).toMatchObject({
      words: [{ verdict: 'approve', strength: 'person', note: 'that is it' }],
    });
    expect((await bench.run(['feedback', 't_1', 'splendid'])).exitCode).toBe(2);
  });
});

describe('greenlight reject', () => {
  it('is deny under another name', async () => {
    const bench = await benchOf(config);
    expect((await bench.run(['reject', 'a_1'])).errors).toContain('no request a_1');
  });
});

describe('greenlight workflow edit', () => {
  it('stores what the editor made, and loses nothing of what cannot be stored', async () => {
    const bench = await benchOf(config);
    const file = join(bench.folder, 'in.md');
    writeFileSync(file, '---\nname: posters\ntitle: Posters\n---\n\n# Posters\n');
    await bench.run(['workflow', 'import', file]);
    const edit = (from: string, to: string) => {
      const EDITOR = `sed -i 's/${from}/${to}/'`;
      const place = ['--config', bench.config, '--data', bench.data];
      return bench.bare(['workflow', 'edit', 'posters', ...place], '', { EDITOR, TMPDIR: bench.folder });
    };
    expect((await edit('title: Posters', 'title: Better')).output).toContain('version 2, a draft');
    expect((await edit('nothing such', 'x')).output).toContain('Nothing was changed');
    const broken = await edit('title: Better', 'titel: Best');
    expect(broken.exitCode).toBe(2);
    expect(broken.errors).toContain('titel');
    const kept = /it is in (\S+\.md)\./.exec(broken.errors)?.[1] ?? '';
    expect(readFileSync(kept, 'utf8')).toContain('titel: Best');
    expect(await bench.json(['workflow', 'show', 'posters'])).toMatchObject({ version: 2, title: 'Better' });
  });
});

describe('greenlight export', () => {
  it('writes everything so that it can be read again, and its ledger adds up', async () => {
    const bench = await benchOf(config, twoTakes);
    const file = join(bench.folder, 'all.jsonl');
    const answer = await bench.json(['export', file]);
    expect(answer).toMatchObject({ format: 'greenlight-export/1', counts: { take: 2, plan: 2, entry: 4 } });
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ record: 'export', project: 'poster' });
    expect(lines.at(-1)).toEqual({ record: 'end', counts: answer['counts'] });
    const of = (record: string) => lines.filter((line) => line['record'] === record);
    const folded = foldBalances(of('entry') as unknown as Entry[]);
    for (const account of of('account')) {
      expect(folded.get(String(account['id']))).toEqual({ held: account['held'], spent: account['spent'] });
    }
    const printed = await bench.run(['export', '-']);
    expect(printed.output.trim().split('\n')).toHaveLength(lines.length);
    expect((await bench.run(['export', file])).exitCode).toBe(1);
    expect((await bench.run(['export', file, '--force'])).exitCode).toBe(0);
    const folder = join(bench.folder, 'all');
    await bench.run(['export', folder]);
    expect(readdirSync(folder)).toContain('export.json');
    expect((await bench.run(['export', bench.folder, '--force'])).errors).toContain('something else');
    expect(existsSync(bench.config)).toBe(true);
  });
});

describe('greenlight doctor', () => {
  it('finds everything in order where it is, and says what to do where not', async () => {
    const studio = { command: process.execPath, args: [resolve('dist/studio.js')], preset: 'studio' };
    const bench = await benchOf({ ...config, servers: { studio } });
    await bench.run(['password', 'set', '--password-stdin'], `${password}\n`);
    const said = await bench.run(['doctor']);
    expect(said).toMatchObject({ exitCode: 0 });
    expect(said.output).toMatch(/✓ server studio +\d+ tools/);
    expect(said.output).toMatch(/✓ password +set/);
    const gone = { command: join('/', 'no', 'such', 'program') };
    writeFileSync(bench.config, JSON.stringify({ ...config, servers: { gone } }));
    const broken = await bench.run(['doctor']);
    expect(broken.exitCode).toBe(5);
    expect(broken.output).toMatch(/✗ server gone +Does not start/);
    expect(await bench.json(['doctor', '--offline'])).toMatchObject({ faults: 0 });
    writeFileSync(bench.config, '{ "mode": "on" }');
    expect((await bench.run(['doctor'])).exitCode).toBe(5);
  });
});

describe('greenlight completion', () => {
  it('completes the command in a real bash', async () => {
    const bench = await benchOf();
    const { output } = await bench.bare(['completion', 'bash']);
    const typed = 'COMP_WORDS=(greenlight takes --state p); COMP_CWORD=3; _greenlight; echo "${COMPREPLY[@]}"';
    const { stdout, status } = spawnSync('bash', ['--norc', '-c', `${output}\n${typed}`]);
    expect([status, stdout.toString()]).toEqual([0, 'posted\n']);
  });
});
