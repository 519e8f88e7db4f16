import type { Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { Plan } from '../../model/plan.js';
import type { Take } from '../../model/take.js';
import { isApproved } from '../../model/takes.js';
import type { Store } from '../store-port.js';
import { savingsOf, type Saving } from './savings.js';

/** Spending under one heading. Amounts are micro-credits. */
export interface SpendLine {
  readonly name: string;
  readonly takes: number;
  readonly kept: number;
  readonly paid: MicroCredits;
}

/** Where a project's credits went, from the ledger alone. */
export interface Report {
  readonly project: string;
  readonly paid: MicroCredits;
  readonly held: MicroCredits;
  readonly takes: number;
  readonly kept: number;
  /** Paid per approved take; undefined while nothing was kept. */
  readonly perKept?: MicroCredits | undefined;
  /** Takes approved at the first attempt of their shot and phase. */
  readonly firstTime: number;
  readonly byPhase: readonly SpendLine[];
  readonly byModel: readonly SpendLine[];
  readonly byShot: readonly SpendLine[];
  /** Planned and paid by plan item. */
  readonly plan: readonly { readonly item: string; readonly planned: MicroCredits; readonly paid: MicroCredits }[];
  readonly savings: readonly Saving[];
  /** Sum of the savings: an estimate by nature. */
  readonly saved: MicroCredits;
  readonly inDoubt: readonly Take[];
  /** Share of feedback that only the agent told, 0 to 1. */
  readonly relayedShare: number;
  readonly accounts: readonly Account[];
}

/** Adds up a project's takes, plan and remembered decisions. */
export async function reportOf(store: Store, project: string): Promise<Report> {
  const [takes, plan, remarks, accounts] = await Promise.all([
    store.takes({ project, limit: 100_000 }),
    store.latestPlan(project),
    store.remarks(project),
    store.accountsOf(project),
  ]);
  const paidTakes = takes.filter((take) => take.state === 'posted');
  const kept = paidTakes.filter(isApproved);
  const paid = sum(paidTakes);
  const savings = savingsOf(remarks, takes);
  const words = takes.flatMap((take) => (take.feedback === undefined ? [] : [take.feedback]));
  const relayed = words.filter((word) => word.strength === 'relayed').length;
  return {
    project,
    paid,
    held: takes.filter((take) => take.state !== 'posted').reduce((total, take) => total + take.held, 0),
    takes: paidTakes.length,
    kept: kept.length,
    perKept: kept.length === 0 ? undefined : Math.round(paid / kept.length),
    firstTime: kept.filter((take) => isFirst(take, paidTakes)).length,
    byPhase: group(paidTakes, (take) => take.phase),
    byModel: group(paidTakes, (take) => take.model ?? take.tool),
    byShot: group(paidTakes, (take) => take.shot),
    plan: planLines(plan, paidTakes),
    savings,
    saved: savings.reduce((total, saving) => total + saving.amount, 0),
    inDoubt: takes.filter((take) => take.state === 'in_doubt'),
    relayedShare: words.length === 0 ? 0 : relayed / words.length,
    accounts,
  };
}

function sum(takes: readonly Take[]): MicroCredits {
  return takes.reduce((total, take) => total + take.paid, 0);
}

function isFirst(take: Take, takes: readonly Take[]): boolean {
  return !takes.some((other) => other.shot === take.shot && other.phase === take.phase && other.at < take.at);
}

function group(takes: readonly Take[], nameOf: (take: Take) => string): SpendLine[] {
  const groups = new Map<string, Take[]>();
  for (const take of takes) {
    const name = nameOf(take);
    groups.set(name, [...(groups.get(name) ?? []), take]);
  }
  const lines = [...groups].map(([name, own]) => ({
    name,
    takes: own.length,
    kept: own.filter(isApproved).length,
    paid: sum(own),
  }));
  return lines.sort((a, b) => b.paid - a.paid);
}

function planLines(plan: Plan | undefined, takes: readonly Take[]): Report['plan'] {
  return (plan?.items ?? []).map((item) => ({
    item: item.id,
    planned: item.estimate ?? 0,
    paid: sum(takes.filter((take) => take.item === item.id)),
  }));
}
