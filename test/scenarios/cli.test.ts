import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ConfigInput } from '../../src/config.js';
import { askApproval, CREDIT, dispatchTake, openSession, takeInDoubtOf } from '../cli/fake-desk.js';
import { CommandBench } from './parts/command.js';

const password = 'correct horse';
const config: ConfigInput = { project: 'poster', budgets: [{ scope: 'session', limit: 500, soft: 400 }] };
const studio: ConfigInput = {
  project: 'poster',
  servers: {
    studio: { command: process.execPath, args: [resolve('dist/studio.js')], preset: 'studio' },
    shop: { command: process.execPath, args: [resolve('dist/studio.js')] },
  },
};

const open: CommandBench[] = [];
async function benchOf(given?: ConfigInput | string): Promise<CommandBench> {
  const bench = await CommandBench.open(given);
  open.push(bench);
  return bench;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((bench) => bench.close()));
});

/** A waiting approval by the real clock. */
function ask(bench: CommandBench, changes: Parameters<typeof askApproval>[1] = {}): Promise<unknown> {
  const now = Date.now();
  return bench.store((store) => askApproval(store, { at: now, expiresAt: now + 900_000, ...changes }));
}

function seen(bench: CommandBench): Promise<void> {
  return bench.store(async (store) => {
    await openSession(store);
    await store.touchSession('s_1', Date.now());
  });
}

describe('greenlight approve and deny', () => {
  it('needs the password once one is set, and counts a yes with it as the person’s', async () => {
    const bench = await benchOf(config);
    expect((await bench.run(['password', 'set', '--password-stdin'], `${password}\n`)).exitCode).toBe(0);
    await ask(bench);
    const silent = await bench.run(['approve', 'a_1']);
    expect(silent).toMatchObject({ exitCode: 4 });
    expect(silent.errors).toContain('--password-stdin');
    const wrong = await bench.run(['approve', 'a_1', '--password-stdin'], 'guessed it\n');
    expect(wrong).toMatchObject({ exitCode: 4, output: '' });
    expect(wrong.errors).toContain('password is wrong');
    expect((await bench.store((store) => store.approval('a_1')))?.state).toBe('pending');
    const right = await bench.run(['approve', 'a_1', '--password-stdin'], `${password}\n`);
    expect(right.exitCode).toBe(0);
    expect(right.errors).toContain('A fox in snow');
    expect(right.errors).toContain('300 credits at most');
    expect(await bench.store((store) => store.approval('a_1'))).toMatchObject({
      state: 'approved',
      strength: 'person',
    });
  });

  it('says that a yes without a password is not the person’s, and how to set one', async () => {
    const bench = await benchOf(config);
    await ask(bench);
    const yes = await bench.run(['approve', 'a_1']);
    expect(yes).toMatchObject({ exitCode: 0 });
    expect(yes.output).toContain('greenlight password set');
    expect(await bench.store((store) => store.approval('a_1'))).toMatchObject({
      state: 'approved',
      strength: 'client',
    });
  });

  it('lists what waits, denies with a note, and knows unknown and decided ids', async () => {
    const bench = await benchOf(config);
    await ask(bench);
    const listed = await bench.run(['approvals']);
    expect(listed.output).toContain('a_1');
    expect((await bench.run(['approve'])).output).toBe(listed.output);
    expect(await bench.json(['deny', 'a_1', '--note', 'too dear'])).toMatchObject({
      state: 'denied',
      note: 'too dear',
    });
    expect((await bench.run(['approve', 'a_1'])).exitCode).toBe(3);
    const unknown = await bench.run(['approve', 'a_9']);
    expect(unknown.exitCode).toBe(3);
    expect(unknown.errors).toContain('no request a_9');
    expect(await bench.json(['approvals'])).toEqual({ project: 'poster', approvals: [] });
  });

  it('sets the budget that was asked for', async () => {
    const bench = await benchOf(config);
    await seen(bench);
    const detail = JSON.stringify({ account: 'session:s_1:none:all', limitMicro: 900 * CREDIT });
    await ask(bench, { subject: 'budget', detail, amount: 900 * CREDIT });
    expect((await bench.run(['approve', 'a_1'])).output).toContain('now 900 credits');
    expect(await bench.json(['budget'])).toMatchObject({ budgets: [{ limit: 900 }, { scope: 'project' }] });
  });
});

