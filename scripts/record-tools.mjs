// npm run record:tools -- <preset> <folder of the package> -- <command> [arguments…]: starts a server, lists its tools and writes
// test/fixtures/tools/<preset>.json: what the tools are called and take. The servers' own prose is left out.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { format, resolveConfig } from 'prettier';
import { rootFrom } from './lib/arguments.mjs';

const USAGE = 'usage: npm run record:tools -- <preset> <folder of the package> -- <command> [arguments…]';

/** What of a schema says which values an argument takes; titles, descriptions and examples are prose. */
const KEPT = [
  'type',
  'enum',
  'const',
  'default',
  'required',
  'minimum',
  'maximum',
  'multipleOf',
  'additionalProperties',
];
const BRANCHES = ['anyOf', 'oneOf', 'allOf'];

function bare(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = KEPT.filter((key) => key in schema && typeof schema[key] !== 'function');
  const found = Object.fromEntries(
    kept.map((key) => [key, key === 'additionalProperties' ? schema[key] !== false : schema[key]]),
  );
  if (found.additionalProperties === true) delete found.additionalProperties;
  if (schema.properties) {
    found.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, bare(one)]));
  }
  if (schema.items) found.items = bare(schema.items);
  for (const key of BRANCHES) if (key in schema) found[key] = schema[key].map(bare);
  return found;
}

/** How the texts of licences begin whose facts may be recorded. */
const LICENCES = {
  'MIT License': 'MIT',
  'The MIT License (MIT)': 'MIT',
  'ISC License': 'ISC',
  'Apache License': 'Apache-2.0',
};

/** The licence that lies beside a package whose package.json names none. */
function licenceIn(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.(md|txt))?$/i.test(name));
  const [first] = file === undefined ? [''] : readFileSync(join(folder, file), 'utf8').trimStart().split('\n');
  return LICENCES[first.trim()] ?? 'none stated';
}

async function list(command, args) {
  const client = new Client({ name: 'greenlight-record', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: 'ignore' }));
  try {
    const { tools } = await client.listTools();
    return { server: client.getServerVersion()?.name ?? '', tools };
  } finally {
    await client.close();
  }
}

async function main(argv) {
  const split = argv.indexOf('--');
  const [preset, folder] = argv.slice(0, split === -1 ? 0 : split);
  const [command, ...args] = argv.slice(split + 1);
  if (split === -1 || folder === undefined || command === undefined) throw new Error(USAGE);
  const { name, version, license = licenceIn(folder) } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { server, tools } = await list(command, args);
  const path = join(rootFrom(process.argv), 'test/fixtures/tools', `${preset}.json`);
  const { left, samples } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const found = tools.map((tool) => ({ name: tool.name, inputSchema: bare(tool.inputSchema) }));
  const record = { package: name, version, license, origin: 'recorded', server, left, samples, tools: found };
  mkdirSync(dirname(path), { recursive: true });
  const style = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(record), { ...style, parser: 'json' }));
  console.log(`wrote ${path}: ${found.length} tools of ${server}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`record-tools: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
