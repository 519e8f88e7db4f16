/** How long an engine waits for what, in milliseconds. */
export interface EngineTimes {
  /** A hold that was not dispatched within this time is given back. */
  readonly holdTtlMs: number;
  /** A process that did not show life for this long is taken for dead. */
  readonly leaseLapsedMs: number;
  /** How often a process with money held shows life. */
  readonly beatEveryMs: number;
  /** How often what dead processes left is looked for. */
  readonly recoverEveryMs: number;
  /** A call that takes longer is answered with its take's id. */
  readonly answerWithinMs: number;
  /** How long a question in the client's dialog waits for its answer; then the request is pending. */
  readonly askWithinMs: number;
  /** How long after the start prompts that an earlier release stored are filed anew. */
  readonly fileAfterMs: number;
  /** How long a server that failed over and over gets no paid call. */
  readonly restMs: number;
}

/** The times in use. Answers come below every client's own limit, the shortest of which is 30 s. */
export const engineTimes: EngineTimes = {
  holdTtlMs: 30_000,
  leaseLapsedMs: 15_000,
  beatEveryMs: 3000,
  recoverEveryMs: 20_000,
  answerWithinMs: 25_000,
  askWithinMs: 25_000,
  fileAfterMs: 2000,
  restMs: 30_000,
};