describe('greenlight password', () => {
  it('marks one that is set after an agent had begun, and lets it count for less', async () => {
    const bench = await benchOf(config);
    await ask(bench);
    const set = await bench.run(['password', 'set', '--password-stdin'], `${password}\n`);
    expect(set.output).toContain('greenlight password confirm');
    await bench.run(['approve', 'a_1', '--password-stdin'], `${password}\n`);
    expect((await bench.store((store) => store.approval('a_1')))?.strength).toBe('client');
    expect(await bench.json(['password', 'check', '--password-stdin'], password)).toEqual({ right: true, late: true });
    expect((await bench.run(['password', 'confirm', '--password-stdin'], password)).exitCode).toBe(2);
  });

  it('changes only for whoever knows the present one, and never keeps it readable', async () => {
    const bench = await benchOf(config);
    expect((await bench.run(['password', 'check', '--password-stdin'], password)).exitCode).toBe(3);
    await bench.run(['password', 'set', '--password-stdin'], `${password}\n`);
    expect((await bench.run(['password', 'set', '--password-stdin'], 'another one\n')).exitCode).toBe(1);
    const change = ['password', 'change', '--password-stdin'];
    expect((await bench.run(change, 'not this\nanother one\n')).exitCode).toBe(4);
    expect((await bench.run(change, `${password}\nshort\n`)).exitCode).toBe(2);
    expect((await bench.run(change, `${password}\nanother one\n`)).exitCode).toBe(0);
    expect((await bench.run(['password', 'check', '--password-stdin'], password)).exitCode).toBe(4);
    expect(await bench.store((store) => store.setting('password'))).toMatch(/^scrypt\$[0-9a-f$]+$/);
    expect(statSync(join(bench.data, 'greenlight.db')).mode & 0o777).toBe(0o600);
  });
});

describe('greenlight takes', () => {
  it('settles and releases takes in doubt, and no others', async () => {
    const bench = await benchOf(config);
    await bench.store(async (store) => {
      await takeInDoubtOf(store, 't_1');
      await takeInDoubtOf(store, 't_2');
      await dispatchTake(store, 't_3');
    });
    const listed = await bench.run(['takes', '--state', 'in_doubt']);
    expect(listed.output).toContain('t_1');
    expect(listed.output).not.toContain('t_3');
    expect(await bench.json(['takes', 'settle', 't_1', '--credits', '7.5'])).toMatchObject({
      state: 'posted',
      paid: 7.5,
    });
    expect(await bench.json(['takes', 'release', 't_2'])).toMatchObject({ state: 'released', paid: 0 });
    expect((await bench.run(['takes', 'settle', 't_1'])).exitCode).toBe(3);
    expect((await bench.run(['takes', 'settle', 't_9'])).exitCode).toBe(3);
    const running = await bench.run(['takes', 'release', 't_3']);
    expect(running.exitCode).toBe(1);
    expect(running.errors).toContain('alive');
    expect((await bench.run(['takes', 'settle', 't_3', '--credits', 'much'])).exitCode).toBe(2);
    expect(await bench.json(['report'])).toMatchObject({ paid: 7.5, held: 10 });
    expect((await bench.run(['report', '--markdown'])).output).toContain('# Greenlight report: poster');
  });
});

describe('greenlight budget', () => {
  it('tightens for everybody and loosens for the person', async () => {
    const bench = await benchOf(config);
    await bench.run(['password', 'set', '--password-stdin'], `${password}\n`);
    await seen(bench);
    expect(await bench.json(['budget', 'set', '200'])).toMatchObject({ limit: 200, soft: 200, loosened: false });
    expect((await bench.run(['budget', 'set', '201'])).exitCode).toBe(4);
    const raised = await bench.json(['budget', 'set', '600', '--soft', '550', '--password-stdin'], password);
    expect(raised).toMatchObject({ limit: 600, soft: 550, who: 'person' });
    expect((await bench.run(['budget', 'set', '5', '--soft', '6'])).exitCode).toBe(2);
    expect((await bench.run(['budget', 'set', 'lots'])).exitCode).toBe(2);
    expect(await bench.json(['sessions'])).toMatchObject({ sessions: [{ session: 's_1' }] });
    expect(await bench.json(['status'])).toMatchObject({
      project: 'poster',
      password: 'set',
      budgets: [{ limit: 600 }, {}],
    });
    expect((await bench.run(['status'])).output).toContain(bench.config);
  });
});

