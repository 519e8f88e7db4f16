import { z } from 'zod';
import { billingShape, signSchema } from './answer-signs.js';
import { jobMapSchema } from './job-map.js';
import { inputForms } from './input-form.js';
import { kinds } from './kind.js';
import { lanes } from './lane.js';
import type { ListedPrice } from './listed-price.js';
import { priceSchema } from './price.js';
import type { StatedPrices } from './stated-prices.js';
import { tiers } from './tier.js';

const path = z.string().min(1).max(200).describe('argument name; dots lead into nested objects');

const onOff = z
  .union([path, z.strictObject({ argument: path, on: z.union([z.string(), z.number(), z.boolean()]) })])
  .describe('argument that true switches on, or the argument and the value that does');

/** Which argument of a tool carries which part of a request. Paths are dotted. */
export const argumentMapSchema = z.strictObject({
  prompt: path.optional(),
  negativePrompt: path.optional(),
  count: path.optional(),
  model: z
    .union([path, z.array(path).min(2).max(4)])
    .optional()
    .describe('argument with the model id, or several whose texts joined by "/" are the id, such as owner and name'),
  quality: path.optional(),
  width: path.optional(),
  height: path.optional(),
  size: path.optional(),
  aspect: path.optional(),
  resolution: path.optional(),
  seconds: path.optional(),
  audio: path.optional(),
  preview: onOff.optional().describe('cheap preview or draft mode'),
  enhance: onOff.optional().describe('enhancement of the final quality'),
  seed: path.optional(),
  inputs: z.array(path).default([]).describe('arguments that name existing assets'),
});

/** Which argument of a tool carries which part of a request. */
export type ArgumentMap = z.output<typeof argumentMapSchema>;

/** Calls that cost nothing although the tool can: those whose argument has one of the values. */
const freeWhenSchema = z.strictObject({
  argument: path,
  values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
});

/** What a tool that makes many things makes in one call: decided by an argument, such as an action or a model. */
const kindBySchema = z.strictObject({
  argument: path,
  kinds: z
    .record(z.string().min(1).max(200), z.enum(kinds))
    .describe('kind by value; a value may end in * for all that begin so, and the longest that fits decides'),
});

/** Where an upstream's answer says what the call cost and whether a failure was billed. Paths lead into the result. */
const outcomeMapSchema = z.strictObject({
  ...billingShape,
  failedWhen: z.array(signSchema).default([]).describe('signs of a failure that is not marked as an error'),
  failedText: z
    .array(z.string().min(1).max(200))
    .default([])
    .describe('beginnings of texts with which the server tells a failure without marking it as an error'),
  unbilledText: z
    .array(z.string().min(1).max(200))
    .default([])
    .describe('beginnings of texts that tell a failure which the provider did not bill'),
  job: jobMapSchema.optional().describe('for tools that answer with a job which is asked for later'),
});

/** What one upstream tool is, what it costs and how its arguments are read: the lens a call is seen through. */
export const profileSchema = z.strictObject({
  paid: z.boolean().describe('false: calls pass through untouched'),
  freeWhen: freeWhenSchema.optional().describe('calls of a paid tool that cost nothing, such as those that only list'),
  kind: z.enum(kinds).default('other'),
  kindBy: kindBySchema.optional().describe('for a tool that makes many things; a value not named makes `kind`'),
  tier: z.enum(tiers).default('standard').describe('tier of models that the price list gives none'),
  arguments: argumentMapSchema.default({ inputs: [] }),
  inputForm: z
    .union([z.enum(inputForms), z.record(path, z.enum(inputForms))])
    .optional()
    .describe('how the tool takes existing assets, or each argument for them; read from the schema when not given'),
  lane: z.enum(lanes).optional().describe('the whole tool is a slower, cheaper lane for what others of its kind make'),
  permutations: z
    .boolean()
    .optional()
    .describe('true: the tool expands "{red, blue} car" in a prompt to one job for each combination'),
  negativeSuffix: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe('what begins the list of unwanted things in a prompt, such as "--no ", where no argument takes them'),
  price: priceSchema.optional().describe('without a price the cost is unknown, and the call asks'),
  outcome: outcomeMapSchema.prefault({}),
});

/** What one upstream tool is, what it costs and how its arguments are read. */
export type Profile = z.output<typeof profileSchema> & {
  /** Prices out of the project's price list, for a tool whose profile has none. */
  readonly listed?: readonly ListedPrice[] | undefined;
  /** What the server says itself that the tool costs; counts only where no list has a price for the call. */
  readonly stated?: StatedPrices | undefined;
};

/** A profile as a person writes it in the config. */
export type ProfileInput = z.input<typeof profileSchema>;

/** Whether it is known what a tool makes. */
export function isDescribed({ kind, kindBy }: Pick<Profile, 'kind' | 'kindBy'>): boolean {
  return kind !== 'other' || kindBy !== undefined;
}
