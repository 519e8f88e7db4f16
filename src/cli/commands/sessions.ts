import type { Command } from 'commander';
import type { Session } from '../../model/session.js';
import { openSessions } from '../budget-view.js';
import { minuteOf } from '../moment.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

/** Open sessions of the project, the latest seen first. */
export async function listSessions(desk: Pick<Desk, 'store' | 'config' | 'project' | 'shell'>): Promise<Answer> {
  const { shell, project } = desk;
  const sessions = await openSessions(desk.store, desk.config, shell.now());
  const data = { project, sessions: sessions.map(sessionData) };
  if (sessions.length === 0) return { text: shell.texts.say('cli/status', 'no-sessions', { project }), data };
  const titles = ['session', 'who', 'client', 'opened (UTC)', 'seen (UTC)'].map((title) => ({ title }));
  const rows = sessions.map((session) => [
    session.id,
    session.principal,
    session.client,
    minuteOf(session.openedAt),
    minuteOf(session.seenAt),
  ]);
  return { text: table(titles, rows, shell.paint.dim), data };
}

/** A session as data. */
export function sessionData(session: Session): object {
  return {
    session: session.id,
    principal: session.principal,
    client: session.client,
    openedAt: new Date(session.openedAt).toISOString(),
    seenAt: new Date(session.seenAt).toISOString(),
  };
}

/** `greenlight sessions`. */
export function addSessions(program: Command, shell: Shell): void {
  shared(program.command('sessions').description('list open sessions')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), listSessions),
  );
}
