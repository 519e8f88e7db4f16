/**
 * Credits, the unit of account, as integer micro-credits: 1 credit = 1,000,000. Integers keep sums exact; floats never
 * enter a balance.
 */
export type MicroCredits = number;

/** Micro-credits in one credit. */
const microPerCredit = 1_000_000;

/** Whether a value can stand as an amount of money: a safe integer (negative only where a scope is overdrawn). */
export function isMicro(value: unknown): value is MicroCredits {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/**
 * Credits to micro-credits, rounded up, so that a price is never understated.
 * @returns undefined when the number is not finite, negative, or too large to stay exact.
 */
export function toMicro(credits: number): MicroCredits | undefined {
  if (!Number.isFinite(credits) || credits < 0) return undefined;
  const scaled = credits * microPerCredit;
  const nearest = Math.round(scaled);
  // A product such as 0.07 * 1e6 must not round up by a float's last bits, nor may a larger amount round down.
  const noise = 16 * Number.EPSILON * scaled;
  const micro = Math.abs(scaled - nearest) <= noise ? nearest : Math.ceil(scaled);
  return Number.isSafeInteger(micro) ? micro : undefined;
}

/** Micro-credits to credits, for showing and for JSON; the ledger itself never uses the result. */
export function toCredits(micro: MicroCredits): number {
  return micro / microPerCredit;
}

/**
 * Adds amounts and refuses to leave the range of exact integers.
 * @throws RangeError when the sum is not a safe integer.
 */
export function addMicro(...amounts: readonly MicroCredits[]): MicroCredits {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  if (!Number.isSafeInteger(sum)) throw new RangeError(`amount out of range: ${String(sum)} micro-credits`);
  return sum;
}

/** An amount for people: at most two decimals, thousands separated, e.g. `1,020` or `0.05`. */
export function formatCredits(micro: MicroCredits): string {
  const credits = micro / microPerCredit;
  const digits = Number.isInteger(credits) ? 0 : Math.abs(credits) < 0.01 ? 6 : 2;
  const text = credits.toFixed(digits);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`.replace(/0+$/, '').replace(/\.$/, '');
}
