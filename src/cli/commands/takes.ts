import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { formatCredits, toMicro, type MicroCredits } from '../../model/credits.js';
import { phases } from '../../model/phase.js';
import { takeStates, type Take } from '../../model/take.js';
import { takeData } from '../../gate/views.js';
import { endTake, takeInDoubt } from '../end-take.js';
import { minuteOf } from '../moment.js';
import { provePerson } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { showTake } from '../show-take.js';
import { table } from '../table.js';
import { filteredTakes, words, type TakeFilter } from '../take-filter.js';
import { guarded, shared, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

interface ListOptions extends SharedOptions, TakeFilter {
  readonly limit: number;
}

interface SettleOptions extends PasswordOptions {
  readonly credits?: MicroCredits | undefined;
}

/** Takes of the project, newest first. */
export async function listTakes(
  { store, project, shell }: Pick<Desk, 'store' | 'project' | 'shell'>,
  { limit, ...filter }: TakeFilter & Pick<ListOptions, 'limit'>,
): Promise<Answer> {
  const takes = await filteredTakes(store, project, filter, limit);
  const data = { project, takes: takes.map(takeData) };
  if (takes.length === 0) return { text: shell.texts.say('cli/takes', 'none', { project }), data };
  const columns = [
    { title: 'take' },
    { title: 'when' },
    { title: 'shot', widest: 30 },
    { title: 'with', widest: 30 },
    { title: 'state' },
    { title: 'credits', align: 'right' },
    { title: 'word' },
    { title: 'prompt', widest: 50 },
  ] as const;
  const lines = [
    table(
      columns,
      takes.map((take) => row(take, shell)),
      shell.paint.dim,
    ),
  ];
  const doubtful = takes.filter((take) => take.state === 'in_doubt');
  if (doubtful.length > 0) lines.push('', shell.texts.say('cli/takes', 'in-doubt', { count: doubtful.length }));
  return { text: lines.join('\n'), data };
}

/**
 * Ends a take in doubt as the person says.
 * @throws CommandError when it is not in doubt, or the password is missing or wrong.
 */
export async function endAs(
  desk: Desk,
  id: string,
  end: Parameters<typeof endTake>[2],
  options: Pick<SharedOptions, 'json'>,
): Promise<Answer> {
  const { store, shell } = desk;
  const { texts } = shell;
  const waiting = await takeInDoubt(store, id);
  if (options.json !== true) shell.say(`${texts.say('cli/takes', 'show', { ...waiting, take: id })}\n`);
  const proof = await provePerson(store, desk.ask, texts.say('cli/password', 'ask-settle'));
  const ended = await endTake(store, id, end);
  const section = end.kind === 'settle' ? 'settled' : 'released';
  const lines = [
    `${shell.paint.green('✓')} ${texts.say('cli/takes', section, { ...ended, take: id, was: waiting.held })}`,
  ];
  if (proof.why !== 'password') lines.push(shell.paint.yellow(texts.say('cli/password', proof.why)));
  return { text: lines.join('\n'), data: { ...takeData(ended), proof: proof.why, strength: proof.strength } };
}

/** `greenlight takes`. */
export function addTakes(program: Command, shell: Shell): void {
  const group = program.command('takes').description('look at takes; end those in doubt');
  shared(group.command('list', { isDefault: true }).description('list takes, newest first'))
    .option('--shot <name>', 'only this shot')
    .addOption(new Option('--state <state>', 'only in this state').choices(takeStates))
    .option('--session <id>', 'only of this session')
    .addOption(new Option('--phase <phase>', 'only in this phase').choices(phases))
    .option('--with <text>', 'only where the model, tool or server has this in its name')
    .option('--prompt <text>', 'only where the prompt has this in it')
    .addOption(new Option('--word <word>', 'only with this word on it; none: still waits for one').choices(words))
    .option('--since <date>', 'only from this day (UTC) on, e.g. 2026-11-30', dayOf)
    .option('--limit <number>', 'at most so many', wholeNumber, 50)
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return withStore(shell, options, (desk) => listTakes(desk, filterOf(options)));
    });
  shared(
    group.command('show <take>').description('everything about one: prompt, cost, files, what it came from'),
  ).action((id: string, _options: SharedOptions, command: Command) =>
    withStore(shell, command.optsWithGlobals<SharedOptions>(), (desk) => showTake(desk, id)),
  );
  guarded(group.command('settle <take>').description('it was made (or billed): post its credits'))
    .option('--credits <number>', 'what it cost; default: what is held', credits)
    .action((id: string, _options: SettleOptions, command: Command) => {
      const options = command.optsWithGlobals<SettleOptions>();
      const end = { kind: 'settle', amount: options.credits } as const;
      return withStore(shell, options, (desk) => endAs(desk, id, end, options));
    });
  guarded(group.command('release <take>').description('it was not billed: give its credits back')).action(
    (id: string, _options: PasswordOptions, command: Command) => {
      const options = command.optsWithGlobals<PasswordOptions>();
      return withStore(shell, options, (desk) => endAs(desk, id, { kind: 'release' }, options));
    },
  );
}

/** The options that say which takes, without those that every command has. */
function filterOf({ shot, state, session, phase, with: named, prompt, word, since, limit }: ListOptions) {
  return { shot, state, session, phase, with: named, prompt, word, since, limit };
}

function dayOf(text: string): number {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('Expected a date such as 2026-11-30.');
  return Date.parse(`${text}T00:00:00Z`);
}

function row(take: Take, { paint }: Shell) {
  const doubtful = take.state === 'in_doubt';
  return [
    take.id,
    minuteOf(take.at),
    `${take.shot}/${take.phase}`,
    take.model ?? take.tool,
    doubtful ? { text: take.state, paint: paint.yellow } : take.state,
    formatCredits(take.state === 'posted' ? take.paid : take.held),
    take.feedback?.verdict ?? '',
    take.prompt,
  ];
}

function credits(text: string): MicroCredits {
  const micro = text.trim() === '' ? undefined : toMicro(Number(text));
  if (micro === undefined) throw new InvalidArgumentError('Expected credits, 0 or more.');
  return micro;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Expected a whole number, 1 or more.');
  return number;
}
