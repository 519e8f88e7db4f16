import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseConfig, policyOf } from '../src/config.js';

/** The problems of a config that cannot be used. */
function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  throw new Error('the config was taken');
}

const server = { command: 'node', args: ['server.mjs'] };

describe('parseConfig', () => {
  it('fills in the defaults of an empty config', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({ project: 'default', servers: {}, mode: 'enforce', store: 'sqlite' });
    expect(policyOf(config)).toMatchObject({
      quickLane: { perCall: 60_000_000, perDay: 200_000_000 },
      ask: { above: 200_000_000, every: 600_000_000 },
      budgets: [
        { scope: 'session', limit: 500_000_000, soft: 400_000_000 },
        { scope: 'project', limit: 2_000_000_000, soft: undefined, period: 'day' },
      ],
    });
  });

  it('tells all problems together, each with its path', () => {
    const raw = { project: 'a b', budgets: [{ scope: 'planet', limit: 1 }], quicklane: {}, zone: 'Mars/Olympus' };
    const problems = problemsOf(() => parseConfig(raw));
    for (const where of ['project: ', 'budgets.0.scope: ', 'zone: ', '(whole file): ']) {
      expect(problems.filter((problem) => problem.startsWith(where))).toHaveLength(1);
    }
    expect(problems.join()).toContain('quicklane');
  });

  it('says what is wrong inside a tool, not that it could have been "free"', () => {
    const draw = { paid: true, tier: 'draft', price: { credits: -1 } };
    const problems = problemsOf(() => parseConfig({ servers: { a: { ...server, tools: { draw } } } }));
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^servers\.a\.tools\.draw\.tier: .*budget/);
    expect(problems[1]).toMatch(/^servers\.a\.tools\.draw\.price\.credits: /);
  });

  it('says what is wrong with the kind of server that the keys point to', () => {
    const wrong = { command: 'node', args: 'server.mjs' };
    expect(problemsOf(() => parseConfig({ servers: { a: wrong } }))).toEqual([
      expect.stringMatching(/^servers\.a\.args: /),
    ]);
    expect(problemsOf(() => parseConfig({ servers: { a: { url: 'nowhere' } } }))).toEqual([
      expect.stringMatching(/^servers\.a\.url: /),
    ]);
    expect(problemsOf(() => parseConfig({ servers: { a: { ...server, prefx: '' } } }))).toEqual([
      expect.stringContaining('prefx'),
    ]);
  });

  it('puts the environment into arguments, variables and headers; what is missing is named', () => {
    const near = { ...server, args: ['--key=${KEY}'], env: { HOST: '${HOST:-local}', KEY: '${KEY}' } };
    const far = { url: 'https://example.com/mcp', headers: { Authorization: 'Bearer ${TOKEN}' } };
    const { servers } = parseConfig({ servers: { near, far } }, 'config', { KEY: 'k', TOKEN: 't' });
    expect(servers).toMatchObject({
      near: { args: ['--key=k'], env: { HOST: 'local', KEY: 'k' } },
      far: { headers: { Authorization: 'Bearer t' } },
    });
    const problems = problemsOf(() => parseConfig({ servers: { near, far } }, 'config', {}));
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'servers.near.args.0',
      'servers.near.env.KEY',
      'servers.far.headers.Authorization',
    ]);
  });
});

describe('loadConfig', () => {
  let folder: string;
  const write = (text: string): string => {
    const file = join(folder, 'greenlight.json');
    writeFileSync(file, text);
    return file;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'greenlight-config-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads comments and trailing commas', () => {
    expect(loadConfig(write('{ // mine\n  "project": "poster",\n}'), {}).project).toBe('poster');
  });

  it('says where the text is no JSON', () => {
    expect(problemsOf(() => loadConfig(write('{\n  "project" "poster"\n}'), {}))[0]).toMatch(/^line 2, column \d+: /);
  });

  it('says what to do when there is no file', () => {
    expect(problemsOf(() => loadConfig(join(folder, 'none.json'), {}))[0]).toContain('greenlight init');
  });
});
