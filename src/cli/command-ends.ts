import type { exitCodes } from './exit-codes.js';

/** Why a command may end as it does, in the words of {@link exitCodes}. */
export type CommandEnd = keyof typeof exitCodes;

/** Every command can end with these. */
const always: readonly CommandEnd[] = ['done', 'failed', 'usage'];

/** What single commands can end with beside that: `missing`, `refused` or `faulty`. */
const beside: Readonly<Record<string, readonly CommandEnd[]>> = {
  approve: ['missing', 'refused'],
  'budget extend': ['missing', 'refused'],
  'budget grant': ['missing', 'refused'],
  'budget set': ['missing', 'refused'],
  'config accept': ['refused'],
  demo: ['missing'],
  deny: ['missing'],
  doctor: ['faulty'],
  feedback: ['missing', 'refused'],
  inspect: ['missing'],
  login: ['missing', 'refused'],
  logout: ['missing'],
  'password change': ['missing', 'refused'],
  'password check': ['missing', 'refused'],
  'password confirm': ['missing', 'refused'],
  'plan show': ['missing'],
  'prices check': ['faulty'],
  'rules set': ['missing'],
  'takes release': ['missing', 'refused'],
  'takes settle': ['missing', 'refused'],
  'takes show': ['missing'],
  'trust accept': ['missing', 'refused'],
  'workflow accept': ['missing', 'refused'],
  'workflow edit': ['missing'],
  'workflow export': ['missing'],
  'workflow show': ['missing'],
};

/** The ways in which the command of a path (e.g. `takes show`) can end, in the order of their exit codes. */
export function commandEnds(path: string): readonly CommandEnd[] {
  return [...always, ...(beside[path] ?? [])];
}

/** Paths of commands that are said to end in more ways than all do. */
export function pathsWithEnds(): readonly string[] {
  return Object.keys(beside);
}
