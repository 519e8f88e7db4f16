import { z } from 'zod';
import { billingShape, placeSchema, signSchema, valuesSchema } from './answer-signs.js';
import type { Quote } from './quote.js';

const argument = z.string().min(1).max(200);

const fromCall = z
  .record(argument, argument)
  .optional()
  .describe('arguments that take what the paid call was given: { "endpoint_id": "endpoint_id" }, own name first');

/** The free tool that hands out what a job made, where the status tool only tells that it is there. */
const jobResultSchema = z.strictObject({
  tool: z.string().min(1).max(200).describe('free tool of the same server that hands out what a job made'),
  argument: argument.describe('argument that takes the job’s id'),
  fromCall,
  arguments: z.record(z.string(), z.unknown()).default({}).describe('what else the tool has to be given'),
});

/** How the free tool that tells how a job stands is asked and read. */
const jobStatusSchema = z.strictObject({
  tool: z.string().min(1).max(200).describe('free tool of the same server that tells how a job stands'),
  argument: argument.describe('argument that takes the job’s id; dots lead into nested objects'),
  arguments: z.record(z.string(), z.unknown()).default({}).describe('what else the tool has to be given'),
  everySeconds: z.number().min(0.1).max(600).default(1).describe('shortest time between two looks; it grows'),
  state: placeSchema
    .optional()
    .describe('where its answer says how the job stands; left out: the states are beginnings of its first text'),
  running: valuesSchema.default([]).describe('states of a job that goes on; states not named count as going on, too'),
  succeeded: valuesSchema.min(1).describe('states of a job that made what was asked'),
  failed: valuesSchema.default([]).describe('states of a job that failed or was given up'),
  ...billingShape,
  failure: z
    .enum(['billed', 'unbilled', 'unknown'])
    .default('unknown')
    .describe('whether a failed job is billed, where its answer does not say; unknown: it stays in doubt'),
  fromCall,
  result: jobResultSchema.optional().describe('where the outputs come from, when not from the status tool'),
});

/** How a tool hands out a job instead of a result, and how the job's end is learnt. */
export const jobMapSchema = z
  .strictObject({
    id: placeSchema.describe('where the paid call’s answer names its job'),
    when: signSchema
      .optional()
      .describe('only answers that show this are a job’s; left out: every answer that names one'),
    status: jobStatusSchema,
  })
  .meta({ id: 'job' });

/** How a tool hands out a job instead of a result, and how the job's end is learnt. */
export type JobMap = z.output<typeof jobMapSchema>;

/** A job that a take's call started at the provider. */
export interface TakeJob {
  /** The provider's own id. */
  readonly id: string;
  /** The price that the call was held at: what the job is settled by when the provider says no other. */
  readonly quote: Quote;
}