describe('greenlight workflow', () => {
  it('imports, shows, accepts and exports a document', async () => {
    const bench = await benchOf(config);
    const file = join(bench.folder, 'in.md');
    writeFileSync(file, '---\nname: poster-series\ntitle: Posters\nmodels:\n  explore: qwen-image\n---\n\n# Posters\n');
    expect(await bench.json(['workflow', 'import', file])).toMatchObject({ version: 1, state: 'draft' });
    expect((await bench.run(['workflow', 'show', 'poster-series'])).output).toContain('explore: qwen-image');
    expect(await bench.json(['workflow', 'accept', 'poster-series'])).toMatchObject({ version: 2, state: 'accepted' });
    expect((await bench.run(['workflow', 'accept', 'poster-series'])).exitCode).toBe(1);
    expect(await bench.json(['workflow'])).toMatchObject({ workflows: [{ name: 'poster-series', state: 'accepted' }] });
    const out = join(bench.folder, 'out.md');
    expect((await bench.run(['workflow', 'export', 'poster-series', out])).exitCode).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain('title: Posters');
    expect((await bench.run(['workflow', 'export', 'poster-series', out])).exitCode).toBe(1);
    expect((await bench.run(['workflow', 'show', 'none'])).errors).toContain('poster-series');
    writeFileSync(file, '---\nname: Not A Name\n---\n');
    const bad = await bench.run(['workflow', 'import', file]);
    expect(bad.exitCode).toBe(2);
    expect(bad.errors).toContain('lower-case letters');
  });
});

describe('greenlight inspect', () => {
  it('says what each tool is taken for, and how to settle what nobody knows', async () => {
    const bench = await benchOf(studio);
    const { output } = await bench.run(['inspect']);
    expect(output).toMatch(/studio +text_to_image +image +paid +20–600 \/ output +preset/);
    expect(output).toMatch(/shop +text_to_image +image +unknown +\? +classifier/);
    expect(output).toContain('greenlight inspect --set shop.text_to_image=paid:image:CREDITS');
    const one = await bench.run(['inspect', '--server', 'studio']);
    expect(one.output).not.toContain('shop');
    expect((await bench.run(['inspect', '--server', 'none'])).exitCode).toBe(3);
  });

  it('writes what the person says into the config and keeps its comments', async () => {
    const bench = await benchOf(`// mine\n${JSON.stringify(studio, null, 2)}`);
    const sets = ['--set', 'shop.list_models=free', '--set', 'shop.text_to_image=paid:image:25:output'];
    expect((await bench.run(['inspect', ...sets])).exitCode).toBe(0);
    const written = readFileSync(bench.config, 'utf8');
    expect(written).toMatch(/^\/\/ mine/);
    const { tools } = (await bench.json(['inspect', '--server', 'shop'])) as { tools: Record<string, unknown>[] };
    expect(tools.find(({ tool }) => tool === 'list_models')).toMatchObject({ cost: 'free', source: 'config' });
    expect(tools.find(({ tool }) => tool === 'text_to_image')).toMatchObject({ cost: 'paid', price: '25 / output' });
    const typed = await bench.run(['inspect', '--set', 'shop.text_to_imag=free']);
    expect(typed.exitCode).toBe(3);
    expect(typed.errors).toContain('text_to_image');
    expect((await bench.run(['inspect', '--set', 'shop.x=cheap'])).exitCode).toBe(2);
    expect(readFileSync(bench.config, 'utf8')).toBe(written);
  });

  it('tells of a server that does not start', async () => {
    const bench = await benchOf({ servers: { gone: { command: join('/', 'no', 'such', 'program') } } });
    const { exitCode, output } = await bench.run(['inspect']);
    expect(exitCode).toBe(0);
    expect(output).toContain('gone:');
  });
});

