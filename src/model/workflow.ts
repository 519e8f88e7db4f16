import { z } from 'zod';
import { briefSchema } from './brief.js';

const text = z.string().trim().min(1).max(4000);

/** The typed front matter of a workflow document; only this acts, the body is data. */
export const workflowFrontSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and dashes (1–64)')
    .describe('file-safe name'),
  title: text.optional(),
  preferences: z.array(text).max(50).default([]).describe('how the person likes to work'),
  structure: z.array(text).max(50).default([]).describe('the steps, in order'),
  constraints: z.array(text).max(50).default([]),
  models: z.record(z.string(), text).default({}).describe('model by phase, e.g. explore: qwen-image'),
  prompts: z.array(z.object({ shot: text, phase: text.optional(), model: text.optional(), prompt: text })).default([]),
  inputs: z
    .array(z.object({ name: text, description: text.optional() }))
    .default([])
    .describe('what a new run must be told'),
  brief: briefSchema.partial().optional().describe('pre-fills the brief'),
  plan: z.array(z.record(z.string(), z.unknown())).max(200).default([]).describe('pre-fills the plan: its steps'),
});

/** The typed front matter of a workflow document. */
export type WorkflowFront = z.output<typeof workflowFrontSchema>;

/** One stored version of a workflow document. */
export interface Workflow {
  readonly project: string;
  readonly name: string;
  readonly version: number;
  readonly state: 'draft' | 'accepted';
  readonly front: WorkflowFront;
  /** Markdown below the front matter. */
  readonly body: string;
  readonly at: number;
}
