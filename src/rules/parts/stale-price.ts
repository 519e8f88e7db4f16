import type { Policy } from '../../model/policy.js';

const dayMs = 86_400_000;

/** How many days ago a price was read, where that is longer than it holds; undefined where it holds or nobody wrote it down. */
export function staleDays(asOf: string | undefined, policy: Policy, now: number): number | undefined {
  if (asOf === undefined || policy.prices === undefined) return undefined;
  const days = Math.floor((now - Date.parse(asOf)) / dayMs);
  return days > policy.prices.staleDays ? days : undefined;
}

/** Whether a call is one of weight: several versions, or more credits than the line for a batch. */
export function isBatch(
  { count, amount }: { readonly count: number; readonly amount: number },
  policy: Policy,
): boolean {
  return policy.prices !== undefined && (count > 1 || amount > policy.prices.batchAbove);
}
