import { isPassword, passwordState } from '../approvals/person.js';
import type { Store } from '../gate/store-port.js';
import type { Strength } from '../model/strength.js';
import { CommandError } from './command-error.js';
import type { PasswordReader } from './password-reader.js';

/** How sure it is that a person gave a command, and why. */
export interface Proof {
  readonly strength: Strength;
  readonly why: 'password' | 'no-password' | 'password-late';
}

/**
 * How sure it is that a person is there. Only the password proves one: without it anything on this machine could have
 * given the command.
 * @throws CommandError when a password is set and was not given, or was wrong.
 */
export async function provePerson(store: Store, ask: PasswordReader, question: string): Promise<Proof> {
  const state = await passwordState(store);
  if (state === 'none') return { strength: 'client', why: 'no-password' };
  const given = await ask(question);
  if (given === undefined) throw new CommandError('refused', 'password-needed');
  if (!(await isPassword(store, given))) throw new CommandError('refused', 'password-wrong');
  if (state === 'late') return { strength: 'client', why: 'password-late' };
  return { strength: 'person', why: 'password' };
}
