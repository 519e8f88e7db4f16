const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const PERCENT = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An amount of credits as a person reads it: `1,234.5`; an unknown one is a question mark. */
export function credits(amount: number | null): string {
  return amount === null ? '?' : NUMBER.format(amount);
}

/** A share of one as a percentage: `12%`. */
export function percent(share: number): string {
  return PERCENT.format(share);
}

/** How long ago, or how far ahead, a time is: `5 min ago`, `in 2 h`. */
export function whenFrom(now: number, iso: string): string {
  const awayMs = Date.parse(iso) - now;
  const sizeMs = Math.abs(awayMs);
  if (Number.isNaN(awayMs)) return iso;
  if (sizeMs < MINUTE_MS) return awayMs > 0 ? 'in a moment' : 'just now';
  const said = spanOf(sizeMs);
  return awayMs > 0 ? `in ${said}` : `${said} ago`;
}

function spanOf(sizeMs: number): string {
  if (sizeMs < HOUR_MS) return `${Math.floor(sizeMs / MINUTE_MS)} min`;
  if (sizeMs < 2 * DAY_MS) return `${Math.floor(sizeMs / HOUR_MS)} h`;
  return `${Math.floor(sizeMs / DAY_MS)} days`;
}

/** A time to the minute in UTC: `2026-03-04 05:06`. */
export function minuteOf(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

/** A text with its `{{places}}` filled; a place without a fact stays empty. */
export function fill(text: string, facts: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(facts[name] ?? ''));
}

/** A value of a call as text: words as they are, everything else as JSON. */
export function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
