import type { MicroCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import type { Remark } from '../store-port.js';

/** Credits that were asked for, refused or cut down, and not bought later either. An estimate by nature. */
export interface Saving {
  readonly rule: string;
  readonly code: string;
  readonly times: number;
  readonly amount: MicroCredits;
}

/** Levels that stop a call as it was asked, strictest first; the saving is put down to the strictest finding. */
const stopping = ['block', 'ask', 'nudge', 'fix'];

/**
 * Honest savings from remembered decisions: one per prompt and tool however often it was asked, the highest price asked
 * minus everything that was bought for the same prompt afterwards, never below zero. A call that was only held until the
 * person said yes saved nothing.
 */
export function savingsOf(remarks: readonly Remark[], takes: readonly Take[]): Saving[] {
  const totals = new Map<string, Saving>();
  for (const asks of groups(remarks)) {
    const top = asks.reduce((best, remark) => ((remark.asked ?? 0) > (best.asked ?? 0) ? remark : best));
    const since = Math.min(...asks.map((remark) => remark.at));
    const bought = takes
      .filter((take) => take.promptKey === top.promptKey && take.project === top.project && take.at >= since)
      .reduce((sum, take) => sum + take.paid + take.held, 0);
    const amount = Math.max(0, (top.asked ?? 0) - bought);
    const reason = reasonOf(top);
    if (amount === 0 || reason === undefined) continue;
    const key = `${reason.rule}/${reason.code}`;
    const known = totals.get(key);
    totals.set(key, { ...reason, times: (known?.times ?? 0) + 1, amount: (known?.amount ?? 0) + amount });
  }
  return [...totals.values()].sort((a, b) => b.amount - a.amount);
}

/** Remarks that stopped or cut down a call, by prompt and tool. */
function groups(remarks: readonly Remark[]): Remark[][] {
  const byCall = new Map<string, Remark[]>();
  for (const remark of remarks) {
    if (reasonOf(remark) === undefined) continue;
    const key = `${remark.promptKey}\u0000${remark.tool}`;
    byCall.set(key, [...(byCall.get(key) ?? []), remark]);
  }
  return [...byCall.values()];
}

function reasonOf(remark: Remark): { rule: string; code: string } | undefined {
  for (const level of stopping) {
    const found = remark.findings.find((finding) => finding.level === level);
    if (found !== undefined) return { rule: found.rule, code: found.code };
  }
  return undefined;
}
