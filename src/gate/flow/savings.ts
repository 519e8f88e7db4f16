import type { MicroCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import type { Remark } from '../store-port.js';
import { strictestOf } from './strictest.js';
import { Wishes } from './wishes.js';

/** What one rule kept from being spent: asked for, refused or cut down, and not bought later either. An estimate by nature. */
export interface Saving {
  readonly rule: string;
  readonly code: string;
  /** How many wishes it concerns, however often each was asked for. */
  readonly times: number;
  /** What they would have cost as asked. */
  readonly asked: MicroCredits;
  /** What of that was spent after all, instead or later. */
  readonly bought: MicroCredits;
  /** `asked - bought`. */
  readonly amount: MicroCredits;
}

/**
 * Honest savings from the record, the largest first: never more than was asked for, never twice under several rules, nothing
 * where it was bought after all, nothing while a person may still say yes.
 * @param isOpen whether an approval may still be used
 */
export function savingsOf(
  remarks: readonly Remark[],
  takes: readonly Take[],
  isOpen: (approval: string) => boolean = () => false,
): Saving[] {
  const wishes = new Wishes();
  for (const line of record(remarks, takes)) {
    if ('take' in line) wishes.buy(line.take);
    else noteAsk(wishes, line.remark);
  }
  const totals = new Map<string, Saving>();
  for (const { reason, asked, bought, approval, waits } of wishes.all()) {
    // A question that nobody answers is no open wish any more once the work on the shot went on without it.
    if (waits && approval !== undefined && isOpen(approval)) continue;
    const key = `${reason.rule}/${reason.code}`;
    const known = totals.get(key) ?? { ...reason, times: 0, asked: 0, bought: 0, amount: 0 };
    const sums = { asked: known.asked + asked, bought: known.bought + bought };
    totals.set(key, { ...reason, times: known.times + 1, ...sums, amount: sums.asked - sums.bought });
  }
  return [...totals.values()].filter(({ amount }) => amount > 0).sort((a, b) => b.amount - a.amount);
}

function noteAsk(wishes: Wishes, remark: Remark): void {
  // In shadow mode nothing was refused, so nothing was saved.
  if (remark.shadow !== undefined) return;
  // What passed after a yes was at most cut down.
  const reason = remark.take === undefined ? strictestOf(remark) : remark.findings.find(({ level }) => level === 'fix');
  if (reason === undefined) return;
  wishes.ask(remark, { rule: reason.rule, code: reason.code });
}

type Line = { readonly remark: Remark } | { readonly take: Take };

/** Remarks in their order, each take right after the decision that let it pass; takes that nobody decided on by time. */
function record(remarks: readonly Remark[], takes: readonly Take[]): Line[] {
  const byId = new Map(takes.map((take) => [take.id, take]));
  const decided = new Set(remarks.flatMap(({ take }) => take ?? []));
  const others = takes.filter(({ id }) => !decided.has(id)).sort((a, b) => a.at - b.at);
  const lines: Line[] = [];
  let next = 0;
  const upTo = (at: number): void => {
    for (let take = others[next]; take !== undefined && take.at < at; take = others[next]) {
      lines.push({ take });
      next += 1;
    }
  };
  for (const remark of remarks) {
    upTo(remark.at);
    lines.push({ remark });
    const take = remark.take === undefined ? undefined : byId.get(remark.take);
    if (take !== undefined) lines.push({ take });
  }
  upTo(Number.POSITIVE_INFINITY);
  return lines;
}
