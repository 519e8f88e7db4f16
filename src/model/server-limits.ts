/** What is taken from a server at most, where its settings say nothing else. */
export const usualLimits = {
  /** Largest single message, MB. */
  answerMegabytes: 128,
  /** Deepest nesting of an answer. */
  depth: 200,
  /** Longest wait for one answer. */
  seconds: 600,
  /** Paid calls at once. */
  concurrent: 16,
} as const;

/** The limits that keep a server from breaking the gateway, or from having much out at once. How long is waited does neither. */
export const guardedLimits = ['answerMegabytes', 'depth', 'concurrent'] as const;

/** What is taken from a server at most, as its settings say it. */
export type ServerLimits = Readonly<Partial<Record<keyof typeof usualLimits, number | undefined>>>;
