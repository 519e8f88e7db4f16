import type { MicroCredits } from './credits.js';

/** Credits at a provider that the person owns: a plan that renews, or a pack. */
export interface BalanceRule {
  readonly name: string;
  /** The server that they pay for; undefined: every server without a balance of its own. */
  readonly server?: string | undefined;
  readonly credits: MicroCredits;
  readonly renews: 'month' | 'none';
  /** Day of the month on which they renew, 1 to 31; the last one where a month is shorter. */
  readonly day: number;
  /** IANA time zone on whose calendar they renew and lapse. */
  readonly zone: string;
  /** Whether what is left when they renew stays. */
  readonly rollOver: boolean;
  /** First date on which there are any, `2026-11-30`. */
  readonly grantedAt?: string | undefined;
  /** Date with which what is left lapses, and nothing renews any more. */
  readonly expires?: string | undefined;
}

/** The purse of every server that has no balance of its own. */
export const commonPurse = '*';

/** The purse that a balance fills: of its server, or the common one. */
export function purseOf({ server }: Pick<BalanceRule, 'server'>): string {
  return server ?? commonPurse;
}

/** The purse that calls to a server draw from; undefined where no balance is kept for it. */
export function purseFor(balances: readonly BalanceRule[], server: string): string | undefined {
  const purses = balances.map(purseOf);
  return [server, commonPurse].find((purse) => purses.includes(purse));
}
