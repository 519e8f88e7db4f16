import type { Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { Mode } from '../../model/policy.js';
import type { Take } from '../../model/take.js';
import { isApproved } from '../../model/takes.js';
import { firstTriesOf, type FirstTries } from '../../ledger/first-tries.js';
import { moneySpent, type MoneySpent, type MoneyTerms } from '../../ledger/money.js';
import { planAdvice, type Offers, type PlanAdvice } from '../../ledger/plan-advice.js';
import { planActual, type PlanActual } from '../../ledger/plan-actual.js';
import { perKept, spendingBy, type Heading, type SpendLine } from '../../ledger/spending.js';
import { valueOf, type ValueLine } from '../../ledger/value.js';
import { wasteOf, type Waste } from '../../ledger/waste.js';
import type { Remark, Store } from '../store-port.js';
import { savingsOf, type Saving } from './savings.js';
import { shadowOf, type ShadowReport } from './shadow.js';

/** What a report is made with beside the ledger. */
export interface ReportTerms {
  /** IANA time zone on whose calendar days are counted. */
  readonly zone: string;
  readonly mode: Mode;
  /** What credits are worth, where the person said so. */
  readonly money?: MoneyTerms | undefined;
  /** What their provider sells, where the person wrote it down. */
  readonly offers?: Offers | undefined;
}

/** Where a project's credits went, from the ledger alone. Amounts are micro-credits. */
export interface Report {
  readonly project: string;
  /** When the first and the last take was made, epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly paid: MicroCredits;
  readonly held: MicroCredits;
  /** Paid takes. */
  readonly takes: number;
  readonly kept: number;
  /** Paid per approved take; undefined while nothing was kept. */
  readonly perKept?: MicroCredits | undefined;
  readonly firstTries: FirstTries;
  /** The same spending under every heading. */
  readonly by: Readonly<Record<Heading, readonly SpendLine[]>>;
  readonly value: readonly ValueLine[];
  readonly plan: PlanActual;
  readonly waste: Waste;
  readonly savings: readonly Saving[];
  /** Sum of the savings: an estimate by nature. */
  readonly saved: MicroCredits;
  /** `saved ÷ (paid + held + saved)`, 0 to 1. */
  readonly savedShare: number;
  /** What the rules would have done, where calls were judged in shadow mode. */
  readonly shadow?: ShadowReport | undefined;
  readonly money?: MoneySpent | undefined;
  readonly advice?: PlanAdvice | undefined;
  readonly inDoubt: readonly Take[];
  /** Share of feedback that only the agent told, 0 to 1. */
  readonly relayedShare: number;
  readonly accounts: readonly Account[];
  /** Every take, oldest first. */
  readonly all: readonly Take[];
}

/**
 * Adds up a project's takes, plan and remembered decisions, in as many steps as there are of them.
 * @param now epoch milliseconds
 */
export async function reportOf(store: Store, project: string, terms: ReportTerms, now: number): Promise<Report> {
  const [newestFirst, plan, remarks, accounts, approvals] = await Promise.all([
    store.takes({ project, limit: Number.MAX_SAFE_INTEGER }),
    store.latestPlan(project),
    store.remarks(project),
    store.accountsOf(project),
    store.approvals(project),
  ]);
  const all = newestFirst.reverse();
  const posted = all.filter((take) => take.state === 'posted');
  const paid = posted.reduce((sum, take) => sum + take.paid, 0);
  const held = all.reduce((sum, take) => sum + take.held, 0);
  const kept = posted.filter(isApproved).length;
  const cost = { paid, perKept: perKept({ paid, kept }) };
  const open = new Set(approvals.flatMap(({ id, state }) => (state === 'pending' || state === 'approved' ? [id] : [])));
  const savings = savingsOf(remarks, all, (approval) => open.has(approval));
  const saved = savings.reduce((sum, { amount }) => sum + amount, 0);
  const spending = (heading: Heading): SpendLine[] => spendingBy(heading, posted, terms.zone);
  return {
    ...{ project, held, takes: posted.length, kept, ...cost, all, accounts },
    ...{ from: all[0]?.at, to: all.at(-1)?.at },
    firstTries: firstTriesOf(posted),
    by: {
      ...{ phase: spending('phase'), model: spending('model'), shot: spending('shot') },
      ...{ kind: spending('kind'), day: spending('day'), session: spending('session') },
    },
    value: valueOf(posted),
    plan: planActual(plan, posted),
    waste: wasteOf(posted, repeats(remarks)),
    ...{ savings, saved, savedShare: saved === 0 ? 0 : saved / (paid + held + saved) },
    shadow: terms.mode === 'shadow' || remarks.some(({ shadow }) => shadow) ? shadowOf(remarks, all) : undefined,
    money: terms.money && moneySpent(terms.money, cost),
    advice: terms.offers && planAdvice(posted, terms.offers, now),
    inDoubt: all.filter((take) => take.state === 'in_doubt'),
    relayedShare: relayedShare(all),
  };
}

/** Whether a take was seen to repeat an earlier one when it was let pass. */
function repeats(remarks: readonly Remark[]): (take: Take) => boolean {
  const takes = new Set(remarks.flatMap(({ take, findings }) => (findings.some(isRerun) ? (take ?? []) : [])));
  return ({ id }) => takes.has(id);
}

function isRerun({ rule }: { readonly rule: string }): boolean {
  return rule === 'rerun' || rule === 'three-strikes';
}

function relayedShare(takes: readonly Take[]): number {
  const words = takes.flatMap(({ feedback }) => feedback ?? []);
  const relayed = words.filter(({ strength }) => strength === 'relayed').length;
  return words.length === 0 ? 0 : relayed / words.length;
}
