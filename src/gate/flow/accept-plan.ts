import { countsCall, remaining, type Account } from '../../model/budget.js';
import { inPersonRule, strengthNeeded } from '../../model/approval.js';
import type { MicroCredits } from '../../model/credits.js';
import { tierRank } from '../../model/tier.js';
import { isPersonsWord, type Acceptance, type Plan, type PlanItem } from '../../model/plan.js';
import type { Policy } from '../../model/policy.js';
import { atLeast } from '../../model/strength.js';
import { isBatch, staleDays } from '../../rules/parts/stale-price.js';
import type { PricedItem } from './price-plan.js';

/**
 * Says for each item whether it accepts itself or needs a person's yes: batches, premium models, audio, unknown prices,
 * what costs more than the line, and what no longer fits the budget. A yes that was given for an item carries over to a
 * revision that does not widen it.
 */
export function acceptItems(
  items: readonly PricedItem[],
  earlier: Plan | undefined,
  policy: Policy,
  accounts: readonly Account[],
  now: number,
): PlanItem[] {
  const needed = new Map<Account, MicroCredits>();
  const fits = (item: PricedItem): boolean =>
    accounts
      .filter((account) => countsCall(account, item))
      .map((account) => {
        const sum = (needed.get(account) ?? 0) + (item.estimate ?? 0);
        needed.set(account, sum);
        return sum <= (remaining(account) ?? Number.POSITIVE_INFINITY);
      })
      .every(Boolean);
  return items.map((item) => {
    const before = earlier?.items.find((other) => other.id === item.id);
    const was = priceBefore(item, before);
    const reasons = [...looseReasons(item, policy), ...unseenPrice(item, was, policy, now)];
    if (!fits(item)) reasons.push('over-budget');
    const priced = was === undefined ? item : { ...item, was };
    if (reasons.length === 0) return { ...priced, acceptance: { state: 'accepted', by: 'policy' } };
    return { ...priced, acceptance: carriedYes(item, before, reasons) ?? { state: 'needs-yes', reasons } };
  });
}

function looseReasons(item: PricedItem, policy: Policy): string[] {
  const reasons: string[] = [];
  if (item.count > 1) reasons.push('batch');
  if (item.tier === 'premium') reasons.push('premium');
  if (item.audio) reasons.push('audio');
  if (item.unit === undefined) reasons.push('unknown-price');
  else {
    if (item.unit * item.count > policy.ask.above) reasons.push('above');
    if (item.unit * item.count > (policy.ask.personAbove ?? Number.POSITIVE_INFINITY)) reasons.push(inPersonRule);
  }
  return reasons;
}

/** What one version cost in the plan before, where the price list was raised since and nobody has seen that yet. */
function priceBefore(item: PricedItem, before: PlanItem | undefined): MicroCredits | undefined {
  if (before?.unit === undefined || before.priceKey === undefined || item.unit === undefined) return undefined;
  if (item.priceKey !== before.priceKey && item.unit > before.unit) return before.unit;
  return isPersonsWord(before) ? undefined : before.was;
}

/** Prices that a person sees before a batch is bought at them. */
function unseenPrice(item: PricedItem, was: MicroCredits | undefined, policy: Policy, now: number): string[] {
  if (!isBatch({ count: item.count, amount: (item.unit ?? 0) * item.count }, policy)) return [];
  const stale = staleDays(item.asOf, policy, now) === undefined ? [] : ['stale-price'];
  return was === undefined ? stale : [...stale, 'price-changed'];
}

/** The earlier yes for the same item, when the new one asks for nothing more. */
function carriedYes(
  item: PricedItem,
  before: PlanItem | undefined,
  reasons: readonly string[],
): Acceptance | undefined {
  if (before === undefined || before.acceptance.state !== 'accepted') return undefined;
  const { by } = before.acceptance;
  if (by === 'policy' || !atLeast(by, strengthNeeded({ reasons }))) return undefined;
  return isWider(item, before) ? undefined : before.acceptance;
}

function isWider(item: PricedItem, before: PlanItem): boolean {
  const unit = item.unit ?? Number.POSITIVE_INFINITY;
  return (
    item.tool !== before.tool ||
    item.model !== before.model ||
    tierRank(item.tier) > tierRank(before.tier) ||
    item.count > before.count ||
    item.rounds > before.rounds ||
    (item.audio && !before.audio) ||
    unit > (before.unit ?? 0)
  );
}
