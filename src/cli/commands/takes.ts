import { InvalidArgumentError, Option, type Command } from 'commander';
import { formatCredits, toMicro, type MicroCredits } from '../../model/credits.js';
import { takeStates, type Take, type TakeState } from '../../model/take.js';
import { takeData } from '../../gate/views.js';
import { endTake, takeInDoubt } from '../end-take.js';
import { provePerson } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { guarded, shared, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

interface ListOptions extends SharedOptions {
  readonly shot?: string | undefined;
  readonly state?: TakeState | undefined;
  readonly limit: number;
}

interface SettleOptions extends PasswordOptions {
  readonly credits?: MicroCredits | undefined;
}

/** Takes of the project, newest first. */
export async function listTakes(
  { store, project, shell }: Pick<Desk, 'store' | 'project' | 'shell'>,
  options: Pick<ListOptions, 'shot' | 'state' | 'limit'>,
): Promise<Answer> {
  const takes = await store.takes({ project, shot: options.shot, state: options.state, limit: options.limit });
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
    .option('--limit <number>', 'at most so many', wholeNumber, 50)
    .action((_options: ListOptions, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      return withStore(shell, options, (desk) => listTakes(desk, options));
    });
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

function row(take: Take, { paint }: Shell) {
  const doubtful = take.state === 'in_doubt';
  return [
    take.id,
    new Date(take.at).toISOString().slice(0, 16).replace('T', ' '),
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
