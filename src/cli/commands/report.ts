import { Option, type Command } from 'commander';
import { reportOf, type Report } from '../../gate/flow/report.js';
import { takesCsv } from '../../feedback/report-csv.js';
import { reportData, shadowData } from '../../feedback/report-data.js';
import { reportText, shadowText } from '../../feedback/report-text.js';
import { forPeople, forPrograms } from '../../feedback/report-view.js';
import { headings, type Heading } from '../../ledger/spending.js';
import { reportTerms } from '../../report-config.js';
import { plainReport } from '../plain-report.js';
import { plainLines } from '../plain-text.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

const formats = ['text', 'markdown', 'json', 'csv'] as const;

/** What a report is asked for with. */
export interface ReportOptions extends SharedOptions {
  readonly format?: (typeof formats)[number] | undefined;
  readonly markdown?: boolean | undefined;
  readonly by?: Heading | undefined;
  readonly shadow?: boolean | undefined;
}

/** Where the project's credits went, in the form asked for and as data. */
export async function makeReport(
  { store, project, shell, config }: Pick<Desk, 'store' | 'project' | 'shell' | 'config'>,
  options: ReportOptions = {},
): Promise<Answer> {
  const report = await reportOf(store, project, reportTerms(config), shell.now());
  return { text: written(shell, report, options), data: dataOf(report, options) };
}

function written(shell: Shell, report: Report, { format, markdown, by, shadow }: ReportOptions): string {
  if (format === 'csv') return takesCsv(report.all);
  const { texts, paint } = shell;
  const view = { ...forPeople, by };
  const page = plainLines(shadow === true ? shadowText(texts, report.shadow) : reportText(texts, report, view));
  return format === 'markdown' || markdown === true ? page : plainReport(page, paint);
}

function dataOf(report: Report, { by, shadow }: ReportOptions): unknown {
  if (shadow !== true) return reportData(report, { ...forPrograms, by });
  return { project: report.project, shadow: report.shadow === undefined ? null : shadowData(report.shadow) };
}

/** `greenlight report`. */
export function addReport(program: Command, shell: Shell): void {
  shared(program.command('report').description('where the credits went, what was kept, what was avoided'))
    .addOption(new Option('--format <form>', 'how to answer; csv is one row a take').choices(formats))
    .option('--markdown', 'the same as --format markdown')
    .addOption(new Option('--by <heading>', 'only the spending by this').choices(headings))
    .option('--shadow', 'what the rules would have done about calls that mode "shadow" let pass')
    .action((_options: ReportOptions, command: Command) => {
      const options = command.optsWithGlobals<ReportOptions>();
      const asked = { ...options, json: options.json === true || options.format === 'json' };
      return withStore(shell, asked, (desk) => makeReport(desk, asked));
    });
}
