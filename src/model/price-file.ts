import { z } from 'zod';
import { lanes } from './lane.js';
import { expressionSchema, priceFactorSchema } from './price.js';
import { tiers } from './tier.js';

/** What an entry of a price file is counted by, as price lists word it. */
const listedUnits = [
  'call',
  'image',
  'output',
  'second',
  'megapixel',
  'pixel',
  'character',
  '1k-characters',
  'token',
] as const;

const name = z.string().min(1).max(200);
const amount = z.number().nonnegative().max(1_000_000_000);

/** One entry: which calls it prices, and the price as it was published. */
export const priceEntrySchema = z
  .strictObject({
    server: name.optional().describe('only tools of this configured server'),
    provider: name
      .optional()
      .describe('whose list it is; goes before others where the server or its preset is called so'),
    tool: name.optional().describe("the upstream's own tool name; * stands for any part"),
    model: name.optional().describe('name of the model as calls name it; * stands for any part'),
    tier: z.enum(tiers).optional().describe('tier of the model'),
    lane: z.enum(lanes).optional().describe('the model is a free, relaxed, trial or open one'),
    when: z
      .strictObject({
        quality: name.optional(),
        size: z
          .string()
          .regex(/^\d{2,5}x\d{2,5}$/, 'as 1024x1536')
          .optional(),
      })
      .optional()
      .describe('only calls of this quality or size'),
    unit: z.enum(listedUnits),
    amount: amount.optional().describe('per unit, in the currency'),
    expression: expressionSchema.optional(),
    currency: z.string().regex(/^([A-Z]{3}|credits)$/, 'a currency such as USD, or "credits"'),
    factors: z.array(priceFactorSchema).default([]),
    minimum: amount.optional().describe('what one call costs at least, in the currency'),
    outputsPerCall: z.int().positive().default(1),
    quality: z.enum(['exact', 'estimate']).default('exact').describe('how sure the price is'),
    source: z.string().min(1).max(300).describe('where the price was read'),
    asOf: z.iso.date().optional().describe('date on which the price was read'),
  })
  .refine((entry) => (entry.amount === undefined) !== (entry.expression === undefined), {
    error: 'exactly one of amount and expression',
  })
  .refine((entry) => [entry.server, entry.tool, entry.model].some((each) => each !== undefined), {
    error: 'at least one of server, tool and model says what is priced',
  })
  .refine((entry) => entry.model !== undefined || (entry.tier ?? entry.lane) === undefined, {
    error: 'tier and lane are those of a model',
    path: ['model'],
  });

/** A project's own price list. */
export const priceFileSchema = z.strictObject({
  $schema: z.string().optional(),
  entries: z.array(priceEntrySchema).max(20_000),
});

/** One entry of a price file. */
export type PriceEntry = z.output<typeof priceEntrySchema>;

/** Credits for one unit of a currency: the same for all, or by provider or server. */
export const ratesSchema = z
  .record(name, z.union([z.number().positive().max(1e9), z.record(z.string(), z.number().positive().max(1e9))]))
  .describe('credits for one unit of a currency: { "USD": 100 }, or by provider or server: { "acme": { "USD": 80 } }');

/** Credits for one unit of a currency. */
export type Rates = z.output<typeof ratesSchema>;
