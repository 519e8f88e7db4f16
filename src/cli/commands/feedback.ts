import { Option, type Command } from 'commander';
import { feedbackSchema, type FeedbackVerdict } from '../../model/feedback.js';
import { isProblem } from '../../gate/flow/desk.js';
import { wordOnTake } from '../../gate/flow/word-on-take.js';
import { takeData } from '../../gate/views.js';
import { newId } from '../../new-id.js';
import { CommandError } from '../command-error.js';
import { provePerson } from '../prove-person.js';
import { repeated } from '../repeated.js';
import type { Shell } from '../shell.js';
import { takeText } from '../take-text.js';
import { guarded, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

const verdicts = feedbackSchema.shape.verdict.options;

/** A person's word on a take, as it is typed. */
export interface WordOptions extends PasswordOptions {
  readonly note?: string | undefined;
  readonly keep: readonly string[];
  readonly change: readonly string[];
  readonly remove: readonly string[];
}

/**
 * Stores a person's word on a take, in the way in which an agent's `feedback` does, but as strong as the person proves to
 * be. Every word needs the password once one is set: each opens the way for the next paid call.
 * @throws CommandError when there is no such take, it is not done, or the password is missing or wrong.
 */
export async function sayWord(
  desk: Desk,
  id: string,
  verdict: FeedbackVerdict,
  options: Omit<WordOptions, 'passwordStdin'>,
): Promise<Answer> {
  const { store, shell, project } = desk;
  const { texts, paint } = shell;
  const { note, keep, change, remove } = options;
  const body = feedbackSchema.safeParse({ verdict, note, keep, change, remove });
  if (!body.success) {
    const problems = body.error.issues.map(({ path, message }) => `--${String(path[0] ?? '')}: ${message}`);
    throw new CommandError('usage', 'bad-word', { problems });
  }
  const known = await store.take(id);
  if (options.json !== true && known?.project === project) shell.say(`${takeText(texts, known)}\n`);
  const proof = await provePerson(store, desk.ask, texts.say('cli/password', 'ask-feedback'));
  const wordDesk = {
    ports: { store, newId, clock: shell.now },
    findTool: () => undefined,
    toolNames: () => [],
  };
  const given = await wordOnTake(wordDesk, project, { take: id, body: body.data, strength: proof.strength });
  if (isProblem(given)) throw new CommandError('missing', given.problem, given.facts);
  const { feedback, stillWaiting, passedOver, reading } = given;
  const facts = { ...feedback, shot: given.take.shot, phase: given.take.phase, stillWaiting, passedOver };
  const mark = verdict === 'approve' ? paint.green('✓') : '·';
  const lines = [`${mark} ${texts.say('cli/feedback', verdict, facts)}`];
  if (reading.unread.length > 0) lines.push(texts.say('cli/feedback', 'unread', { unread: reading.unread }));
  if (proof.why !== 'password') lines.push(paint.yellow(texts.say('cli/password', proof.why)));
  return {
    text: lines.join('\n'),
    data: {
      ...takeData({ ...given.take, feedback }),
      ...{ keep: feedback.keep, change: feedback.change, remove: feedback.remove, note: feedback.note },
      ...{ unread: reading.unread, stillWaiting, passedOver, proof: proof.why, strength: proof.strength },
    },
  };
}

/** `greenlight feedback`. */
export function addFeedback(program: Command, shell: Shell): void {
  const command = program.command('feedback').description('say your word on a take: what stays, changes, goes');
  command.argument('<take>', 'take id, as `greenlight takes` lists it');
  command.addArgument(command.createArgument('<word>', 'what you say').choices(verdicts));
  const lists = { keep: 'what must stay', change: 'what must change', remove: 'what must go' } as const;
  for (const [name, what] of Object.entries(lists)) {
    command.addOption(new Option(`--${name} <text>`, `${what}; may be repeated`).argParser(repeated).default([]));
  }
  guarded(command)
    .option('--note <text>', 'your own words')
    .action((id: string, verdict: FeedbackVerdict, _options: WordOptions, run: Command) => {
      const options = run.optsWithGlobals<WordOptions>();
      return withStore(shell, options, (desk) => sayWord(desk, id, verdict, options));
    });
}
