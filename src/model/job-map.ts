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

const listShape = {
  in: placeSchema.optional().describe('where the list of jobs stands; left out: the first text is the list, as JSON'),
  id: argument.describe('dotted path to the job’s id in each entry'),
};

/** An answer that tells of many jobs. */
const jobListSchema = z.strictObject(listShape).meta({ id: 'jobList' });

/** An answer that tells of many jobs. */
export type JobList = z.output<typeof jobListSchema>;

/** A free tool that lists jobs, beside the one that is asked for a single one. */
const jobOverviewSchema = z.strictObject({
  tool: z.string().min(1).max(200).describe('free tool of the same server that lists jobs'),
  ...listShape,
  state: placeSchema.optional().describe('where an entry says how its job stands; left out: as in `status`'),
});

/** How the free tool that tells how a job stands is asked and read. */
const jobStatusSchema = z.strictObject({
  tool: z.string().min(1).max(200).describe('free tool of the same server that tells how a job stands'),
  argument: argument
    .optional()
    .describe(
      'argument that takes the job’s id; dots lead into nested objects; left out: it tells of all jobs (`each`)',
    ),
  takesList: z.boolean().default(false).describe('the argument takes a list of ids'),
  arguments: z.record(z.string(), z.unknown()).default({}).describe('what else the tool has to be given'),
  each: jobListSchema
    .optional()
    .describe('the answer tells of many jobs: state, cost and outputs are those of the entry with the job’s id'),
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
    status: jobStatusSchema.refine(({ argument: takes, each }) => takes !== undefined || each !== undefined, {
      message: 'names neither the `argument` that takes the job’s id nor where `each` job stands in its answer',
    }),
    lists: z
      .array(jobOverviewSchema)
      .max(10)
      .default([])
      .describe('tools that list jobs: where one of them shows the end of a job, `status` is asked for it at once'),
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
