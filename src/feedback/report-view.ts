import { headings, type Heading, type SpendLine } from '../ledger/spending.js';

/** Who reads a report, and how much of it. */
export interface ReportView {
  /** Most lines under one heading; the rest is summed up in one. */
  readonly most: number;
  /** Whether sessions are named: their handles are no agent's business. */
  readonly sessions: boolean;
  /** The headings shown when none is asked for. */
  readonly usual: readonly Heading[];
  /** Only the spending under one heading. */
  readonly by?: Heading | undefined;
}

/** What agents see: short, because they pay for each word (days only when asked for), and without the handles of sessions. */
export const forAgents: ReportView = { most: 12, sessions: false, usual: ['phase', 'model', 'shot', 'kind'] };

/** What a person reads. */
export const forPeople: ReportView = { most: 30, sessions: true, usual: headings };

/** What programs of the person read: everything. */
export const forPrograms: ReportView = { most: Number.MAX_SAFE_INTEGER, sessions: true, usual: headings };

/** The headings that a view shows. */
export function headingsIn({ by, sessions, usual }: ReportView): readonly Heading[] {
  const wanted = by === undefined ? usual : [by];
  return wanted.filter((heading) => sessions || heading !== 'session');
}

/** The lines that a view shows; what is beyond them comes as one line without a name, so that the sum stays right. */
export function shownLines(lines: readonly SpendLine[], heading: Heading, view: ReportView): readonly SpendLine[] {
  if (lines.length <= view.most) return lines;
  // Of days the last ones are worth reading, of everything else the dearest.
  const cut = heading === 'day' ? lines.length - view.most + 1 : view.most - 1;
  const [shown, rest] =
    heading === 'day' ? [lines.slice(cut), lines.slice(0, cut)] : [lines.slice(0, cut), lines.slice(cut)];
  const sum = (part: 'takes' | 'kept' | 'paid'): number => rest.reduce((total, line) => total + line[part], 0);
  const others = { name: '', takes: sum('takes'), kept: sum('kept'), paid: sum('paid') };
  return heading === 'day' ? [others, ...shown] : [...shown, others];
}
