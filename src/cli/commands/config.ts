import type { Command } from 'commander';
import { z } from 'zod';
import { acceptPolicy, waitingAtStart, type ConfigBasis, type Waiting } from '../../accepted-policy.js';
import { ConfigError, configSchema, loadConfig, type Config } from '../../config.js';
import { notePlace, placeOf } from '../../ledger-place.js';
import { rules } from '../../rules/index.js';
import { presets } from '../../upstreams/presets/index.js';
import { noPreset } from '../../upstreams/recognise-preset.js';
import { CommandError } from '../command-error.js';
import { findConfig } from '../find-config.js';
import { plainLines } from '../plain-text.js';
import { proveMove } from '../prove-move.js';
import { provePerson } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { guarded, shared, tell, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

/**
 * Checks a config file: its form, the environment its servers need, and the presets and rules it names.
 * @throws ConfigError with all problems together.
 */
export function checkConfig(file: string, shell: Pick<Shell, 'texts'>): Answer {
  const config = loadConfig(file);
  const problems = [...presetProblems(config), ...ruleProblems(config)];
  if (problems.length > 0) throw new ConfigError(file, problems);
  const servers = Object.keys(config.servers);
  const facts = { file, project: config.project, servers, mode: config.mode };
  return { text: shell.texts.say('cli/config', 'right', facts), data: { ...facts, problems: [] } };
}

/** The JSON Schema of the config as a person writes it. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

/**
 * Accepts what the config file allows beyond what was accepted before, another ledger included.
 * @throws CommandError when the password is missing or wrong, or where the ledger is cannot be put on record.
 */
export async function acceptConfig(desk: Desk, json: boolean): Promise<Answer> {
  const { store, shell, file, written } = desk;
  const basis = { file, config: written };
  const unnoted = (why: string): void => shell.say(`${shell.texts.say('cli/config', 'place-unnoted', { why })}\n`);
  const { settings, moved } = await waitingAtStart(store, basis, shell.now(), unnoted);
  const facts = { file, settings, ...(moved !== undefined && { moved }) };
  if (settings.length === 0) return { text: shell.texts.say('cli/config', 'nothing-looser', facts), data: facts };
  if (!json) shell.say(`${waitingText(shell, file, { settings, moved })}\n`);
  const question = shell.texts.say('cli/password', 'ask-config');
  const proof = await (moved === undefined ? provePerson(store, desk.ask, question) : proveMove(desk, moved, question));
  await acceptPolicy(store, basis, shell.now());
  noteLedger(basis);
  const lines = [`${shell.paint.green('✓')} ${shell.texts.say('cli/config', 'accepted', facts)}`];
  if (proof.why !== 'password') lines.push(shell.paint.yellow(shell.texts.say('cli/password', proof.why)));
  return { text: lines.join('\n'), data: { ...facts, accepted: true, proof: proof.why } };
}

/** Puts on record where the ledger of a config is; until that is done, another one still waits. */
function noteLedger({ file, config }: ConfigBasis): void {
  try {
    notePlace(file, placeOf(config));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError('failed', 'place-unwritten', { why });
  }
}

/** What waits to be accepted, in words. */
function waitingText({ texts }: Pick<Shell, 'texts'>, file: string, { settings, moved }: Waiting): string {
  const looser = settings.filter((setting) => moved?.settings.includes(setting) !== true);
  const lines = [
    ...(moved === undefined ? [] : [texts.say('cli/config', moved.kind, { file, ...moved })]),
    ...(looser.length === 0 ? [] : [texts.say('cli/config', 'looser', { file, settings: looser })]),
    texts.say('cli/config', 'look-who', {}),
  ];
  return plainLines(lines.join('\n'));
}

/** `greenlight config`. */
export function addConfig(program: Command, shell: Shell): void {
  const group = program.command('config').description('the config file');
  shared(group.command('check').description('say what is wrong with it, all at once')).action(
    (_options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      tell(shell, options, checkConfig(findConfig(options.config), shell));
    },
  );
  guarded(group.command('accept').description('accept that it allows more than before')).action(
    (_options: PasswordOptions, command: Command) => {
      const options = command.optsWithGlobals<PasswordOptions>();
      return withStore(shell, options, (desk) => acceptConfig(desk, options.json === true), { memory: true });
    },
  );
  shared(group.command('schema').description('print its JSON Schema')).action(() =>
    // It is JSON either way.
    shell.print(JSON.stringify(configJsonSchema(), null, 2)),
  );
}

function presetProblems(config: Config): string[] {
  const known = presets.map(({ name }) => name);
  return Object.entries(config.servers).flatMap(([server, { preset }]) =>
    preset === undefined || preset === noPreset || known.includes(preset)
      ? []
      : [`servers.${server}.preset: there is no preset "${preset}"; expected one of: ${known.join(', ')}`],
  );
}

function ruleProblems(config: Config): string[] {
  const known = new Set(rules.flatMap(({ id, levels }) => [id, ...Object.keys(levels).map((code) => `${id}/${code}`)]));
  const places = (['shots', 'projects'] as const).flatMap((of) =>
    Object.entries(config[of]).map(([name, said]) => ({ where: `${of}.${name}.`, levels: said.rules })),
  );
  return [{ where: '', levels: config.rules }, ...places]
    .flatMap(({ where, levels }) => Object.keys(levels).map((name) => ({ where, name })))
    .filter(({ name }) => !known.has(name))
    .map(({ where, name }) => `${where}rules.${name}: there is no such rule; list them with \`greenlight rules\``);
}
