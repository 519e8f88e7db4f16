import type { JobMap } from '../model/job-map.js';
import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Quote } from '../model/quote.js';
import { isOneOf, showsAny, valueAt, wordsOf } from './read-answer.js';
import { readJobOutcome, type ReadOutcome } from './read-outcome.js';

/** What an answer says of a job. `unclear`: the answer is an error that names no known state. */
export type JobReading =
  | { readonly kind: 'running' }
  | { readonly kind: 'ended'; readonly read: ReadOutcome }
  | { readonly kind: 'unclear'; readonly why: string };

/** A longer text is no id. */
const longestId = 500;

/** The id of the job that a paid call's answer names instead of a result; undefined when it is a result, or a failure. */
export function namedJob({ outcome }: Profile, result: JsonObject): string | undefined {
  const { job } = outcome;
  if (job === undefined || result['isError'] === true) return undefined;
  if (job.when !== undefined && !showsAny(result, [job.when])) return undefined;
  const id = valueAt(result, job.id);
  if (typeof id === 'number') return String(id);
  const name = typeof id === 'string' ? id.trim() : '';
  return name === '' || name.length > longestId ? undefined : name;
}

/** How a job stands by the answer of its status tool. A state that nobody has named is no end. */
export function readJob(status: JobMap['status'], quote: Quote, result: JsonObject): JobReading {
  const { state, succeeded, failed, running } = status;
  if (isOneOf(result, state, failed)) {
    return { kind: 'ended', read: readJobOutcome(status, quote, result, 'failed') };
  }
  if (isOneOf(result, state, running)) return { kind: 'running' };
  if (result['isError'] === true) return { kind: 'unclear', why: wordsOf(result) };
  if (isOneOf(result, state, succeeded)) {
    return { kind: 'ended', read: readJobOutcome(status, quote, result, 'succeeded') };
  }
  return { kind: 'running' };
}
