import { argumentAt } from '../model/argument-path.js';
import { toMicro, type MicroCredits } from '../model/credits.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Quote } from '../model/quote.js';
import type { TakeOutcome } from '../model/take.js';

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
  const { credits, billed, failedText, unbilledText } = profile.outcome;
  const reported = credits === undefined ? undefined : reportedMicro(argumentAt(result, credits));
  const saysBilled = billed === undefined ? undefined : argumentAt(result, billed);
  const isError = result['isError'] === true;
  const tellsUnbilled = (isError && beginsWith(result, refusedUnrun)) || beginsWith(result, unbilledText);
  if (isError || tellsUnbilled || beginsWith(result, failedText)) {
    // The provider's own field says more than any words.
    if (saysBilled === true) return { ...amountOf(quote, reported), outcome: 'failed-billed' };
    if (saysBilled === false || tellsUnbilled) return { outcome: 'unbilled', amount: 0, costSource: 'provider' };
    return { outcome: 'unknown', costSource: 'book' };
  }
  return { ...amountOf(quote, reported), outcome: 'succeeded' };
}

/** Whether the first text of an answer begins with one of some texts. */
function beginsWith(result: JsonObject, beginnings: readonly string[]): boolean {
  if (beginnings.length === 0) return false;
  const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  const texts = blocks.flatMap((block) => (isJsonObject(block) && block['type'] === 'text' ? [block['text']] : []));
  const first = texts[0];
  return typeof first === 'string' && beginnings.some((beginning) => first.trimStart().startsWith(beginning));
}

function reportedMicro(value: unknown): MicroCredits | undefined {
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
