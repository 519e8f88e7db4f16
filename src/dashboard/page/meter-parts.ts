import type { BudgetView } from '../api.js';

/** The parts of a budget's bar, each a share of its whole length between 0 and 1. */
export interface MeterParts {
  readonly spent: number;
  readonly held: number;
  /** Where the soft limit is marked. */
  readonly soft: number | null;
  readonly level: 'calm' | 'near' | 'over';
}

const NEAR = 0.85;

/** A budget as a bar: one without limit is measured against what was used, one overrun against its use. */
export function meterParts({ limit, soft, spent, held }: BudgetView): MeterParts {
  const used = spent + held;
  const whole = Math.max(limit ?? used, used);
  const share = (amount: number): number => (whole > 0 ? Math.min(1, Math.max(0, amount / whole)) : 0);
  const over = limit !== null && used > limit;
  const near = limit !== null && used >= (soft ?? limit * NEAR);
  return {
    spent: share(spent),
    held: share(held),
    soft: soft === null || limit === null ? null : share(soft),
    level: over ? 'over' : near && used > 0 ? 'near' : 'calm',
  };
}
