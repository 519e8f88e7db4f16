import { remaining, type Account } from '../model/budget.js';
import { toCredits, type MicroCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import type { Context } from '../model/context.js';
import type { Finding } from '../model/verdict.js';
import { neededOf, runningLow } from './parts/rest-of-plan.js';
import type { Rule } from './rule.js';

/** Every call fits into every budget that counts it: the hard line stops, the soft line asks. Source: F1–F3. */
export const budget: Rule = {
  id: 'budget',
  levels: { hard: 'block', balance: 'block', soft: 'ask', 'running-low': 'note' },
  check(_request, context) {
    if (context.quote.status === 'unknown') return undefined;
    const amount = context.quote.upper;
    const tightest = [...context.accounts].sort((a, b) => left(a) - left(b))[0];
    if (tightest !== undefined && left(tightest) < amount) {
      return finding(tightest.scope === 'balance' ? 'balance' : 'hard', tightest, amount);
    }
    const drifting = context.accounts.find((account) => asksForDrift(account, context, amount));
    return drifting === undefined ? low(context, amount) : finding('soft', drifting, amount);
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

/** Shares of a limit: each is crossed once, and said once. */
const steps = [1 / 2, 1 / 4, 1 / 10];

/** Said as what is left falls below a step, where the rest of the plan needs more than that. */
function low({ accounts, rest = [], placement }: Context, amount: MicroCredits): Finding | undefined {
  const after = accounts.map((account) => ({ ...account, held: account.held + amount }));
  // What this call makes needs no money any more.
  const others = rest.map((open) => {
    const isThis = open.item.id === placement.item?.id;
    return isThis ? { ...open, need: Math.max(0, (open.need ?? 0) - amount) } : open;
  });
  const crossing = runningLow(after, others).find((account) => {
    const line = (share: number): number => Math.floor((account.limit ?? 0) * share);
    return steps.some((share) => left(account) < line(share) && left(account) + amount >= line(share));
  });
  if (crossing === undefined) return undefined;
  const items = others.filter(({ need }) => need !== 0).map(({ item }) => item.id);
  const needed = neededOf(crossing, others);
  const facts = { scope: crossing.scope, of: ofWhat(crossing), limit: crossing.limit, left: left(crossing), needed };
  return {
    rule: 'budget',
    code: 'running-low',
    facts: { ...facts, first: items.slice(0, 3), last: items.slice(3).at(-1) },
  };
}

/** How the person may extend a hard line on demand, or why that is not enough; nothing where it is switched off. */
function onDemand(account: Account, amount: MicroCredits): JsonObject {
  const { extendTo, limit } = account;
  if (extendTo === undefined || limit === undefined) return {};
  const allowed = Math.max(0, extendTo - limit);
  const short = amount - left(account);
  return short <= allowed
    ? { extend: { credits: toCredits(short), left: allowed } }
    : { capped: { short, left: allowed } };
}

/** Which part of a scope a budget is for: a phase, a model, or both. */
function ofWhat({ phase, model }: Account): string | undefined {
  const parts = [phase, model].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

function finding(code: 'hard' | 'balance' | 'soft', account: Account, amount: MicroCredits): Finding {
  return {
    rule: 'budget',
    code,
    facts: {
      scope: account.scope,
      of: ofWhat(account),
      server: account.server,
      account: account.id,
      limit: account.limit,
      soft: account.soft,
      spent: account.spent,
      held: account.held,
      kept: account.keep,
      left: remaining(account),
      needed: amount,
      ...(code === 'hard' ? onDemand(account, amount) : {}),
      resetsAt: account.resetsAt,
    },
  };
}
