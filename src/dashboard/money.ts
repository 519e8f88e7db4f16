import { toCredits, type MicroCredits } from '../model/credits.js';
import type { SpendLine } from '../ledger/spending.js';
import type { Report } from '../gate/flow/report.js';
import type { Money, Slice } from './api.js';

/** Where the money went, in the numbers of the report. */
export function moneyOf(report: Report, ruleWhy: (rule: string) => string): Money {
  const planned = report.plan.items.flatMap(({ planned: estimate }) => estimate ?? []);
  let total: MicroCredits = 0;
  return {
    spent: toCredits(report.paid),
    planned: planned.length === 0 ? null : toCredits(planned.reduce((sum, estimate) => sum + estimate, 0)),
    perKept: report.perKept === undefined ? null : toCredits(report.perKept),
    kept: report.kept,
    burn: report.by.day.map(({ name, paid }) => {
      total += paid;
      return { day: name, spent: toCredits(paid), total: toCredits(total) };
    }),
    byPhase: report.by.phase.map(sliceOf),
    byModel: report.by.model.map(sliceOf),
    byShot: report.by.shot.map(sliceOf),
    savings: report.savings.map(({ rule, code, times, amount }) => {
      return { rule: `${rule}/${code}`, words: ruleWhy(rule), times, credits: toCredits(amount) };
    }),
  };
}

function sliceOf({ name, paid, takes, kept }: SpendLine): Slice {
  return { name, credits: toCredits(paid), takes, kept };
}
