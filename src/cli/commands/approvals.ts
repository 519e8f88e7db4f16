import type { Command } from 'commander';
import type { Approval } from '../../model/approval.js';
import { formatCredits } from '../../model/credits.js';
import { approvalData } from '../approval-text.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

/** What waits for a person's yes or no, oldest first. */
export async function pendingApprovals({
  store,
  project,
  shell,
}: Pick<Desk, 'store' | 'project' | 'shell'>): Promise<Answer> {
  const waiting = (await store.approvals(project, 'pending')).reverse();
  const data = { project, approvals: waiting.map(approvalData) };
  if (waiting.length === 0) return { text: shell.texts.say('cli/approve', 'none', { project }), data };
  const rows = waiting.map((approval) => [
    { text: approval.id, paint: shell.paint.bold },
    approval.subject,
    approval.title,
    priceOf(approval),
    approval.reasons.join(', '),
    `${String(Math.max(0, Math.ceil((approval.expiresAt - shell.now()) / 60_000)))} min`,
  ]);
  const columns = [
    { title: 'id' },
    { title: 'what' },
    { title: 'title', widest: 50 },
    { title: 'credits', align: 'right' },
    { title: 'why', widest: 40 },
    { title: 'open for' },
  ] as const;
  return { text: `${table(columns, rows, shell.paint.dim)}\n\n${shell.texts.say('cli/approve', 'how')}`, data };
}

/** `greenlight approvals`. */
export function addApprovals(program: Command, shell: Shell): void {
  shared(program.command('approvals').description('list what waits for your yes or no')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), pendingApprovals),
  );
}

function priceOf(approval: Approval): string {
  return approval.amount === 0 && approval.subject !== 'budget' ? '?' : formatCredits(approval.amount);
}
