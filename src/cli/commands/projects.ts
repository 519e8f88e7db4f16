import type { Command } from 'commander';
import { formatCredits, toCredits } from '../../model/credits.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

/** Every project of this store with what it has made and paid for, the dearest first. */
export async function listProjects({ store, shell }: Pick<Desk, 'store' | 'shell'>): Promise<Answer> {
  const projects = await store.projects();
  const data = {
    projects: projects.map(({ paid, held, ...rest }) => ({ ...rest, paid: toCredits(paid), held: toCredits(held) })),
  };
  if (projects.length === 0) return { text: shell.texts.say('cli/status', 'no-projects'), data };
  const titles = ['project', 'takes', 'kept', 'credits', 'held', 'per kept'].map((title) => ({ title }));
  const rows = projects.map(({ project, takes, kept, paid, held }) => [
    project,
    String(takes),
    String(kept),
    formatCredits(paid),
    formatCredits(held),
    kept === 0 ? '' : formatCredits(Math.round(paid / kept)),
  ]);
  return { text: table(titles, rows, shell.paint.dim), data };
}

/** `greenlight projects`. */
export function addProjects(program: Command, shell: Shell): void {
  shared(program.command('projects').description('every project, and what it has cost')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), listProjects),
  );
}
