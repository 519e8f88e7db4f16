import { z } from 'zod';

const path = z.string().min(1).max(200);

/** A value in an answer: at a dotted path of the result, inside JSON that stands in a text, or right behind some words. */
export const placeSchema = z
  .union([
    path,
    z.strictObject({ json: path.describe('dotted path into the JSON that stands in a text of the answer') }),
    z.strictObject({ after: z.string().min(1).max(100).describe('the word right behind these, as in "Task ID: "') }),
  ])
  .meta({
    id: 'place',
    description:
      'dotted path into the result, such as structuredContent.status; or where in its texts the value stands',
  });

/** A value in an answer. */
export type Place = z.output<typeof placeSchema>;

const scalar = z.union([z.string().min(1).max(200), z.number(), z.boolean()]);

/** Values that a state may have; upper and lower case are the same. */
export const valuesSchema = z.array(scalar).max(50);

/** Something that an answer may show: a place with one of some values, or a text that begins with one of them. */
export const signSchema = z
  .strictObject({
    at: placeSchema.optional().describe('left out: the values are beginnings of the answer’s first text'),
    values: valuesSchema.min(1),
  })
  .meta({ id: 'sign' });

/** Something that an answer may show. */
export type Sign = z.output<typeof signSchema>;

/** How an answer says what was charged. */
export const billingShape = {
  credits: placeSchema.optional().describe('number: credits charged by the provider'),
  billed: placeSchema.optional().describe('boolean: whether the provider billed the call'),
  billedWhen: z.array(signSchema).default([]).describe('signs of a failure that the provider billed'),
  unbilledWhen: z.array(signSchema).default([]).describe('signs of a failure that the provider did not bill'),
};
