import { resolve } from 'node:path';
import type { Command } from 'commander';
import { self } from '../../app.js';
import { policyOf } from '../../config.js';
import { sharedOwners } from '../../gate/standing.js';
import { exportRecords } from '../export-records.js';
import { exportFormat, fileWriter, folderWriter, lineWriter, noRecords, type ExportWriter } from '../export-writer.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

interface ExportOptions extends SharedOptions {
  readonly force?: boolean | undefined;
}

/** The place that stands for standard output. */
const standardOutput = '-';

/**
 * Writes everything that is kept of the project to a place: a folder, a file of JSON lines, or standard output.
 * @throws CommandError when something is there already.
 */
export async function exportProject(
  { store, project, config, shell }: Pick<Desk, 'store' | 'project' | 'config' | 'shell'>,
  place: string,
  { force = false }: Pick<ExportOptions, 'force'> = {},
): Promise<Answer> {
  const writer = writerFor(shell, project, place, force);
  const counts = noRecords();
  const bar = shell.progress(shell.texts.say('cli/progress', 'takes'), await store.takeCount(project));
  try {
    for await (const page of exportRecords(store, project, sharedOwners(policyOf(config)), bar.advance)) {
      writer.write(page);
      counts[page.kind] += page.records.length;
    }
    writer.close(counts);
  } catch (error) {
    writer.throwAway();
    throw error;
  } finally {
    bar.end();
  }
  const written = place === standardOutput ? null : resolve(place);
  const data = { project, format: exportFormat, place: written, counts };
  return { text: shell.texts.say('cli/export', 'written', { project, place: written, ...counts }), data };
}

/** `greenlight export`. */
export function addExport(program: Command, shell: Shell): void {
  shared(program.command('export').description('write out everything that is kept of a project'))
    .argument('<place>', 'a folder, a file that ends in .jsonl, or - for standard output')
    .option('--force', 'replace an earlier export')
    .addHelpText('after', `\n${shell.texts.say('cli/export', 'help')}`)
    .action((place: string, _options: ExportOptions, command: Command) => {
      const options = command.optsWithGlobals<ExportOptions>();
      // What goes to standard output are the records, and nothing else.
      const room = place === standardOutput ? { ...shell, print: shell.say } : shell;
      return withStore(room, options, (desk) => exportProject({ ...desk, shell }, place, options));
    });
}

function writerFor(shell: Shell, project: string, place: string, force: boolean): ExportWriter {
  const head = { project, at: new Date(shell.now()).toISOString(), version: self.version };
  if (place === standardOutput) return lineWriter(head, shell.print);
  const path = resolve(place);
  return path.endsWith('.jsonl') ? fileWriter(head, path, force) : folderWriter(head, path, force);
}
