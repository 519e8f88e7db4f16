import { countsCall, remaining, type Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import { phaseRank, purposes, type Purpose } from '../../model/phase.js';
import type { OpenItem, Plan, PlanItem } from '../../model/plan.js';
import type { Take } from '../../model/take.js';
import { counts, isApproved, outputsOf } from '../../model/takes.js';

/** What is seen most and longest is worth most; the list of purposes has it at its end. Source: D3, D7. */
const throwaway: ReadonlySet<Purpose> = new Set<Purpose>(['test', 'temporary', 'internal-review']);

function valueOf({ purpose }: PlanItem): number {
  return throwaway.has(purpose) ? -1 : purposes.indexOf(purpose);
}

/**
 * What of a plan is still to be made, most valuable first: what is for the world before what is for the bin, and of equal
 * purposes what is nearest to its end. A step is done once a take of it, or of a later phase of its shot, was approved.
 */
export function restOfPlan(plan: Plan, takes: readonly Take[]): OpenItem[] {
  const isDone = (item: PlanItem): boolean =>
    takes.some((take) => take.shot === item.shot && isApproved(take) && phaseRank(take.phase) >= phaseRank(item.phase));
  const open = plan.items
    .filter((item) => item.acceptance.state !== 'denied' && !isDone(item))
    .map((item): OpenItem => {
      const made = outputsOf(takes.filter((take) => take.item === item.id && counts(take)));
      const versions = Math.max(0, item.count * item.rounds - made);
      return { item, versions, need: item.unit === undefined ? undefined : item.unit * versions };
    })
    .filter(({ versions }) => versions > 0);
  return open.sort((a, b) => valueOf(b.item) - valueOf(a.item) || phaseRank(b.item.phase) - phaseRank(a.item.phase));
}

/** What those of some steps need that an account counts; micro-credits. */
export function neededOf(account: Account, open: readonly OpenItem[]): MicroCredits {
  return open.reduce((sum, { item, need = 0 }) => sum + (countsCall(account, item) ? need : 0), 0);
}

/** Accounts in which less is left than the steps that they count need, the tightest first. */
export function runningLow(accounts: readonly Account[], open: readonly OpenItem[]): Account[] {
  const left = (account: Account): number => remaining(account) ?? Number.POSITIVE_INFINITY;
  return accounts.filter((account) => left(account) < neededOf(account, open)).sort((a, b) => left(a) - left(b));
}
