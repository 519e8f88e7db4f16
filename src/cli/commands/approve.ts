import type { Command } from 'commander';
import { accountData } from '../../gate/views.js';
import { approvalData, approvalText } from '../approval-text.js';
import { decide, waitingApproval, type Decided } from '../decide.js';
import { provePerson, type Proof } from '../prove-person.js';
import type { Shell } from '../shell.js';
import { guarded, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';
import { pendingApprovals } from './approvals.js';

interface DecideOptions extends PasswordOptions {
  readonly note?: string | undefined;
}

const states = { approve: 'approved', deny: 'denied' } as const;

/**
 * Shows a waiting approval, makes sure who is there, and decides it. A no needs no password: it spends nothing.
 * @throws CommandError when it does not wait, or the password is missing or wrong.
 */
export async function decideAs(
  desk: Desk,
  verb: keyof typeof states,
  id: string,
  options: Pick<DecideOptions, 'note' | 'json'>,
): Promise<Answer> {
  const { store, shell } = desk;
  const waiting = await waitingApproval(store, id);
  if (options.json !== true) shell.say(`${approvalText(shell.texts, waiting, shell.now())}\n`);
  const proof: Proof =
    verb === 'approve'
      ? await provePerson(store, desk.ask, shell.texts.say('cli/password', 'ask-approve'))
      : { strength: 'client', why: 'no-password' };
  const decided = await decide(store, id, { state: states[verb], strength: proof.strength, note: options.note });
  return {
    text: decidedText(shell, verb, decided, proof),
    data: {
      ...approvalData(decided.approval),
      budget: decided.raised === undefined ? null : accountData(decided.raised),
      proof: proof.why,
    },
  };
}

/** `greenlight approve` and `greenlight deny` (or `reject`); without an id they list what waits. */
export function addApprove(program: Command, shell: Shell): void {
  for (const verb of ['approve', 'deny'] as const) {
    const what = verb === 'approve' ? 'say yes to a waiting request' : 'say no to a waiting request';
    const named = program.command(`${verb} [request]`).description(what);
    // Takes are judged with `feedback`; a request is denied, or rejected, which is the same.
    if (verb === 'deny') named.alias('reject');
    guarded(named)
      .option('--note <text>', 'a word to the agent')
      .action((id: string | undefined, _options: DecideOptions, command: Command) => {
        const options = command.optsWithGlobals<DecideOptions>();
        return withStore(shell, options, (desk) =>
          id === undefined ? pendingApprovals(desk) : decideAs(desk, verb, id, options),
        );
      });
  }
}

function decidedText(shell: Shell, verb: keyof typeof states, decided: Decided, proof: Proof): string {
  const { approval, raised } = decided;
  const section = raised === undefined ? verb : 'approve-budget';
  const mark = verb === 'approve' ? shell.paint.green('✓') : shell.paint.red('✗');
  const lines = [
    `${mark} ${shell.texts.say('cli/approve', section, { ...approval, limit: raised?.limit, scope: raised?.scope })}`,
  ];
  if (verb === 'approve' && proof.why !== 'password') {
    lines.push(shell.paint.yellow(shell.texts.say('cli/password', proof.why)));
  }
  return lines.join('\n');
}
