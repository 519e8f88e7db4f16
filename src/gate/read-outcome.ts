import { toMicro, type MicroCredits } from '../model/credits.js';
import type { JobMap } from '../model/job-map.js';
import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Quote } from '../model/quote.js';
import type { TakeOutcome } from '../model/take.js';
import { beginsWith, showsAny, valueAt } from './read-answer.js';

/** What an upstream's answer says about money. `amount` is micro-credits to post; undefined while it is not known. */
export interface ReadOutcome {
  readonly outcome: Exclude<TakeOutcome, 'running'>;
  readonly amount?: MicroCredits | undefined;
  readonly costSource: 'provider' | 'book';
  /** Set when the provider's figure was below the price book's and the book's was posted. */
  readonly flagged?: MicroCredits | undefined;
}

/**
 * How the libraries that servers are built with refuse arguments that break the tool's schema, before the server's own
 * code runs: nothing can have been billed. Source: the official TypeScript (both lines) and Python libraries.
 */
const refusedUnrun = ['Input validation error: ', 'MCP error -32602: Input validation error: '];

/**
 * Reads outcome and cost from an answer: a cost field that the profile declares wins over the price book, but never
 * below the quote's floor. An error is only unbilled when the provider says so; otherwise its fate is unknown, for real
 * servers charge and then fail on the way back. Some servers tell a failure in plain text and mark nothing as an error;
 * the profile names the words such an answer begins with.
 */
export function readOutcome(profile: Profile, quote: Quote, result: JsonObject): ReadOutcome {
  const { failedText, unbilledText, failedWhen, billedWhen, unbilledWhen } = profile.outcome;
  const isError = result['isError'] === true;
  const isRefused = isError && beginsWith(result, refusedUnrun);
  const tellsUnbilled = isRefused || beginsWith(result, unbilledText) || showsAny(result, unbilledWhen);
  const tellsBilled = showsAny(result, billedWhen);
  const isFailed = isError || beginsWith(result, failedText) || showsAny(result, failedWhen);
  if (!isFailed && !tellsUnbilled && !tellsBilled) {
    return { ...amountOf(quote, reportedMicro(profile.outcome, result)), outcome: 'succeeded' };
  }
  return failureOf(profile.outcome, quote, result, tellsUnbilled ? 'unbilled' : 'unknown');
}

/**
 * Reads what a finished job cost from the answer that tells its end, bounded below by the quote's floor like any other.
 * @param end how the job ended, as its state says
 */
export function readJobOutcome(
  status: JobMap['status'],
  quote: Quote,
  result: JsonObject,
  end: 'succeeded' | 'failed',
): ReadOutcome {
  if (end === 'succeeded') return { ...amountOf(quote, reportedMicro(status, result)), outcome: 'succeeded' };
  return failureOf(status, quote, result, showsAny(result, status.unbilledWhen) ? 'unbilled' : status.failure);
}

type Billing = Pick<JobMap['status'], 'credits' | 'billed' | 'billedWhen'>;

/** What a failure cost: the provider's own field says more than signs, a sign more than what is usual. */
function failureOf(
  billing: Billing,
  quote: Quote,
  result: JsonObject,
  otherwise: 'billed' | 'unbilled' | 'unknown',
): ReadOutcome {
  const said = billing.billed === undefined ? undefined : valueAt(result, billing.billed);
  const signed = showsAny(result, billing.billedWhen) ? 'billed' : otherwise;
  const fate = typeof said === 'boolean' ? (said ? 'billed' : 'unbilled') : signed;
  switch (fate) {
    case 'billed':
      return { ...amountOf(quote, reportedMicro(billing, result)), outcome: 'failed-billed' };
    case 'unbilled':
      return { outcome: 'unbilled', amount: 0, costSource: 'provider' };
    case 'unknown':
      return { outcome: 'unknown', costSource: 'book' };
  }
}

/** What the provider says it charged; a figure may stand as text. */
function reportedMicro({ credits }: Billing, result: JsonObject): MicroCredits | undefined {
  const value = credits === undefined ? undefined : valueAt(result, credits);
  if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) return toMicro(Number(value));
  return typeof value === 'number' ? toMicro(value) : undefined;
}

function amountOf(quote: Quote, reported: MicroCredits | undefined): Omit<ReadOutcome, 'outcome'> {
  if (quote.status === 'unknown') return { amount: reported, costSource: 'provider' };
  if (reported === undefined) return { amount: quote.amount, costSource: 'book' };
  // A range or an estimate has no floor worth insisting on; an exact price has.
  if (quote.status === 'exact' && reported < quote.amount) {
    return { amount: quote.amount, costSource: 'book', flagged: reported };
  }
  return { amount: reported, costSource: 'provider' };
}
