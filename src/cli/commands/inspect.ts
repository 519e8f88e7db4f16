import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { openStore } from '../../engine.js';
import { pricesOf, statedRatesOf } from '../../prices-of.js';
import { presets } from '../../upstreams/presets/index.js';
import { profileBook } from '../../upstreams/profile-book.js';
import { CommandError } from '../command-error.js';
import { withToolSetting } from '../config-edit.js';
import { inspectTools, type InspectedTool } from '../inspect-tools.js';
import { listen, type Heard } from '../listen.js';
import { plainLine } from '../plain-text.js';
import { repeated } from '../repeated.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { trustItems, type TrustItem } from '../trust-view.js';
import { toolWish, type ToolWish } from '../tool-wish.js';
import { replaceFile } from '../write-file.js';
import { shared, tell, type Answer } from '../with-store.js';

interface InspectOptions extends SharedOptions {
  readonly server?: string | undefined;
  readonly set: readonly string[];
}

/** What every tool of the upstreams is taken for, with a command for each that is not known. */
export function inspected(heard: Heard, config: Config, shell: Shell, trust: readonly TrustItem[] = []): Answer {
  const tools = inspectTools(
    heard.tools,
    profileBook(config.servers, presets, undefined, pricesOf(config), statedRatesOf(config)),
    (server) => 'url' in (config.servers[server] ?? {}),
  );
  const held = trust.filter(({ calls }) => calls !== 'pass').map(({ server, tool }) => `${server}.${tool}`);
  const data = { tools, servers: heard.servers, held };
  const { texts, paint } = shell;
  const unknown = tools.filter((tool) => tool.cost === 'unknown');
  const troubled = heard.servers.filter(({ problems }) => problems.length > 0);
  const parts = [
    ...(tools.length === 0 ? [texts.say('cli/inspect', 'none')] : [toolTable(tools, shell)]),
    ...statedLines(tools, shell),
    ...inputLines(tools, shell),
    ...troubled.map(({ server, problems }) => paint.red(`${server}: ${problems.map(plainLine).join(' ')}`)),
  ];
  if (held.length > 0) {
    const facts = { count: held.length, tools: held.map(plainLine) };
    parts.push(paint.red(texts.say('cli/trust', 'held', facts)));
  }
  if (unknown.length > 0) {
    const lines = unknown.map((tool) =>
      unknownLines(tool, shell)
        .map((line) => `  ${plainLine(line)}`)
        .join('\n'),
    );
    const head = paint.yellow(texts.say('cli/inspect', 'unknown', { count: unknown.length }));
    parts.push([head, ...lines].join('\n'));
  }
  return { text: parts.join('\n\n'), data };
}

/**
 * Writes what a person says of tools into the config, all in one step.
 * @throws CommandError when a server or a tool does not exist.
 */
export function setTools(file: string, wishes: readonly ToolWish[], heard: Heard, shell: Shell): Answer {
  const today = new Date(shell.now()).toISOString().slice(0, 10);
  let text = readFileSync(file, 'utf8');
  for (const wish of wishes) {
    const ofServer = heard.tools.filter(({ server }) => server === wish.server);
    const known = ofServer.find(({ name }) => name === wish.tool);
    // Where the server said what it has, another name is a slip of the pen; where it said nothing, the person knows.
    if (known === undefined && ofServer.length > 0) {
      throw new CommandError('missing', 'no-such-tool', { ...wish, known: ofServer.map(({ name }) => name) });
    }
    text = withToolSetting(text, wish, known?.definition ?? {}, today);
  }
  replaceFile(file, text);
  const lines = wishes.map((wish) => {
    const facts = { ...wish, price: wish.credits !== undefined, unit: wish.unit ?? 'call' };
    return `${shell.paint.green('✓')} ${plainLine(shell.texts.say('cli/inspect', wish.paid ? 'set-paid' : 'set-free', facts))}`;
  });
  const data = { file, set: wishes };
  return { text: [...lines, shell.texts.say('cli/inspect', 'written', { file })].join('\n'), data };
}

