/** A date on the calendar of some zone. A month or day beyond its range rolls over. */
export interface LocalDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A date as text: `2026-11-30`. */
export function dateText({ year, month, day }: LocalDate): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are dear to make and there are few zones, so they are kept. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}

function partsIn(at: number, zone: string): Record<string, number> {
  const parts: Record<string, number> = {};
  for (const part of formatFor(zone).formatToParts(at)) parts[part.type] = Number(part.value);
  return parts;
}

/** The date in a zone at a moment (epoch milliseconds). */
export function dateIn(at: number, zone: string): LocalDate {
  if (zone === 'UTC') return utcDate(at);
  const parts = partsIn(at, zone);
  return { year: parts['year'] ?? 1970, month: parts['month'] ?? 1, day: parts['day'] ?? 1 };
}

/** UTC needs no calendar of the system, which is slow to ask. */
function utcDate(at: number): LocalDate {
  const date = new Date(at);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** How far a zone's wall clock is ahead of UTC at a moment, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0;
  const parts = partsIn(at, zone);
  const wall = Date.UTC(
    parts['year'] ?? 1970,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  );
  return wall - Math.floor(at / 1000) * 1000;
}

const dayMs = 86_400_000;

/** The first moment of a date in a zone, epoch milliseconds; right on days when the clocks change too. */
export function startOfDate(date: LocalDate, zone: string): number {
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  // The clocks may change close to midnight: both the offset before and the one after are tried, the earlier first.
  const [before, after] = [offsetAt(midnight - dayMs, zone), offsetAt(midnight + dayMs, zone)];
  const candidates = [midnight - Math.max(before, after), midnight - Math.min(before, after)] as const;
  const wanted = dateIn(midnight, 'UTC');
  for (const candidate of candidates) {
    const there = dateIn(candidate, zone);
    if (there.day === wanted.day && there.month === wanted.month) return candidate;
  }
  // The zone jumped over the whole date: it starts, and ends, with the jump.
  return candidates[1];
}

/** When a date written as text (`2026-11-30`) begins in a zone, epoch milliseconds; undefined for none. */
export function momentOf(date: string | undefined, zone: string): number | undefined {
  if (date === undefined) return undefined;
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return startOfDate({ year, month, day }, zone);
}
