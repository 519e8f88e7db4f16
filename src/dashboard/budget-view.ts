import { remaining, type Account } from '../model/budget.js';
import { toCredits } from '../model/credits.js';
import type { BudgetView } from './api.js';
import { isoTime } from './take-view.js';

/** A budget as the page shows it. */
export function budgetView(account: Account): BudgetView {
  const { id, scope, limit, soft, spent, held, extendTo, resetsAt } = account;
  const left = remaining(account);
  const tags = [account.phase, account.model, account.server].filter((tag) => tag !== undefined);
  return {
    account: id,
    scope,
    title: [scope, ...tags].join(' · '),
    limit: orNull(limit),
    soft: orNull(soft),
    spent: toCredits(spent),
    held: toCredits(held),
    left: orNull(left),
    resetsAt: resetsAt === undefined ? null : isoTime(resetsAt),
    mayExtendBy: limit === undefined || extendTo === undefined ? 0 : toCredits(Math.max(0, extendTo - limit)),
    drift: soft === undefined ? 0 : toCredits(Math.max(0, spent + held - soft)),
  };
}

function orNull(micro: number | undefined): number | null {
  return micro === undefined ? null : toCredits(micro);
}
