import { toCredits, type MicroCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import { shortened } from '../model/shortened.js';
import type { Report } from '../gate/flow/report.js';
import type { ShadowReport } from '../gate/flow/shadow.js';
import { accountData } from '../gate/views.js';
import type { MoneySpent } from '../ledger/money.js';
import type { PlanAdvice } from '../ledger/plan-advice.js';
import type { SpendLine } from '../ledger/spending.js';
import { headingsIn, shownLines, type ReportView } from './report-view.js';

/** A report as data; amounts in credits, money in units of its currency. Lists are cut to what the view shows. */
export function reportData(report: Report, view: ReportView): JsonObject {
  const spending = headingsIn(view).map((heading): [string, unknown] => [
    `by${heading.charAt(0).toUpperCase()}${heading.slice(1)}`,
    shownLines(report.by[heading], heading, view).map(lineData),
  ]);
  const head = {
    project: report.project,
    from: dateTime(report.from),
    to: dateTime(report.to),
    paid: toCredits(report.paid),
    held: toCredits(report.held),
    takes: report.takes,
    kept: report.kept,
    perKept: orNull(report.perKept),
    firstTime: report.firstTries.kept,
    ...Object.fromEntries(spending),
  };
  return view.by === undefined ? { ...head, ...restData(report, view) } : head;
}

function restData(report: Report, view: ReportView): JsonObject {
  const { plan, waste, firstTries, shadow, money, advice } = report;
  const accounts = view.sessions ? report.accounts : report.accounts.filter(({ scope }) => scope !== 'session');
  return {
    firstTries: {
      tries: firstTries.tries,
      kept: firstTries.kept,
      byModel: firstTries.byModel.slice(0, view.most).map((line) => ({ ...line })),
      prompts: firstTries.landed.slice(0, Math.min(10, view.most)).map(({ id, shot, model, prompt }) => {
        return { take: id, shot, model: model ?? null, prompt: excerpt(prompt) };
      }),
    },
    value: report.value
      .slice(0, view.most)
      .map(({ paid, perKept, ...line }) => ({ ...line, credits: toCredits(paid), perKept: orNull(perKept) })),
    plan: plan.items.map(({ item, planned, paid, drift }) => {
      return { item, planned: orNull(planned), paid: toCredits(paid), drift: orNull(drift) };
    }),
    outsidePlan: toCredits(plan.outside),
    waste: {
      credits: toCredits(waste.paid),
      by: waste.lines.map(({ reason, takes, paid }) => ({ reason, takes, credits: toCredits(paid) })),
      dearest: waste.takes.slice(0, Math.min(10, view.most)).map(({ reason, take }) => {
        return { take: take.id, shot: take.shot, reason, credits: toCredits(take.paid), prompt: excerpt(take.prompt) };
      }),
    },
    avoided: {
      estimate: true,
      credits: toCredits(report.saved),
      share: report.savedShare,
      by: report.savings.map(({ rule, code, times, asked, bought, amount }) => {
        const sums = { asked: toCredits(asked), bought: toCredits(bought), credits: toCredits(amount) };
        return { rule, code, times, ...sums };
      }),
    },
    shadow: shadow === undefined ? null : shadowData(shadow),
    money: money === undefined ? null : moneyData(money),
    advice: advice === undefined ? null : adviceData(advice),
    inDoubt: report.inDoubt.map((take) => ({ take: take.id, held: toCredits(take.held) })),
    relayedShare: report.relayedShare,
    budgets: accounts.map(accountData),
  };
}

/** What shadow mode would have done, as data; amounts in credits. */
export function shadowData({ calls, paid, saved, byLevel, byRule, examples }: ShadowReport): JsonObject {
  const inCredits = (line: { readonly paid: MicroCredits; readonly saved: MicroCredits }): JsonObject => {
    const { paid: cost, saved: less, ...rest } = line;
    return { ...rest, credits: toCredits(cost), saved: toCredits(less) };
  };
  return {
    estimate: true,
    calls,
    credits: toCredits(paid),
    saved: toCredits(saved),
    byLevel: byLevel.map(inCredits),
    byRule: byRule.map(inCredits),
    examples: examples.map(inCredits),
  };
}

function moneyData({ currency, spent, perKept, fee }: MoneySpent): JsonObject {
  const { amount, share, left } = fee ?? {};
  const feeData = fee === undefined ? null : { amount: orNull(amount), share: share ?? null, left: orNull(left) };
  return { currency, spent: toCredits(spent), perKept: orNull(perKept), fee: feeData };
}

function adviceData({ options, perMonth, ...advice }: PlanAdvice): JsonObject {
  return {
    ...advice,
    estimate: true,
    creditsPerMonth: toCredits(perMonth),
    options: options.map((option) => {
      const money = { perMonth: toCredits(option.perMonth), perCredit: toCredits(option.perCredit) };
      return { plan: option.name ?? null, yearly: option.yearly, packs: option.packs, ...money };
    }),
  };
}

function lineData({ name, takes, kept, paid, perKept }: SpendLine): JsonObject {
  return { name, takes, kept, credits: toCredits(paid), perKept: orNull(perKept) };
}

function orNull(micro: number | undefined): number | null {
  return micro === undefined ? null : toCredits(micro);
}

function dateTime(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

/** The beginning of a prompt, in one line. */
export function excerpt(prompt: string): string {
  return shortened(prompt.replace(/\s+/g, ' ').trim(), 80);
}
