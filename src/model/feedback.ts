import { z } from 'zod';
import type { Strength } from './strength.js';

/** A person's three words on a take: approve locks it, refine says what to change, reject drops it. */
const feedbackVerdicts = ['approve', 'refine', 'reject', 'another'] as const;

/** A person's word: `another` asks for one more of the same, on purpose. */
export type FeedbackVerdict = (typeof feedbackVerdicts)[number];

const points = z.array(z.string().trim().min(1).max(500)).max(20).default([]);

/** A person's word on a take as it comes in. */
export const feedbackSchema = z.object({
  verdict: z.enum(feedbackVerdicts),
  keep: points.describe('what must stay'),
  change: points.describe('what must change'),
  remove: points.describe('what must go'),
  note: z.string().trim().max(2000).default('').describe("the person's own words"),
});

/** A person's word on a take as it comes in. */
export type FeedbackBody = z.output<typeof feedbackSchema>;

/** Stored feedback. */
export interface Feedback extends FeedbackBody {
  readonly id: string;
  readonly take: string;
  readonly strength: Strength;
  readonly at: number;
}
