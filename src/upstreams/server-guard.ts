import { bulkhead, circuitBreaker, ConsecutiveBreaker, handleWhenResult, isBulkheadRejectedError } from 'cockatiel';
import type { UpstreamOutcome } from '../gate/upstream-port.js';

/** How a {@link ServerGuard} is set up. */
export interface GuardOptions {
  /** Paid calls at once. */
  readonly concurrent: number;
  /** Calls that may wait for their turn, default 200. */
  readonly queued?: number | undefined;
  /** Longest wait for a turn, default 20,000 ms: below the life of a hold and the time in which a call is answered. */
  readonly patienceMs?: number | undefined;
  /** Failures in a row after which the server is left alone, default 5. */
  readonly failures?: number | undefined;
  /** How long it is left alone, default 30,000 ms. */
  readonly restMs?: number | undefined;
  /** Called when the server begins to rest (until an epoch time in milliseconds, and why) and when it answers again. */
  onRest?(rest: Rest | undefined): void;
}

/** A server that is left alone. */
export interface Rest {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly why: string;
}

/** A place among the calls under way; `leave` gives it back, once. */
export type Place =
  | { readonly kind: 'go'; readonly leave: () => void }
  | { readonly kind: 'busy' }
  | { readonly kind: 'resting'; readonly rest: Rest };

/** Lets the paid calls of one server on: not too many at once, and none while it fails over and over. Sends nothing itself. */
export class ServerGuard {
  private readonly turns;
  private readonly breaker;
  private rest: Rest | undefined;
  private lastWords = '';
  private isTrying = false;

  constructor(private readonly options: GuardOptions) {
    const { concurrent, queued = 200, failures = 5, restMs = 30_000 } = options;
    this.turns = bulkhead(concurrent, queued);
    const isFailure = handleWhenResult((result) => result === 'failed');
    this.breaker = circuitBreaker(isFailure, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(failures) });
    this.breaker.onBreak(() => this.moved({ until: Date.now() + restMs, why: this.lastWords }));
    this.breaker.onReset(() => this.moved(undefined));
  }

  /** Why no call is let on right now: the server rests, or one call is out to see whether it is well again. */
  resting(): Rest | undefined {
    const { rest } = this;
    if (rest === undefined || (Date.now() >= rest.until && !this.isTrying)) return undefined;
    return rest;
  }

  /** Waits for a turn, in the order of the calls. After a rest a single call is let on to try. */
  async enter(): Promise<Place> {
    const before = this.resting();
    if (before !== undefined) return { kind: 'resting', rest: before };
    const leave = await this.turn();
    if (leave === undefined) return { kind: 'busy' };
    const rest = this.resting();
    if (rest !== undefined) {
      leave();
      return { kind: 'resting', rest };
    }
    const isTrial = this.rest !== undefined;
    if (isTrial) this.isTrying = true;
    return {
      kind: 'go',
      leave: () => {
        if (isTrial) this.isTrying = false;
        leave();
      },
    };
  }

  /** Hears what became of a request. A tool's own error is an answer; what never came, or could not, is a failure. */
  note(outcome: UpstreamOutcome): void {
    const isFailure = outcome.kind === 'failure' && isServerFailure(outcome.failure);
    if (isFailure) this.lastWords = outcome.failure.message;
    // While it rests, the answers of calls that were under way before count for nothing.
    this.breaker.execute(() => (isFailure ? 'failed' : 'well')).catch(() => undefined);
  }

  private moved(rest: Rest | undefined): void {
    this.rest = rest;
    this.options.onRest?.(rest);
  }

  /** Takes a place, or gives up when there is none in time; a place that comes too late is passed on. */
  private turn(): Promise<(() => void) | undefined> {
    const { patienceMs = 20_000 } = this.options;
    return new Promise((resolve, reject) => {
      let isOver = false;
      const giveUp = (): void => {
        isOver = true;
        resolve(undefined);
      };
      const timer = setTimeout(giveUp, patienceMs);
      timer.unref();
      const place = (): Promise<void> => {
        clearTimeout(timer);
        if (isOver) return Promise.resolve();
        return new Promise<void>((leave) => resolve(leave));
      };
      this.turns.execute(place).catch((error: unknown) => {
        clearTimeout(timer);
        if (isBulkheadRejectedError(error)) giveUp();
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
    });
  }
}

const SERVER_ERROR = 500;

function isServerFailure(failure: Extract<UpstreamOutcome, { kind: 'failure' }>['failure']): boolean {
  if (failure.kind === 'protocol-error') {
    const data: unknown = failure.data;
    const status = typeof data === 'object' && data !== null && 'httpStatus' in data ? data.httpStatus : undefined;
    return typeof status === 'number' && status >= SERVER_ERROR;
  }
  return failure.why !== 'stopped';
}
