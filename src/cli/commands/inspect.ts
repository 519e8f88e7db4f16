import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { pricesOf } from '../../prices-of.js';
import { presets } from '../../upstreams/presets/index.js';
import { profileBook } from '../../upstreams/profile-book.js';
import { CommandError } from '../command-error.js';
import { withToolSetting } from '../config-edit.js';
import { inspectTools, type InspectedTool } from '../inspect-tools.js';
import { listen, type Heard } from '../listen.js';
import { plainLine } from '../plain-text.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { toolWish, type ToolWish } from '../tool-wish.js';
import { replaceFile } from '../write-file.js';
import { shared, tell, type Answer } from '../with-store.js';

interface InspectOptions extends SharedOptions {
  readonly server?: string | undefined;
  readonly set: readonly string[];
}

/** What every tool of the upstreams is taken for, with a command for each that is not known. */
export function inspected(heard: Heard, config: Config, shell: Shell): Answer {
  const tools = inspectTools(heard.tools, profileBook(config.servers, presets, undefined, pricesOf(config)));
  const data = { tools, servers: heard.servers };
  const { texts, paint } = shell;
  const unknown = tools.filter((tool) => tool.cost === 'unknown');
  const troubled = heard.servers.filter(({ problems }) => problems.length > 0);
  const parts = [
    ...(tools.length === 0 ? [texts.say('cli/inspect', 'none')] : [toolTable(tools, shell)]),
    ...troubled.map(({ server, problems }) => paint.red(`${server}: ${problems.map(plainLine).join(' ')}`)),
  ];
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
      collect,
      [],
    )
    .action(async (_options: InspectOptions, command: Command) => {
      const options = command.optsWithGlobals<InspectOptions>();
      const wishes = options.set.map(toolWish);
      const { file, config } = readSettings(options, { needsEnvironment: true });
      const wanted = wishes.length > 0 ? wishes.map(({ server }) => server) : options.server;
      const heard = await listen(narrowed(config, wanted), wishes.length === 0);
      tell(shell, options, wishes.length > 0 ? setTools(file, wishes, heard, shell) : inspected(heard, config, shell));
    });
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

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