describe('greenlight init, rules and config', () => {
  it('writes a starter that passes its own check, once', async () => {
    const bench = await benchOf();
    const first = await bench.bare(['init', '--studio']);
    expect(first.exitCode).toBe(0);
    expect(first.output).toContain('claude mcp add greenlight -- ');
    const snippet = JSON.parse(first.output.slice(first.output.indexOf('{')));
    expect(snippet.mcpServers.greenlight.args).toContain('serve');
    expect(await bench.json(['config', 'check'])).toMatchObject({ servers: ['studio'], problems: [] });
    expect((await bench.run(['inspect'])).output).toMatch(/studio +text_to_image/);
    const again = await bench.bare(['init']);
    expect(again.exitCode).toBe(1);
    expect(again.errors).toContain('is there already');
  });

  it('tells all problems of a config together', async () => {
    const wrong = {
      projekt: 'x',
      mode: 'on',
      budgets: [{ scope: 'team', limit: -1 }],
      servers: { a: { comand: 'x' } },
    };
    const bench = await benchOf(JSON.stringify(wrong));
    for (const args of [['config', 'check'], ['status']]) {
      const { exitCode, errors } = await bench.run(args);
      expect(exitCode).toBe(2);
      for (const part of ['projekt', 'mode', 'budgets.0.scope', 'budgets.0.limit', 'comand']) {
        expect(errors).toContain(part);
      }
    }
    const broken = await benchOf('{ "project": ');
    expect((await broken.run(['config', 'check'])).errors).toContain('line 1');
    const none = await benchOf();
    expect((await none.run(['status'])).errors).toContain('greenlight init');
  });

  it('tells presets and rules that do not exist', async () => {
    const bench = await benchOf({ servers: { a: { command: 'x', preset: 'nope' } }, rules: { rerunn: 'off' } });
    const { exitCode, errors } = await bench.run(['config', 'check']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('servers.a.preset');
    expect(errors).toContain('rules.rerunn');
  });

  it('prints the schema, and the rules with the levels in force', async () => {
    const bench = await benchOf({ ...config, rules: { rerun: 'note' } });
    const schema = JSON.parse((await bench.bare(['config', 'schema'])).output);
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    const { output } = await bench.run(['rules']);
    expect(output).toMatch(/rerun\/certain +block +note/);
    expect(output).toContain('Before regenerating');
  });

  it('does not mind that the environment of servers is elsewhere', async () => {
    const bench = await benchOf({ ...config, servers: { a: { command: 'x', env: { KEY: '${NOT_SET_HERE}' } } } });
    expect((await bench.run(['status'])).exitCode).toBe(0);
    const checked = await bench.run(['config', 'check']);
    expect(checked.exitCode).toBe(2);
    expect(checked.errors).toContain('NOT_SET_HERE');
  });

  it('accepts a config that allows more only with the password', async () => {
    const bench = await benchOf(config);
    await bench.run(['password', 'set', '--password-stdin'], password);
    expect(await bench.json(['config', 'accept'])).toMatchObject({ settings: [] });
    writeFileSync(bench.config, JSON.stringify({ ...config, budgets: [{ scope: 'session', limit: 9000 }] }));
    const silent = await bench.run(['config', 'accept']);
    expect(silent.exitCode).toBe(4);
    expect(silent.errors).toContain('budgets.session/none');
    expect(await bench.json(['config', 'accept', '--password-stdin'], password)).toMatchObject({ accepted: true });
    expect(await bench.json(['config', 'accept'])).toMatchObject({ settings: [] });
  });
});

describe('greenlight', () => {
  it('says how it is used, and what is wrong with how it was', async () => {
    const bench = await benchOf(config);
    const help = await bench.bare(['--help']);
    expect(help.exitCode).toBe(0);
    expect(help.output).toContain('greenlight serve');
    expect((await bench.bare(['--version'])).output).toMatch(/^\d+\.\d+\.\d+/);
    for (const args of [['fly'], ['takes', 'settle'], ['status', '--fly'], ['takes', '--state', 'odd']]) {
      const { exitCode, errors } = await bench.bare(args);
      expect(exitCode).toBe(2);
      expect(errors).not.toBe('');
    }
  });

  it.each(['FORCE_COLOR', 'CI'])('keeps colour out of a pipe, also where the environment has %s', async (name) => {
    const bench = await benchOf(config);
    const { exitCode, output } = await bench.bare(['report', '--config', bench.config], '', { [name]: '1' });
    expect(exitCode).toBe(0);
    expect(output).not.toBe('');
    expect(output).not.toContain(String.fromCodePoint(27));
  });

  it('has nothing to see where the store is in memory', async () => {
    const bench = await benchOf({ ...config, store: 'memory' });
    const { exitCode, errors } = await bench.run(['status']);
    expect(exitCode).toBe(2);
    expect(errors).toContain('sqlite');
  });
});
