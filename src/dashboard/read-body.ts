import type { Context } from 'hono';
import type { z } from 'zod';
import type { FlowProblem } from '../gate/flow/desk.js';

/** The body of a request as its schema says, or what is wrong with it. */
export async function readBody<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ readonly body: z.output<Schema> } | FlowProblem> {
  const raw: unknown = await context.req.json().catch(() => undefined);
  const checked = schema.safeParse(raw);
  if (checked.success) return { body: checked.data };
  const problems = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  return { problem: 'bad-request', facts: { problems } };
}
