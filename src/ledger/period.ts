import type { AccountRef, BudgetRule, BudgetScope, Period, Priority } from '../model/budget.js';
import { addMicro, type MicroCredits } from '../model/credits.js';
import type { Policy } from '../model/policy.js';
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
 * The accounts that count calls of a session: one per budget, and those that keep the totals of session, project and client,
 * which have no limit until somebody gives them one. Budgets of a phase or model count only some of its calls.
 */
export function accountsFor(
  { budgets, client, priority = 'normal' }: Pick<Policy, 'budgets' | 'client' | 'priority'>,
  project: string,
  session: string,
  now: number,
): readonly AccountRef[] {
  const subjects: Readonly<Record<BudgetScope, string | undefined>> = { session, project, client };
  const refs = budgets.flatMap((rule): AccountRef[] => {
    const { scope, limit, soft, phase, model, onDemand } = rule;
    const subject = subjects[scope];
    const at = periodAt(now, rule.period, rule.zone);
    if (subject === undefined) return [];
    const id = `${scope}:${subject}:${rule.period}:${at.key}${tagOf(rule)}`;
    const extendTo = onDemand === undefined ? undefined : addMicro(limit, onDemand);
    const keep = keptFrom(priority, rule.reserve);
    return [{ id, scope, subject, limit, soft, resetsAt: at.endsAt, phase, model, extendTo, keep }];
  });
  const totals = (['session', 'project', 'client'] as const).flatMap((scope): AccountRef[] => {
    const subject = subjects[scope];
    return subject === undefined ? [] : [{ id: `${scope}:${subject}:none:all`, scope, subject }];
  });
  return [...refs, ...totals.filter((total) => !refs.some((ref) => ref.id === total.id))];
}

/** What a project leaves for those above it. */
function keptFrom(priority: Priority, reserve: BudgetRule['reserve']): MicroCredits | undefined {
  if (reserve === undefined || priority === 'high') return undefined;
  return addMicro(reserve.high ?? 0, priority === 'low' ? (reserve.normal ?? 0) : 0);
}

/** What tells a budget of a phase or model from one of everything; no key of a period has these signs. */
function tagOf({ phase, model }: Pick<BudgetRule, 'phase' | 'model'>): string {
  return `${phase === undefined ? '' : `/${phase}`}${model === undefined ? '' : `@${model}`}`;
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
