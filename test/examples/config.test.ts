import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, policyOf } from '../../src/config.js';
import { presets } from '../../src/upstreams/presets/index.js';
import { profileBook } from '../../src/upstreams/profile-book.js';

const folder = 'examples/config';
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** The variables that a file needs: those it names without a default. */
function needed(file: string): readonly string[] {
  const names = [...readFileSync(file, 'utf8').matchAll(/\$\{([A-Z_]+)\}/g)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

it('there are example configs', () => {
  expect(files.length).toBeGreaterThanOrEqual(4);
});

describe.each(files)('examples/config/%s', (name) => {
  const file = join(folder, name);
  const fakes = Object.fromEntries(needed(file).map((key) => [key, `fake-${key}`]));

  it('loads, with every reference to the environment filled in', () => {
    const config = loadConfig(file, fakes);
    expect(Object.keys(config.servers).length).toBeGreaterThan(0);
    expect(JSON.stringify(config.servers)).not.toContain('${');
    for (const key of Object.keys(fakes)) expect(JSON.stringify(config.servers)).toContain(`fake-${key}`);
  });

  it('names every variable that is not set', () => {
    expect.assertions(1 + needed(file).length);
    try {
      loadConfig(file, {});
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      for (const key of needed(file)) expect(String(error)).toContain(key);
    }
  });

  it('holds no key of anybody: every secret is a reference', () => {
    const { servers } = loadConfig(file, fakes);
    const secrets = Object.values(servers).flatMap((server) =>
      Object.entries('url' in server ? server.headers : server.env).filter(([key]) => /key|token|auth/i.test(key)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, value] of secrets) expect(value).toContain('fake-');
  });

  it('has hard lines above its soft ones, and a quick lane and questions below them', () => {
    const policy = policyOf(loadConfig(file, fakes));
    const limits = policy.budgets.map(({ limit }) => limit);
    for (const { soft, limit } of policy.budgets) expect(soft ?? 0).toBeLessThan(limit);
    expect(policy.quickLane.perDay).toBeLessThan(Math.min(...limits));
    expect(policy.ask.above).toBeLessThan(Math.min(...limits));
  });

  it('describes tools that can be called: a price reads an argument that the profile knows', () => {
    const { servers } = loadConfig(file, fakes);
    const book = profileBook(servers, presets);
    for (const [server, { tools }] of Object.entries(servers)) {
      for (const tool of Object.keys(tools)) {
        const { profile } = book.of(server, tool, { name: tool });
        const { unit, models = {} } = profile.price ?? {};
        if (unit === 'second') expect(profile.arguments.seconds, tool).toBeDefined();
        if (unit === '1k-characters') expect(profile.arguments.prompt, tool).toBeDefined();
        if (Object.keys(models).length > 0) expect(profile.arguments.model, tool).toBeDefined();
      }
    }
  });
});

it('mcp.json starts the published package, in the form that clients read', () => {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  const { name, bin, files: shipped } = read('package.json') as { name: string; bin: object; files: string[] };
  expect(read('mcp.json')).toEqual({ mcpServers: { greenlight: { command: 'npx', args: ['-y', name, 'serve'] } } });
  // npx runs a package by its name alone when it has exactly one program.
  expect(Object.keys(bin)).toHaveLength(1);
  expect(shipped).toContain('mcp.json');
});
