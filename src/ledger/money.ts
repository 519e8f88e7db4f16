import type { MicroCredits } from '../model/credits.js';

/** An amount of a currency in millionths of its unit, an integer. */
export type MicroMoney = number;

/** What credits and the project are worth in money, as the person configured it. */
export interface MoneyTerms {
  /** ISO 4217, e.g. `EUR`. */
  readonly currency: string;
  /** Price of one credit. */
  readonly creditPrice: MicroMoney;
  /** What the project earns. */
  readonly fee?: MicroMoney | undefined;
}

/** A project's spending in money. */
export interface MoneySpent {
  readonly currency: string;
  readonly spent: MicroMoney;
  readonly perKept?: MicroMoney | undefined;
  /** The project's fee, the share of it that was spent, and what is left of it. */
  readonly fee?: { readonly amount: MicroMoney; readonly share: number; readonly left: MicroMoney } | undefined;
}

/** Credits in money, to the nearest millionth. */
export function inMoney(credits: MicroCredits, creditPrice: MicroMoney): MicroMoney {
  // A product of two large integers leaves the range in which doubles are exact.
  return Number((BigInt(credits) * BigInt(creditPrice) + 500_000n) / 1_000_000n);
}

/** What a project cost in money, beside its fee. */
export function moneySpent(
  terms: MoneyTerms,
  credits: { readonly paid: MicroCredits; readonly perKept?: MicroCredits | undefined },
): MoneySpent {
  const spent = inMoney(credits.paid, terms.creditPrice);
  const { currency, fee } = terms;
  return {
    currency,
    spent,
    perKept: credits.perKept === undefined ? undefined : inMoney(credits.perKept, terms.creditPrice),
    fee: fee === undefined || fee === 0 ? undefined : { amount: fee, share: spent / fee, left: fee - spent },
  };
}

/** Money for people: two decimals, four where the amount is less than a hundredth, with its currency. */
export function formatMoney(amount: MicroMoney, currency: string): string {
  const units = amount / 1_000_000;
  const isSmall = amount !== 0 && Math.abs(units) < 0.1;
  return `${units.toFixed(isSmall ? 4 : 2).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',')} ${currency}`;
}
