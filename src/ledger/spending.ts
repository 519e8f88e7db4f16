import type { MicroCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';
import { isApproved } from '../model/takes.js';
import { dateIn } from './calendar.js';

/** What spending can be counted under. */
export const headings = ['phase', 'model', 'shot', 'kind', 'day', 'session'] as const;

/** One of {@link headings}. */
export type Heading = (typeof headings)[number];

/** Spending under one heading. Amounts are micro-credits. */
export interface SpendLine {
  readonly name: string;
  readonly takes: number;
  readonly kept: number;
  readonly paid: MicroCredits;
  /** Paid per kept take; undefined while nothing was kept. */
  readonly perKept?: MicroCredits | undefined;
}

/** Paid takes counted under one heading, the dearest first; days in their order, on the calendar of a zone. */
export function spendingBy(heading: Heading, takes: readonly Take[], zone: string): SpendLine[] {
  const lines = linesBy(takes, (take) => nameUnder(heading, take, zone));
  return heading === 'day' ? lines.sort((a, b) => (a.name < b.name ? -1 : 1)) : lines;
}

/** Paid takes counted under whatever names they are given, the dearest first. */
export function linesBy(takes: readonly Take[], nameOf: (take: Take) => string): SpendLine[] {
  const groups = new Map<string, { takes: number; kept: number; paid: MicroCredits }>();
  for (const take of takes) {
    const name = nameOf(take);
    const group = groups.get(name) ?? { takes: 0, kept: 0, paid: 0 };
    groups.set(name, group);
    group.takes += 1;
    group.paid += take.paid;
    if (isApproved(take)) group.kept += 1;
  }
  const lines = [...groups].map(([name, group]) => ({ name, ...group, perKept: perKept(group) }));
  return lines.sort((a, b) => b.paid - a.paid);
}

/** What each kept take cost, the others included; undefined while nothing was kept. */
export function perKept({ paid, kept }: Pick<SpendLine, 'paid' | 'kept'>): MicroCredits | undefined {
  return kept === 0 ? undefined : Math.round(paid / kept);
}

function nameUnder(heading: Heading, take: Take, zone: string): string {
  if (heading === 'day') return dayOf(take.at, zone);
  return heading === 'model' ? (take.model ?? take.tool) : take[heading];
}

/** The calendar day of a moment as `2026-11-22`. */
export function dayOf(at: number, zone: string): string {
  const { year, month, day } = dateIn(at, zone);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
