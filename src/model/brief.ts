import { z } from 'zod';

const line = z.string().trim().min(1).max(2000);

/** What a brainstorm ends in: the goal and its frame, the directions weighed, the one chosen and why. */
export const briefSchema = z.object({
  goal: line.describe('what the work must achieve'),
  audience: line.describe('who it is for'),
  tone: line.describe('how it should feel'),
  constraints: z.array(line).min(1).max(30).describe('formats, brand rules, deadlines, what must not appear'),
  directions: z
    .array(z.object({ name: line, idea: line }))
    .min(2)
    .max(12)
    .describe('two or more different directions that were weighed'),
  chosen: line.describe('name of the chosen direction'),
  why: line.describe('why this direction'),
});

/** The content of a brief. */
export type BriefBody = z.output<typeof briefSchema>;

/** A stored brief. */
export interface Brief extends BriefBody {
  readonly id: string;
  readonly project: string;
  readonly version: number;
  readonly at: number;
}
