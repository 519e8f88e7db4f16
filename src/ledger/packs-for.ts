import type { MicroCredits } from '../model/credits.js';
import type { MicroMoney } from './money.js';

/** Credits that can be bought once. */
export interface Pack {
  readonly credits: MicroCredits;
  readonly price: MicroMoney;
  /** Days after which what is left of it lapses; never, when left out. */
  readonly days?: number | undefined;
}

/** Beyond this many units the bulk is bought at the best rate, and only the rest is weighed. */
const mostUnits = 20_000;

/** The cheapest packs that together hold at least so many credits; undefined where there are no packs. */
export function packsFor(credits: MicroCredits, packs: readonly Pack[]): readonly Pack[] | undefined {
  if (credits <= 0) return [];
  const [best] = [...packs].sort((a, b) => a.price / a.credits - b.price / b.credits);
  if (best === undefined) return undefined;
  const unit = packs.map((pack) => pack.credits).reduce(divisor);
  const bulk = Math.max(0, Math.floor((credits - mostUnits * unit) / best.credits));
  const wanted = Math.ceil((credits - bulk * best.credits) / unit);
  // The cheapest way to so many units, and the last pack on it.
  const costs = [0];
  const last: Pack[] = [];
  for (let units = 1; units <= wanted; units += 1) {
    costs[units] = Number.POSITIVE_INFINITY;
    for (const pack of packs) {
      const cost = pack.price + (costs[Math.max(0, units - pack.credits / unit)] ?? 0);
      if (cost >= (costs[units] ?? 0)) continue;
      costs[units] = cost;
      last[units] = pack;
    }
  }
  const bought = Array<Pack>(bulk).fill(best);
  for (let units = wanted, pack = last[units]; units > 0 && pack !== undefined; pack = last[units]) {
    bought.push(pack);
    units -= pack.credits / unit;
  }
  return bought;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