/** `greenlight inspect`. */
export function addInspect(program: Command, shell: Shell): void {
  shared(program.command('inspect').description('what every upstream tool is taken for; say what it is'))
    .option('--server <name>', 'only this server')
    .option(
      '--set <tool=what>',
      'SERVER.TOOL=free or SERVER.TOOL=paid[:KIND[:CREDITS[:UNIT]]]; may be repeated',
      repeated,
      [],
    )
    .action(async (_options: InspectOptions, command: Command) => {
      const options = command.optsWithGlobals<InspectOptions>();
      const wishes = options.set.map(toolWish);
      const { file, config } = readSettings(options, { needsEnvironment: true });
      const wanted = wishes.length > 0 ? wishes.map(({ server }) => server) : options.server;
      const heard = await listen(narrowed(config, wanted), wishes.length === 0, shell);
      if (wishes.length > 0) tell(shell, options, setTools(file, wishes, heard, shell));
      else tell(shell, options, inspected(heard, config, shell, await trustOf(config, heard)));
    });
}

/** How the tools heard stand to their pins; a config without a lasting store has none. */
async function trustOf(config: Config, heard: Heard): Promise<readonly TrustItem[]> {
  if (config.store === 'memory') return [];
  const store = await openStore(config);
  try {
    return await trustItems(config, store, heard.tools, []);
  } finally {
    await store.close();
  }
}

function narrowed(config: Config, wanted: string | readonly string[] | undefined): Config {
  if (wanted === undefined) return config;
  const names = typeof wanted === 'string' ? [wanted] : wanted;
  const unknown = names.find((name) => !Object.hasOwn(config.servers, name));
  if (unknown !== undefined) {
    throw new CommandError('missing', 'no-such-server', { server: unknown, known: Object.keys(config.servers) });
  }
  const servers = Object.entries(config.servers).filter(([name]) => names.includes(name));
  return { ...config, servers: Object.fromEntries(servers) };
}

function toolTable(tools: readonly InspectedTool[], shell: Shell): string {
  const { paint } = shell;
  const paints = { free: paint.green, paid: (text: string) => text, unknown: paint.yellow };
  const rows = tools.map((tool) => [
    tool.server,
    tool.tool,
    tool.kind,
    { text: tool.cost, paint: paints[tool.cost] },
    tool.price ?? (tool.cost === 'unknown' ? '?' : ''),
    tool.source,
    grounds(tool, shell),
  ]);
  const titles = ['server', 'tool', 'kind', 'cost', 'credits', 'known from', 'because'].map((title) => ({ title }));
  return table(titles, rows, paint.dim);
}

/** What servers say themselves that their tools cost, in their own words: estimates until the person says more. */
function statedLines(tools: readonly InspectedTool[], { texts, paint }: Shell): string[] {
  const lines = tools.flatMap(({ server, tool, stated = [] }) =>
    stated.map((words) => plainLine(texts.say('cli/inspect', 'stated-of', { server, tool, words }))),
  );
  return lines.length === 0
    ? []
    : [[texts.say('cli/inspect', 'stated'), ...lines.map((line) => paint.dim(`  ${line}`))].join('\n')];
}

/** How assets reach the tools that start from one: read from their schemas, and the person's to say otherwise. */
function inputLines(tools: readonly InspectedTool[], { texts, paint }: Shell): string[] {
  const lines = tools.flatMap(({ server, tool, inputs = {} }) => {
    const list = Object.entries(inputs).map(([argument, { form, because }]) => {
      return texts.say('cli/inspect', 'input', { argument, form, because });
    });
    return list.length === 0
      ? []
      : [plainLine(texts.say('cli/inspect', 'inputs-of', { server, tool, list: list.join(', ') }))];
  });
  return lines.length === 0
    ? []
    : [[texts.say('cli/inspect', 'inputs'), ...lines.map((line) => paint.dim(`  ${line}`))].join('\n')];
}

/** The commands that settle a tool, under what its arguments are read as. */
function unknownLines({ server, tool, settle, why }: InspectedTool, { texts, paint }: Shell): string[] {
  const read = why.filter(({ from, about }) => from === 'arguments' && about !== 'cost' && about !== 'kind');
  const list = read.map(({ says, words }) => `${says} = ${words}`).join(', ');
  const known =
    list === '' ? [] : [paint.dim(plainLine(texts.say('cli/inspect', 'arguments', { server, tool, list })))];
  return [...known, plainLine(settle?.paid ?? ''), plainLine(settle?.free ?? '')];
}

/** Why a tool is taken for free or paid, in its definition's own words. */
function grounds({ why }: InspectedTool, { texts }: Shell): string {
  const said = why.filter(({ about }) => about === 'cost');
  return said.map(({ from, says, words }) => texts.say('cli/inspect', 'ground', { from, says, words })).join(', ');
}
