import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import type { Report, SpendLine } from '../gate/flow/report.js';
import type { Texts } from '../gate/texts-port.js';
import { accountData } from '../gate/views.js';

const file = 'report/report';

/** A report as Markdown: what was spent on what, what each kept asset cost, what was avoided, what is open. */
export function reportText(texts: Texts, report: Report): string {
  const table = (section: string, lines: readonly SpendLine[]): string[] =>
    lines.length === 0
      ? []
      : [
          block(
            texts.say(file, section),
            lines.map((line) => texts.say(file, 'line', { ...line })),
          ),
        ];
  const plan = report.plan.map((line) => texts.say(file, 'plan-line', line));
  const avoided = report.savings.map((saving) => texts.say(file, 'avoided-line', { ...saving }));
  const doubtful = report.inDoubt.map((take) => texts.say(file, 'in-doubt-line', { ...take, take: take.id }));
  const parts = [
    texts.say(file, 'head', { ...report }),
    ...table('by-phase', report.byPhase),
    ...table('by-model', report.byModel),
    ...table('by-shot', report.byShot),
    ...(plan.length === 0 ? [] : [block(texts.say(file, 'plan'), plan)]),
    avoided.length === 0
      ? texts.say(file, 'nothing-avoided')
      : block(texts.say(file, 'avoided', { saved: report.saved }), avoided),
    ...(doubtful.length === 0 ? [] : [`${texts.say(file, 'in-doubt')}\n\n${doubtful.join('\n')}`]),
    block(
      texts.say(file, 'budgets'),
      report.accounts.map((account) => texts.say(file, 'budget-line', { ...account })),
    ),
  ];
  if (report.relayedShare > 0) {
    parts.push(texts.say(file, 'relayed', { relayed: `${String(Math.round(report.relayedShare * 100))} %` }));
  }
  return parts.join('\n\n');
}

/** A report as data; amounts in credits. */
export function reportData(report: Report): JsonObject {
  const line = ({ name, takes, kept, paid }: SpendLine): JsonObject => ({
    name,
    takes,
    kept,
    credits: toCredits(paid),
  });
  return {
    project: report.project,
    paid: toCredits(report.paid),
    held: toCredits(report.held),
    takes: report.takes,
    kept: report.kept,
    perKept: report.perKept === undefined ? null : toCredits(report.perKept),
    firstTime: report.firstTime,
    byPhase: report.byPhase.map(line),
    byModel: report.byModel.map(line),
    byShot: report.byShot.map(line),
    plan: report.plan.map(({ item, planned, paid }) => ({ item, planned: toCredits(planned), paid: toCredits(paid) })),
    avoided: {
      estimate: true,
      credits: toCredits(report.saved),
      by: report.savings.map(({ rule, code, times, amount }) => ({ rule, code, times, credits: toCredits(amount) })),
    },
    inDoubt: report.inDoubt.map((take) => ({ take: take.id, held: toCredits(take.held) })),
    relayedShare: report.relayedShare,
    budgets: report.accounts.map(accountData),
  };
}

function block(head: string, lines: readonly string[]): string {
  return [head, ...lines].join('\n');
}
