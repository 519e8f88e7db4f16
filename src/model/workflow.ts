import { z } from 'zod';
import { briefSchema } from './brief.js';

const text = z.string().trim().min(1).max(4000);

/** The name of an input, as it stands between double braces in the document. */
const inputName = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}_-]{0,39}$/u, 'a letter, then letters, digits, dashes or underscores (1–40)');

const inputValue = z.union([text, z.number()]);

/** Something that a new run must be told. */
const workflowInputSchema = z.object({
  name: inputName.describe('stands as {{name}} in brief, plan, prompts and constraints'),
  description: text.optional(),
  kind: z.enum(['text', 'number']).default('text'),
  default: inputValue.optional(),
  choices: z.array(inputValue).min(1).max(50).optional(),
  example: text.optional().describe('what it was in this run: saved as {{name}} wherever it stands'),
});

/** Something that a new run must be told. */
export type WorkflowInput = z.output<typeof workflowInputSchema>;

/** A value for an input. */
export type InputValue = z.output<typeof inputValue>;

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
  inputs: z.array(workflowInputSchema).max(20).default([]).describe('what a new run must be told'),
  style: text.optional().describe('style block shared by related shots'),
  brief: briefSchema.partial().optional().describe('pre-fills the brief'),
  plan: z.array(z.record(z.string(), z.unknown())).max(200).default([]).describe('pre-fills the plan: its steps'),
  proven: z
    .object({ project: text, takes: z.int(), at: z.string() })
    .optional()
    .describe('run whose outputs were approved; written from the ledger only'),
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

/** Whether a document is an app: a new run needs its inputs only, because one run of it was approved from end to end. */
export function isApp({ front }: Pick<Workflow, 'front'>): boolean {
  return front.inputs.length > 0 && front.proven !== undefined;
}
