import { z } from 'zod';
import { lanes } from './lane.js';
import { isFault, parsePriceExpression } from './price-expression.js';
import { tiers } from './tier.js';

/** What a price is counted by. `call` is per accepted call whatever comes out. */
export const priceUnits = ['call', 'output', 'second', 'megapixel', '1k-characters'] as const;

const credits = z.number().nonnegative().max(1_000_000_000).describe('credits');

const conditions = ['atLeast', 'equals', 'pixelsAbove'] as const;

/**
 * A multiplier that applies when one argument of the call is at or above a threshold or equals a value, or when the
 * picture has more pixels than a number. Exactly one condition.
 */
export const priceFactorSchema = z
  .strictObject({
    argument: z.string().min(1).optional().describe('name (dotted path) of the argument that decides'),
    atLeast: z.number().optional().describe('applies when the argument is a number ≥ this'),
    equals: z.union([z.string(), z.number(), z.boolean()]).optional().describe('applies when the argument equals this'),
    pixelsAbove: z.number().positive().optional().describe('applies when width × height is more than this'),
    times: z.number().nonnegative().describe('factor on the price; 0 only on a lane that costs nothing'),
    lane: z.enum(lanes).optional().describe('the value of the argument puts the call on a slower, cheaper lane'),
    models: z.array(z.string().min(1).max(200)).min(1).optional().describe('applies to these models only'),
  })
  .refine((factor) => conditions.filter((condition) => factor[condition] !== undefined).length === 1, {
    error: 'exactly one of atLeast, equals and pixelsAbove',
  })
  .refine((factor) => (factor.pixelsAbove === undefined) === (factor.argument !== undefined), {
    error: 'atLeast and equals need an argument, pixelsAbove has none',
    path: ['argument'],
  })
  .refine((factor) => factor.lane === undefined || factor.equals !== undefined, {
    error: 'a lane is taken by an argument that equals a value',
    path: ['lane'],
  })
  .refine((factor) => factor.times > 0 || factor.lane !== undefined, {
    error: 'only a lane may cost nothing',
    path: ['times'],
  });

/** One multiplier of a price. */
export type PriceFactor = z.output<typeof priceFactorSchema>;

/** A price as a formula over the call's arguments, checked when it is read. */
export const expressionSchema = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const read = parsePriceExpression(text);
    if (!isFault(read)) return;
    context.addIssue({ code: 'custom', message: `at character ${String(read.position)}: expected ${read.expected}` });
  })
  .describe('credits per unit as a formula over arguments, such as "duration * (audio ? 4 : 2)"');

/** Calls that a price is for: those that have one of the values at each of the arguments. */
const priceWhenSchema = z.record(
  z.string().min(1).max(200).describe('name (dotted path) of an argument'),
  z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
);

/** The published price of one tool: a base, per-model prices, what it is counted by, and factors. Amounts in credits. */
export const priceSchema = z
  .strictObject({
    unit: z.enum(priceUnits).default('call').describe('what the price is counted by'),
    when: priceWhenSchema
      .optional()
      .describe('for a tool of many actions: calls that the price is for; any other has no known price, and asks'),
    credits: credits.optional().describe('credits per unit for models without a price of their own'),
    models: z
      .record(
        z.string(),
        z.strictObject({
          credits,
          tier: z.enum(tiers).optional(),
          lane: z.enum(lanes).optional().describe('a free, relaxed, trial or open model'),
        }),
      )
      .default({})
      .describe('credits per unit, and tier, by model name'),
    expression: expressionSchema.optional(),
    minimum: credits.optional().describe('credits that one call costs at least'),
    perStarted: z
      .number()
      .positive()
      .optional()
      .describe('charge each started block of this many units as one (e.g. 5 with unit "second")'),
    factors: z.array(priceFactorSchema).default([]).describe('multipliers by argument; all that apply are multiplied'),
    outputsPerCall: z
      .number()
      .int()
      .positive()
      .default(1)
      .describe('outputs that one paid unit yields (4 where a grid of four costs the price of one)'),
    quality: z.enum(['exact', 'estimate']).default('exact').describe('how sure the price is'),
    source: z.string().default('config').describe('where the price was read'),
    asOf: z.iso.date().optional().describe('date on which the price was read'),
  })
  .refine(
    (price) =>
      price.expression === undefined || (price.credits === undefined && Object.keys(price.models).length === 0),
    {
      error: 'an expression stands in the place of credits and models, not beside them',
      path: ['expression'],
    },
  );

/** A price as read from config or a preset. */
export type Price = z.output<typeof priceSchema>;

/** A price as a person writes it, before defaults are filled in. */
export type PriceInput = z.input<typeof priceSchema>;
