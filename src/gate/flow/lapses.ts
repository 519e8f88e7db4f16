import { dateIn, dateText } from '../../ledger/calendar.js';
import { grantName } from '../../ledger/grants.js';
import { remaining, type Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { GatePorts } from '../ports.js';
import { grantRefs, pursesFor } from '../standing.js';

/** Credits that lapse or renew; `on` is the last day on which they can be used, or the first. */
export interface DatedCredits {
  readonly name: string;
  readonly amount: MicroCredits;
  readonly on: string;
  readonly at: number;
}

const dayMs = 86_400_000;

/** What lapses of some grants if nobody uses it, the next first. */
export function lapsesOf(grants: readonly Account[], zone: string): DatedCredits[] {
  return grants.flatMap((grant): DatedCredits[] => {
    const [at, amount] = [grant.resetsAt, remaining(grant) ?? 0];
    if (at === undefined || amount <= 0) return [];
    return [{ name: grantName(grant), amount, on: dateText(dateIn(at - 1, zone)), at }];
  });
}

/** The moment up to which a lapse is spoken of (epoch milliseconds). */
export function soonAt({ policy, clock }: Pick<GatePorts, 'policy' | 'clock'>): number {
  return clock() + (policy.lapseDays ?? 0) * dayMs;
}

/** Credits of all balances that lapse within the days of the config. */
export async function lapsingSoon(ports: Pick<GatePorts, 'store' | 'policy' | 'clock'>): Promise<DatedCredits[]> {
  const { store, policy, clock } = ports;
  const grants = await Promise.all(
    pursesFor(policy).map((purse) => store.grants(purse, grantRefs(policy, purse, clock()))),
  );
  return lapsesOf(grants.flat(), policy.zone).filter(({ at }) => at <= soonAt(ports));
}
