import { z } from 'zod';
import type { Approval } from './approval.js';

const record = z.record(z.string(), z.unknown());
const call = z.object({ tool: z.string(), arguments: record, amount: z.number().optional() });

/** What an approval's detail may hold; details of earlier releases hold less. */
const detailSchema = z.object({
  /** The tool of a call, by the name the agent sees, and the server behind it. */
  tool: z.string().optional(),
  server: z.string().optional(),
  model: z.string().optional(),
  /** What the call would be sent with. */
  arguments: record.optional(),
  /** What the agent said beside the arguments. */
  hints: record.optional(),
  because: z.string().optional(),
  shot: z.string().optional(),
  phase: z.string().optional(),
  /** Cheaper calls that were legal when the question was asked. */
  instead: z.array(call).readonly().optional(),
  item: z.string().optional(),
  prompt: z.string().optional(),
  /** The account that a larger budget is asked for, and its limit if the answer is yes. */
  account: z.string().optional(),
  limitMicro: z.int().nonnegative().optional(),
});

/** Everything worth showing about an approval beside its title and price. */
export type ApprovalDetail = z.output<typeof detailSchema>;

/** Reads an approval's detail; empty where it is no such thing. */
export function approvalDetail({ detail }: Pick<Approval, 'detail'>): ApprovalDetail {
  try {
    return detailSchema.safeParse(JSON.parse(detail)).data ?? {};
  } catch {
    return {};
  }
}

/** The prompt that is asked about: as it was planned, else as the call would be sent; undefined without any words. */
export function promptIn({ prompt, arguments: args }: ApprovalDetail): string | undefined {
  return [prompt, args?.['prompt'], args?.['text']].find(isSaid);
}

function isSaid(text: unknown): text is string {
  return typeof text === 'string' && text.trim() !== '';
}
