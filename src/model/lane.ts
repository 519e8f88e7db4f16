/**
 * Ways to the same outcome at another price and wait: a free tier, a queue that is served when there is room, credits to
 * try a service with, an open model hosted by whoever does it for least. Source: D8.
 */
export const lanes = ['free', 'relaxed', 'trial', 'open'] as const;

/** One of {@link lanes}. */
export type Lane = (typeof lanes)[number];
