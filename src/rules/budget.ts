import { remaining, type Account } from '../model/budget.js';
import type { MicroCredits } from '../model/credits.js';
import type { Context } from '../model/context.js';
import type { Finding } from '../model/verdict.js';
import type { Rule } from './rule.js';

/** Every call fits into every budget that counts it: the hard line stops, the soft line asks. Source: F1–F3. */
export const budget: Rule = {
  id: 'budget',
  levels: { hard: 'block', soft: 'ask' },
  check(_request, context) {
    if (context.quote.status === 'unknown') return undefined;
    const amount = context.quote.upper;
    const tightest = [...context.accounts].sort((a, b) => left(a) - left(b))[0];
    if (tightest !== undefined && left(tightest) < amount) return finding('hard', tightest, amount);
    const drifting = context.accounts.find((account) => asksForDrift(account, context, amount));
    return drifting === undefined ? undefined : finding('soft', drifting, amount);
  },
};

function left(account: Account): number {
  return remaining(account) ?? Number.POSITIVE_INFINITY;
}

/** Asks when the soft line is crossed, and again when enough was spent beyond it since the last yes. */
function asksForDrift(account: Account, context: Context, amount: MicroCredits): boolean {
  if (account.soft === undefined) return false;
  const before = account.spent + account.held;
  if (before + amount <= account.soft) return false;
  return before <= account.soft || context.sinceYes + amount > context.policy.ask.every;
}

function finding(code: 'hard' | 'soft', account: Account, amount: MicroCredits): Finding {
  return {
    rule: 'budget',
    code,
    facts: {
      scope: account.scope,
      account: account.id,
      limit: account.limit,
      soft: account.soft,
      spent: account.spent,
      held: account.held,
      left: remaining(account),
      needed: amount,
      resetsAt: account.resetsAt,
    },
  };
}
