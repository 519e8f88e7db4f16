import type { AccountRef } from '../model/budget.js';
import { purseOf, type BalanceRule } from '../model/balance.js';
import { dateIn, dateText, momentOf, startOfDate, type LocalDate } from './calendar.js';

/** Most renewals of one balance that are looked back on: fifty years. */
const mostRenewals = 600;

/**
 * The grants that a balance has given and that have not lapsed: one for a pack, one for the current month of a plan, or one
 * for each month of a plan that rolls over.
 * @param now epoch milliseconds
 */
export function grantsOf(balance: BalanceRule, now: number): AccountRef[] {
  const { zone, credits, name } = balance;
  const from = momentOf(balance.grantedAt, zone) ?? Number.NEGATIVE_INFINITY;
  const end = momentOf(balance.expires, zone);
  if (now < from || (end !== undefined && now >= end)) return [];
  const subject = purseOf(balance);
  const grant = (key: string, resetsAt: number | undefined): AccountRef => {
    return { ...grantRef(subject, name, key, resetsAt), limit: credits };
  };
  if (balance.renews === 'none') return [grant('once', end)];
  const current = renewalBefore(balance, now);
  const next = startOfDate(renewal(balance, current, 1), zone);
  if (!balance.rollOver) return [grant(dateText(current), Math.min(next, end ?? next))];
  const grants: AccountRef[] = [];
  // Backwards, to the renewal in whose month the balance began.
  for (let back = 0; back < mostRenewals; back += 1) {
    const date = renewal(balance, current, -back);
    grants.unshift(grant(dateText(date), end));
    if (startOfDate(date, zone) <= from || balance.grantedAt === undefined) break;
  }
  return grants;
}

/** A grant of a purse, by its name and what tells it from others of the name. */
export function grantRef(purse: string, name: string, key: string, resetsAt: number | undefined): AccountRef {
  return { id: `grant:${purse}:${name}:${key}`, scope: 'grant', subject: purse, resetsAt };
}

/** When a balance renews next (epoch milliseconds); undefined when it never does again. */
export function renewsAt(balance: BalanceRule, now: number): number | undefined {
  const { zone } = balance;
  const end = momentOf(balance.expires, zone) ?? Number.POSITIVE_INFINITY;
  const from = momentOf(balance.grantedAt, zone) ?? Number.NEGATIVE_INFINITY;
  if (now < from) return from < end ? from : undefined;
  if (balance.renews === 'none') return undefined;
  const next = startOfDate(renewal(balance, renewalBefore(balance, now), 1), zone);
  return next < end ? next : undefined;
}

/** The name of the balance or pack that a grant is of. */
export function grantName({ id }: Pick<AccountRef, 'id'>): string {
  return id.split(':')[2] ?? id;
}

/** The order in which grants are drawn from: what lapses first, then what was given first. */
export function byLapse(one: AccountRef, other: AccountRef): number {
  const lapse = (grant: AccountRef): number => grant.resetsAt ?? Number.POSITIVE_INFINITY;
  if (lapse(one) !== lapse(other)) return lapse(one) - lapse(other);
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Whether a grant has not lapsed yet. */
export function isAlive({ resetsAt }: Pick<AccountRef, 'resetsAt'>, now: number): boolean {
  return resetsAt === undefined || resetsAt > now;
}

/** The date of the last renewal at or before a moment. */
function renewalBefore(balance: BalanceRule, now: number): LocalDate {
  const today = dateIn(now, balance.zone);
  const thisMonth = renewal(balance, today, 0);
  return thisMonth.day <= today.day ? thisMonth : renewal(balance, today, -1);
}

/** The renewal in the month that lies so many months after a date's. */
function renewal({ day }: BalanceRule, { year, month }: LocalDate, months: number): LocalDate {
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return { year: first.getUTCFullYear(), month: first.getUTCMonth() + 1, day: Math.min(day, last) };
}
