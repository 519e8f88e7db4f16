import type { FlowProblem } from '../gate/flow/desk.js';
import type { Store } from '../gate/store-port.js';
import { hashPassword, verifyPassword } from './password.js';

/** Setting that holds the password's hash. */
export const passwordSetting = 'password';
/** Setting that says since when (ISO time) a password waits to be confirmed; empty once it is. */
export const lateSetting = 'password-set-late';

/** Characters that a password has at least. */
export const shortestPassword = 8;

/** What is known of the password: none yet, one that an agent could have set itself, or the person's. */
export type PasswordState = 'none' | 'late' | 'set';

type Settings = Pick<Store, 'setting' | 'saveSetting' | 'keepSettings'>;

/** What is known of the person's password. */
export async function passwordState(store: Pick<Store, 'setting'>): Promise<PasswordState> {
  if ((await store.setting(passwordSetting)) === undefined) return 'none';
  const late = await store.setting(lateSetting);
  return late === undefined || late === '' ? 'set' : 'late';
}

/**
 * Sets the first password, or says why it cannot be taken. One that is set after an agent began to work on one of the
 * projects is marked as late: the agent could have set it itself.
 * @param now epoch milliseconds
 */
export async function setFirstPassword(
  store: Settings & Pick<Store, 'openSessions' | 'takes' | 'remarks' | 'approvals'>,
  projects: readonly string[],
  password: string,
  now: number,
): Promise<Exclude<PasswordState, 'none'> | FlowProblem> {
  if (password.length < shortestPassword) return { problem: 'password-short', facts: { least: shortestPassword } };
  if ((await store.setting(passwordSetting)) !== undefined) return { problem: 'password-exists', facts: {} };
  const hash = await hashPassword(password);
  const begun = await Promise.all(projects.map((project) => hasBegun(store, project)));
  const isLate = begun.includes(true);
  // The mark comes first: a password without it would count for more than it should. It is never taken back here.
  if (isLate) await store.saveSetting(lateSetting, new Date(now).toISOString());
  const kept = await store.keepSettings(new Map([[passwordSetting, hash]]));
  // Two who set one at the same time: only the first did.
  if (kept.get(passwordSetting) !== hash) return { problem: 'password-exists', facts: {} };
  return isLate ? 'late' : 'set';
}

/** Whether a password is the person's; never while none is set. */
export async function isPassword(store: Pick<Store, 'setting'>, password: string): Promise<boolean> {
  const stored = await store.setting(passwordSetting);
  return stored !== undefined && (await verifyPassword(password, stored));
}

/** Whether an agent has worked on the project already, or a request waits. */
async function hasBegun(
  store: Pick<Store, 'openSessions' | 'takes' | 'remarks' | 'approvals'>,
  project: string,
): Promise<boolean> {
  const [sessions, takes, remarks, approvals] = await Promise.all([
    store.openSessions(project, -1),
    store.takes({ project, limit: 1 }),
    store.remarks(project),
    store.approvals(project),
  ]);
  return sessions.length + takes.length + remarks.length + approvals.length > 0;
}
