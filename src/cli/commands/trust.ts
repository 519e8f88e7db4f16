import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { newPin, pinAnew } from '../../gate/tool-pins.js';
import { pinnedServer, sha256 } from '../../upstreams/tool-trust.js';
import { CommandError } from '../command-error.js';
import { listen, type Heard } from '../listen.js';
import { plainLine } from '../plain-text.js';
import { provePerson } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { trustItems, type TrustItem } from '../trust-view.js';
import { guarded, shared, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

/** How the tools of the servers stand to their pins, with what differs. */
export async function showTrust(desk: Omit<Desk, 'ask'>, heard: Heard): Promise<Answer> {
  const items = await itemsOf(desk, heard);
  const { texts, paint } = desk.shell;
  const troubled = heard.servers.filter(({ problems }) => problems.length > 0);
  const other = items.filter(({ difference }) => difference !== undefined);
  const odd = items.filter(({ hidden, phrases }) => hidden || phrases.length > 0);
  const parts = [
    items.length === 0 ? texts.say('cli/trust', 'none') : trustTable(items, desk.shell),
    ...troubled.map(({ server, problems }) => paint.red(`${server}: ${problems.map(plainLine).join(' ')}`)),
    ...odd.map((item) => paint.yellow(plainLine(texts.say('cli/trust', 'odd', { ...item })))),
    ...other.map((item) => differenceText(item, desk.shell)),
  ];
  if (other.length > 0) parts.push(texts.say('cli/trust', 'accept', { commands: commandsFor(other) }));
  return { text: parts.join('\n\n'), data: { tools: items, servers: heard.servers } };
}

/**
 * Pins what a server says of its tools now: those named, or all of which something changed.
 * @throws CommandError when server or tool does not exist, or the password is missing or wrong.
 */
export async function acceptTools(desk: Desk, heard: Heard, server: string, named: readonly string[]): Promise<Answer> {
  const { store, shell, config } = desk;
  const entry = config.servers[server];
  const items = (await itemsOf(desk, heard)).filter((item) => item.server === server && item.definition !== undefined);
  const status = heard.servers.find((each) => each.server === server);
  // What stands in the cache only was not said now.
  if (entry === undefined || status?.state !== 'ready' || status.cached || items.length === 0) {
    throw new CommandError('failed', 'server-unheard', { server, problems: status?.problems.map(plainLine) ?? [] });
  }
  const unknown = named.find((tool) => !items.some((item) => item.tool === tool));
  if (unknown !== undefined) {
    throw new CommandError('missing', 'no-such-tool', { server, tool: unknown, known: items.map(({ tool }) => tool) });
  }
  const wanted = items.filter(
    ({ tool, standing }) => standing !== 'pinned' && (named.length === 0 || named.includes(tool)),
  );
  const facts = { server, tools: wanted.map(({ tool }) => plainLine(tool)) };
  if (wanted.length === 0) {
    return { text: shell.texts.say('cli/trust', 'nothing', facts), data: { ...facts, accepted: false } };
  }
  const other = wanted.filter(({ difference }) => difference !== undefined);
  if (other.length > 0) shell.say(`${other.map((item) => differenceText(item, shell)).join('\n\n')}\n`);
  const { strength, why } = await provePerson(store, desk.ask, shell.texts.say('cli/password', 'ask-trust'));
  const by = { at: shell.now(), who: strength };
  for (const { tool, definition = {} } of wanted) {
    await pinAnew(store, newPin({ ...pinnedServer(server, entry), tool, definition }, by, sha256));
  }
  const lines = [`${shell.paint.green('✓')} ${shell.texts.say('cli/trust', 'accepted', facts)}`];
  if (why !== 'password') lines.push(shell.paint.yellow(shell.texts.say('cli/password', why)));
  return { text: lines.join('\n'), data: { ...facts, accepted: true, proof: why } };
}

/** `greenlight trust`. */
export function addTrust(program: Command, shell: Shell): void {
  const group = program.command('trust').description('what changed about the tools of the servers, and accepting it');
  shared(
    group.command('list [server]', { isDefault: true }).description('how each tool stands to what was pinned'),
  ).action((server: string | undefined, _options: SharedOptions, command: Command) =>
    withStore(shell, command.optsWithGlobals<SharedOptions>(), async (desk) => {
      const config = server === undefined ? desk.config : only(desk.config, server);
      return showTrust({ ...desk, config }, await listen(config, true, shell));
    }),
  );
  guarded(group.command('accept <server> [tools...]').description('accept what a server says of its tools now')).action(
    (server: string, tools: readonly string[], _options: PasswordOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<PasswordOptions>(), async (desk) => {
        const config = only(desk.config, server);
        return acceptTools({ ...desk, config }, await listen(config, true, shell), server, tools);
      }),
  );
}

function only(config: Config, server: string): Config {
  const entry = Object.hasOwn(config.servers, server) ? config.servers[server] : undefined;
  if (entry !== undefined) return { ...config, servers: { [server]: entry } };
  throw new CommandError('missing', 'no-such-server', { server, known: Object.keys(config.servers) });
}

function itemsOf({ config, store }: Pick<Desk, 'config' | 'store'>, heard: Heard): Promise<TrustItem[]> {
  const whole = heard.servers.filter(({ state, cached }) => state === 'ready' && !cached).map(({ server }) => server);
  return trustItems(config, store, heard.tools, whole);
}

function trustTable(items: readonly TrustItem[], { paint, texts }: Shell): string {
  const paints = { pass: paint.green, 'held-back': paint.red, asks: paint.yellow };
  const rows = items.map(({ server, tool, standing, calls, pinnedAt, by }) => [
    server,
    tool,
    texts.say('cli/trust', `is-${standing}`),
    { text: texts.say('cli/trust', `calls-${calls}`), paint: paints[calls] },
    pinnedAt?.slice(0, 16).replace('T', ' ') ?? '',
    by ?? '',
  ]);
  const titles = ['server', 'tool', 'definition', 'calls', 'pinned', 'by'].map((title) => ({ title }));
  return table(titles, rows, paint.dim);
}

function differenceText({ server, tool, difference = '' }: TrustItem, { paint }: Shell): string {
  const lines = difference.split('\n').map((line) => {
    const plain = plainLine(line);
    if (line.startsWith('+')) return paint.green(plain);
    return line.startsWith('-') ? paint.red(plain) : paint.dim(plain);
  });
  return [paint.bold(plainLine(`${server}.${tool}`)), ...lines].join('\n');
}

function commandsFor(items: readonly TrustItem[]): string[] {
  return [...new Set(items.map(({ server }) => `\`greenlight trust accept ${server}\``))];
}
