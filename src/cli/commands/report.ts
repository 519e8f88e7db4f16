import type { Command } from 'commander';
import { reportOf } from '../../gate/flow/report.js';
import { reportData, reportText } from '../../feedback/report-text.js';
import { plainLines } from '../plain-text.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

/** Where the project's credits went, as Markdown and as data. */
export async function makeReport({
  store,
  project,
  shell,
}: Pick<Desk, 'store' | 'project' | 'shell'>): Promise<Answer> {
  const report = await reportOf(store, project);
  return { text: plainLines(reportText(shell.texts, report)), data: reportData(report) };
}

/** `greenlight report`. */
export function addReport(program: Command, shell: Shell): void {
  shared(program.command('report').description('where the credits went, what was kept, what was avoided'))
    .option('--markdown', 'answer as Markdown (the default)')
    .action((_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), makeReport),
    );
}
