import type { Command } from 'commander';
import { hashPassword } from '../../approvals/password.js';
import {
  lateSetting,
  passwordSetting,
  passwordState,
  setFirstPassword,
  shortestPassword,
} from '../../approvals/person.js';
import type { Store } from '../../gate/store-port.js';
import { CommandError } from '../command-error.js';
import type { PasswordReader } from '../password-reader.js';
import { provePerson } from '../prove-person.js';
import type { Shell } from '../shell.js';
import { guarded, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

/**
 * Sets the first password. One that is set after an agent began to work here is marked as late: the agent could have set
 * it itself.
 * @throws CommandError when one is set already, or the new one is missing, too short or mistyped.
 */
export async function setPassword(
  desk: Pick<Desk, 'store' | 'project' | 'written' | 'shell' | 'ask'>,
): Promise<Answer> {
  const { store, shell } = desk;
  if ((await store.setting(passwordSetting)) !== undefined) throw new CommandError('failed', 'password-exists');
  const chosen = await chooseNew(desk.ask, shell, shell.input.isTTY === true);
  // Naming another project does not make a password earlier than the agent of the config's own.
  const state = await setFirstPassword(store, [desk.project, desk.written.project], chosen, shell.now());
  if (typeof state === 'object') throw new CommandError('failed', state.problem, state.facts);
  const late = state === 'late';
  return said(shell, late ? 'set-late' : 'set', { set: true, late });
}

/**
 * Puts a new password in place of the present one.
 * @throws CommandError when none is set, the present one is wrong, or the new one cannot be taken.
 */
export async function changePassword(desk: Pick<Desk, 'store' | 'shell' | 'ask'>): Promise<Answer> {
  const { store, shell } = desk;
  await provePresent(store, desk.ask, shell.texts.say('cli/password', 'ask-old'));
  const chosen = await chooseNew(desk.ask, shell, shell.input.isTTY === true);
  await store.saveSetting(passwordSetting, await hashPassword(chosen));
  const late = await isLate(store);
  return said(shell, 'changed', { set: true, late });
}

/**
 * Says whether a password is right and for how much it counts.
 * @throws CommandError when none is set or it is wrong.
 */
export async function checkPassword(desk: Pick<Desk, 'store' | 'shell' | 'ask'>): Promise<Answer> {
  const { store, shell } = desk;
  await provePresent(store, desk.ask, shell.texts.say('cli/password', 'ask-password'));
  const late = await isLate(store);
  return said(shell, late ? 'right-late' : 'right', { right: true, late });
}

/**
 * Confirms a password that was set late: typed at a terminal, while no request waits that it could serve.
 * @throws CommandError when it is not typed, requests wait, none is set or it is wrong.
 */
export async function confirmPassword(
  desk: Pick<Desk, 'store' | 'project' | 'shell' | 'ask'>,
  options: Pick<PasswordOptions, 'passwordStdin'>,
): Promise<Answer> {
  const { store, shell } = desk;
  if (options.passwordStdin === true || shell.input.isTTY !== true) throw new CommandError('usage', 'confirm-terminal');
  const waiting = await store.approvals(desk.project, 'pending');
  if (waiting.length > 0) {
    throw new CommandError('failed', 'confirm-waiting', { approvals: waiting.map((approval) => approval.id) });
  }
  await provePresent(store, desk.ask, shell.texts.say('cli/password', 'ask-password'));
  await store.saveSetting(lateSetting, '');
  return said(shell, 'confirmed', { set: true, late: false });
}

/** `greenlight password`. */
export function addPassword(program: Command, shell: Shell): void {
  const group = program.command('password').description('the password that proves you are the person who pays');
  const add = (name: string, what: string, work: (desk: Desk, options: PasswordOptions) => Promise<Answer>): void => {
    guarded(group.command(name).description(what)).action((_options: PasswordOptions, command: Command) => {
      const options = command.optsWithGlobals<PasswordOptions>();
      return withStore(shell, options, (desk) => work(desk, options));
    });
  };
  add('set', 'set the first password', setPassword);
  add('change', 'change it (with --password-stdin: the present one, then the new one)', changePassword);
  add('check', 'try it', checkPassword);
  add('confirm', 'confirm one that was set after an agent had begun', confirmPassword);
}

async function isLate(store: Store): Promise<boolean> {
  return (await passwordState(store)) === 'late';
}

async function provePresent(store: Store, ask: PasswordReader, question: string): Promise<void> {
  if ((await passwordState(store)) === 'none') throw new CommandError('missing', 'password-unset');
  await provePerson(store, ask, question);
}

async function chooseNew(ask: PasswordReader, shell: Shell, twice: boolean): Promise<string> {
  const chosen = await ask(shell.texts.say('cli/password', 'ask-new'));
  if (chosen === undefined || chosen === '') throw new CommandError('usage', 'password-missing');
  if (chosen.length < shortestPassword) {
    throw new CommandError('usage', 'password-short', { least: shortestPassword });
  }
  if (!twice) return chosen;
  const again = await ask(shell.texts.say('cli/password', 'ask-again'));
  if (again !== chosen) throw new CommandError('usage', 'password-differs');
  return chosen;
}

function said(shell: Shell, section: string, data: object): Answer {
  const lines = [shell.texts.say('cli/password', section)];
  if (section.startsWith('set') || section === 'confirmed') lines.push(shell.texts.say('cli/password', 'limits'));
  return { text: lines.join('\n'), data };
}
