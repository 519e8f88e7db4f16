import type { AccountRef, BudgetRule, Period } from '../model/budget.js';
import { dateIn, startOfDate, type LocalDate } from './calendar.js';

/** A budget period that holds at a moment: its key (`2026-11-22`, `2026-11`) and when the next one starts. */
export interface PeriodAt {
  readonly key: string;
  /** Epoch milliseconds; 0 for a period that never began. */
  readonly startsAt: number;
  /** Epoch milliseconds; undefined for a period that never ends. */
  readonly endsAt?: number | undefined;
}

/** The calendar period around a moment, on the calendar of an IANA time zone. Weeks start on Monday. */
export function periodAt(now: number, period: Period, zone: string): PeriodAt {
  if (period === 'none') return { key: 'all', startsAt: 0 };
  const today = dateIn(now, zone);
  const start = startOf(today, period);
  const next = period === 'month' ? { ...start, month: start.month + 1 } : plusDays(start, period === 'week' ? 7 : 1);
  const month = `${String(start.year)}-${two(start.month)}`;
  const key = period === 'month' ? month : `${month}-${two(start.day)}`;
  return { key, startsAt: startOfDate(start, zone), endsAt: startOfDate(next, zone) };
}

/**
 * The accounts that count a call of a session: one per budget, and two that keep the totals of session and project, which
 * have no limit until somebody gives them one.
 */
export function accountsFor(
  budgets: readonly BudgetRule[],
  project: string,
  session: string,
  now: number,
): readonly AccountRef[] {
  const refs: AccountRef[] = budgets.map((rule) => {
    const subject = rule.scope === 'session' ? session : project;
    const at = periodAt(now, rule.period, rule.zone);
    const id = `${rule.scope}:${subject}:${rule.period}:${at.key}`;
    return { id, scope: rule.scope, subject, limit: rule.limit, soft: rule.soft, resetsAt: at.endsAt };
  });
  const totals: AccountRef[] = [
    { id: `session:${session}:none:all`, scope: 'session', subject: session },
    { id: `project:${project}:none:all`, scope: 'project', subject: project },
  ];
  return [...refs, ...totals.filter((total) => !refs.some((ref) => ref.id === total.id))];
}

function startOf(date: LocalDate, period: Exclude<Period, 'none'>): LocalDate {
  if (period === 'month') return { ...date, day: 1 };
  if (period === 'day') return date;
  const weekday = (Date.UTC(date.year, date.month - 1, date.day) / 86_400_000 + 3) % 7;
  return plusDays(date, -weekday);
}

function plusDays(date: LocalDate, days: number): LocalDate {
  return dateIn(Date.UTC(date.year, date.month - 1, date.day + days), 'UTC');
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
