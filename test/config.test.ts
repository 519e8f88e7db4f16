import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualQuality } from '../src/model/quality.js';
import { usualReading } from '../src/model/reading.js';
import { ConfigError, loadConfig, parseConfig, policyOf } from '../src/config.js';

function problemsOf(raw: unknown, env: NodeJS.ProcessEnv = {}): readonly string[] {
  try {
    parseConfig(raw, 'greenlight.json', env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const server = { command: 'node', args: ['server.js'] };

describe('a config', () => {
  it('may be empty: it holds safe defaults', () => {
    const config = parseConfig({}, 'greenlight.json', {});
    expect(config).toMatchObject({ project: 'default', mode: 'enforce', servers: {}, store: 'sqlite', log: 'warn' });
    expect(config.budgets.map(({ scope, limit, period }) => [scope, limit, period])).toEqual([
      ['session', 500, 'none'],
      ['project', 2000, 'day'],
    ]);
  });

  it('becomes a policy in micro-credits', () => {
    const budgets = [{ scope: 'session', limit: 0.1, soft: 0.05 }];
    const rules = { rerun: 'ask', 'budget/soft': 'note' };
    const policy = policyOf(
      parseConfig({ budgets, rules, quickLane: { perCall: 1 }, ask: { above: 2 }, zone: 'Europe/Paris' }),
    );
    expect(policy).toMatchObject({
      mode: 'enforce',
      levels: rules,
      quickLane: { perCall: 1_000_000, perDay: 200_000_000 },
      ask: { above: 2_000_000, every: 600_000_000 },
      plan: { tolerance: 0.1 },
      relayedRounds: 3,
      reading: usualReading,
      budgets: [{ scope: 'session', limit: 100_000, soft: 50_000, period: 'none', zone: 'UTC' }],
      loosened: [],
      zone: 'Europe/Paris',
    });
  });

  it('may say what still counts as the same request', () => {
    const reading = { weightStep: 0.1, boosters: ['trending on behance'], seedMakesAnother: true };
    expect(policyOf(parseConfig({ reading })).reading).toEqual({
      ...usualReading,
      ...reading,
    });
  });

  it('may say what is worth paying for, over what is usual', () => {
    const quality = {
      phases: { hero: 'standard' },
      purposes: { social: { pixels: null }, web: { highest: 'standard' } },
      draft: { seconds: 8 },
    };
    const policy = policyOf(parseConfig({ quality })).quality;
    expect(policy.phases).toEqual({ ...usualQuality.phases, hero: 'standard' });
    expect(policy.purposes.social).toEqual({ ...usualQuality.purposes.social, pixels: undefined });
    expect(policy.purposes.web).toEqual({ ...usualQuality.purposes.web, highest: 'standard' });
    expect(policy.draft).toEqual({ ...usualQuality.draft, seconds: 8 });
  });

  it('may say of single shots and projects how strictly a rule is taken', () => {
    const config = parseConfig({
      project: 'film',
      rules: { 'rerun/suspect': 'ask', budget: 'block' },
      projects: { film: { rules: { rerun: 'note' } }, poster: { rules: { rerun: 'off' } } },
      shots: { cover: { rules: { 'stills-first': 'off' } } },
    });
    expect(policyOf(config)).toMatchObject({
      levels: { budget: 'block', rerun: 'note' },
      shots: { cover: { 'stills-first': 'off' } },
    });
    expect(Object.keys(policyOf(config).levels)).not.toContain('rerun/suspect');
  });

  it('goes before the preset it names, key by key', () => {
    const { ask, feedback, budgets } = parseConfig({ preset: 'agency', ask: { above: 50 }, budgets: [] });
    expect(ask).toEqual({ above: 50, every: 500, personAbove: 500, minutes: 240, attended: true });
    expect(feedback).toEqual({ relayedRounds: 1, confirm: true });
    expect(budgets).toEqual([]);
  });

  it('takes limits and trust of a server, and says what is wrong with them', () => {
    const limits = { answerMegabytes: 0.5, depth: 20, seconds: 30, concurrent: 1 };
    const { servers } = parseConfig({ servers: { up: { command: 'up', trust: 'schema', limits } } }, 'f', {});
    expect(servers['up']).toMatchObject({ trust: 'schema', limits });
    const wrong = { trust: 'maybe', limits: { depth: 5000, concurrent: 0, size: 1 } };
    expect(() => parseConfig({ servers: { up: { command: 'up', ...wrong } } }, 'f', {})).toThrow(
      /servers\.up\.trust: [\s\S]*servers\.up\.limits\.depth[\s\S]*servers\.up\.limits\.concurrent/,
    );
  });

  it('fills in what a server does not say', () => {
    const { servers } = parseConfig({ servers: { studio: server, far: { url: 'https://example.com/mcp' } } });
    expect(servers['studio']).toEqual({ ...server, env: {}, tools: {} });
    expect(servers['far']).toEqual({ url: 'https://example.com/mcp', headers: {}, tools: {} });
  });

  it('may say of a tool that it is free, or what it is and costs', () => {
    const tools = { list: 'free', make: { paid: true, kind: 'image', price: { credits: 5 } } };
    const { servers } = parseConfig({ servers: { studio: { ...server, tools } } });
    expect(servers['studio']?.tools).toMatchObject({ list: 'free', make: { paid: true, price: { unit: 'call' } } });
  });
});

describe('a config that cannot be used', () => {
  it.each<[string, unknown, RegExp]>([
    ['an unknown key', { budget: [] }, /budget/],
    ['an unknown key of a server', { servers: { a: { ...server, comand: 'x' } } }, /^servers\.a.*comand/],
    ['an unknown mode', { mode: 'strict' }, /^mode: .*"enforce"\|"shadow"\|"off"/],
    ['an unknown level', { rules: { rerun: 'stop' } }, /^rules\.rerun: .*"block"/],
    ['a negative amount', { quickLane: { perCall: -1 } }, /^quickLane\.perCall: .*>=0/],
    ['an amount as text', { budgets: [{ scope: 'session', limit: '500' }] }, /^budgets\.0\.limit: .*expected number/],
    ['a reading that is none', { reading: { weightStep: 'small' } }, /^reading\.weightStep: .*expected number/],
    ['an unknown key of the reading', { reading: { booster: [] } }, /^reading.*booster/],
    ['an empty booster', { reading: { boosters: [' '] } }, /^reading\.boosters\.0: /],
    ['an unknown preset', { preset: 'guru' }, /^preset: .*"creator"/],
    ['a preset that every object has', { preset: 'toString' }, /^preset: .*"creator"/],
    ['a purpose that is none', { quality: { purposes: { fun: {} } } }, /^quality\.purposes.*/],
    [
      'a purpose with its ends exchanged',
      { quality: { purposes: { social: { lowest: 'premium' } } } },
      /^quality\.purposes\.social: lowest \(premium\) is above highest \(standard\)/,
    ],
    ['an unknown zone', { zone: 'Mars/Base' }, /^zone: an IANA time zone such as Europe\/Paris/],
    ['a server name with an underscore', { servers: { a_b: server } }, /^servers\.a_b.*/],
    ['a server without a command', { servers: { a: { args: [] } } }, /^servers\.a/],
    ['an address that is none', { servers: { a: { url: 'nowhere' } } }, /^servers\.a\.url: .*URL/],
    [
      'a price that is none',
      { servers: { a: { ...server, tools: { t: { paid: true, price: { credits: -1 } } } } } },
      /^servers\.a\.tools\.t\.price\.credits: .*>=0/,
    ],
    ['no object', 'text', /^\(whole file\): .*expected object/],
  ])('because of %s says where and what is expected', (_, raw, expected) => {
    const problems = problemsOf(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('tells all problems together', () => {
    const problems = problemsOf({ mode: 'x', zone: 'y', ask: { above: -1 }, servers: { a: { url: 'z' } } });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(
      expect.arrayContaining(['mode', 'zone', 'ask.above', 'servers.a.url']),
    );
    expect(() => parseConfig({ mode: 'x', zone: 'y' }, 'greenlight.json')).toThrow(
      /greenlight\.json: 2 problem\(s\)\n {2}- /,
    );
  });
});

describe('variables of the environment', () => {
  const env = { KEY: 's3cret', EMPTY: '' };

  it('are put into arguments, environment and headers of servers, with defaults', () => {
    const raw = {
      servers: {
        a: { command: 'node', args: ['--key=${KEY}', '${NONE:-fallback}', '$KEY'], env: { TOKEN: '${KEY}${EMPTY}' } },
        b: { url: 'https://example.com', headers: { authorization: 'Bearer ${KEY}' } },
      },
    };
    expect(parseConfig(raw, 'f', env).servers).toMatchObject({
      a: { args: ['--key=s3cret', 'fallback', '$KEY'], env: { TOKEN: 's3cret' } },
      b: { headers: { authorization: 'Bearer s3cret' } },
    });
  });

  it('that are not set are told, all of them, without anybody’s value', () => {
    const raw = { servers: { a: { command: 'node', args: ['${ONE}'], env: { T: '${TWO}', K: '${KEY}' } } } };
    const problems = problemsOf(raw, env);
    expect(problems).toEqual([
      'servers.a.args.0: environment variable ONE is not set; expected a value or ${ONE:-default}',
      'servers.a.env.T: environment variable TWO is not set; expected a value or ${TWO:-default}',
    ]);
    expect(problems.join()).not.toContain('s3cret');
  });

  it('cannot bring in further references', () => {
    const raw = { servers: { a: { command: 'node', args: ['${KEY}'] } } };
    expect(parseConfig(raw, 'f', { KEY: '${OTHER}', OTHER: 'x' }).servers['a']).toMatchObject({ args: ['${OTHER}'] });
  });
});

describe('a config file', () => {
  let folder = '';
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'config-'));
    await writeFile(file('good.json'), '{ // what we work on\n  "project": "poster",\n}');
    await writeFile(file('bad.json'), '{\n  "project": poster\n}');
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('may hold comments and trailing commas', () => {
    expect(loadConfig(file('good.json')).project).toBe('poster');
  });

  it('that is no JSON says where', () => {
    expect(() => loadConfig(file('bad.json'))).toThrow(/bad\.json: .*\n.*line 2, column 14: .*expected JSON/s);
  });

  it('that is not there says what to do', () => {
    expect(() => loadConfig(file('none.json'))).toThrow(/cannot be read .*greenlight init/s);
  });
});
