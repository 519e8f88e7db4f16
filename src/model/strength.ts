/**
 * How sure we are that a person said it: `relayed` (the agent says so) < `client` (the client's own dialog answered) <
 * `person` (authenticated with the person's password).
 */
export const strengths = ['relayed', 'client', 'person'] as const;

/** One of {@link strengths}. */
export type Strength = (typeof strengths)[number];

/** Whether a strength is at least as strong as another. */
export function atLeast(strength: Strength, needed: Strength): boolean {
  return strengths.indexOf(strength) >= strengths.indexOf(needed);
}
