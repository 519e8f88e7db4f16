import { setTimeout as sleep } from 'node:timers/promises';
import type { CallToolResult, McpServer, ServerContext } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { modelsOf } from './catalog.js';
import type { CatalogEntry } from './catalog.js';
import { CRASH_CODE, FAULTS, takePlannedFault } from './faults.js';
import type { Fault } from './faults.js';
import { hugeProduct } from './huge.js';
import type { Job } from './jobs.js';
import { hashArguments, writeCharge } from './journal.js';
import type { Product } from './media.js';
import { errorResult, mediaResult, textResult, withBilling } from './results.js';
import type { Billing } from './results.js';
import { shorten } from './scene/label.js';
import type { Studio } from './studio.js';
import { StudioError } from './studio-error.js';
import { leavings } from './transport.js';

/** What a paid call comes to, worked out from its arguments before anything is charged. */
export interface PaidWork {
  entry: CatalogEntry;
  credits: number;
  prompt: string;
  /** Which of the studio's latencies applies. */
  pace: 'image' | 'video' | 'audio';
  /** True to answer with a job id at once. */
  job?: boolean | undefined;
  make(): Promise<Product[]>;
}

/** A tool that costs credits. */
export interface PaidTool {
  name: string;
  title: string;
  description: string;
  shape: z.ZodRawShape;
  /** Reads the arguments; throws StudioError when they cannot be served, in which case nothing is charged. */
  plan(values: unknown): PaidWork;
}

/** Declares a paid tool; `plan` receives the arguments as the shape describes them, defaults filled in. */
export function definePaidTool<Shape extends z.ZodRawShape>(
  tool: Omit<PaidTool, 'shape' | 'plan'> & { shape: Shape; plan(values: z.infer<z.ZodObject<Shape>>): PaidWork },
): PaidTool {
  const schema = z.object(tool.shape);
  return { ...tool, plan: (values) => tool.plan(schema.parse(values)) };
}

const PROGRESS_STEPS = 5;

/** Registers a paid tool, with the `fault` argument when the studio offers it. */
export function registerPaidTool(server: McpServer, studio: Studio, tool: PaidTool): void {
  const fault = z.enum(FAULTS).optional().describe('Test switch: makes this call go wrong in a chosen way.');
  const shape: z.ZodRawShape = studio.options.faults ? { ...tool.shape, fault } : tool.shape;
  server.registerTool(
    tool.name,
    {
      title: tool.title,
      description: tool.description,
      inputSchema: z.object(shape),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    },
    async (values, context) => runPaidCall(studio, tool, values, context),
  );
}

function faultOf(studio: Studio, asked: unknown): Fault | undefined {
  if (asked !== undefined) return z.enum(FAULTS).parse(asked);
  return studio.options.faultPlan === undefined ? undefined : takePlannedFault(studio.options.faultPlan);
}

/** The one way of every paid call: plan, fault, charge, work, answer. */
async function runPaidCall(
  studio: Studio,
  tool: PaidTool,
  values: Record<string, unknown>,
  context: ServerContext,
): Promise<CallToolResult> {
  const { fault: asked, ...wanted } = values;
  let work: PaidWork;
  try {
    work = tool.plan(wanted);
  } catch (error) {
    if (!(error instanceof StudioError)) throw error;
    const model = typeof wanted['model'] === 'string' ? wanted['model'] : (modelsOf(tool.name)[0]?.model ?? '');
    return withBilling(errorResult(`${error.message}. Nothing was charged.`), { credits: 0, billed: false, model });
  }
  const callIndex = studio.nextCall();
  const fault = faultOf(studio, asked);
  studio.log(
    `${tool.name} ${work.entry.model} ${work.credits} credits${fault === undefined ? '' : `, fault ${fault}`}`,
  );
  if (fault === 'crash-before') process.exit(CRASH_CODE);
  const billed = fault !== 'fail-unbilled';
  const billing: Billing = { credits: billed ? work.credits : 0, billed, model: work.entry.model };
  if (billed) {
    writeCharge(studio.options.journal, {
      at: new Date().toISOString(),
      tool: tool.name,
      model: work.entry.model,
      credits: work.credits,
      billed: true,
      prompt: work.prompt,
      argumentsHash: hashArguments(wanted),
      pid: process.pid,
      callIndex,
    });
  }
  if (fault === 'crash-after') process.exit(CRASH_CODE);
  if (fault === 'hang') return new Promise<never>(() => undefined);
  const result =
    work.job === true
      ? startJob(studio, { tool: tool.name, values: wanted, work, billing, fault, callIndex })
      : await finish(studio, work, billing, fault, context);
  const how = leavings.find((leaving) => leaving === fault);
  if (how !== undefined) studio.transport.letLeave(context.mcpReq.id, how);
  if (fault === 'garbage') process.stdout.write('rendering... 100% done (this line is not JSON)\n');
  return withBilling(result, billing);
}

function failureText(billing: Billing): string {
  return billing.billed
    ? `The generation failed on the server. ${billing.credits} credits were charged all the same.`
    : 'The generation failed on the server. Nothing was charged.';
}

function isFailure(fault: Fault | undefined): boolean {
  return fault === 'fail-billed' || fault === 'fail-unbilled';
}

async function finish(
  studio: Studio,
  work: PaidWork,
  billing: Billing,
  fault: Fault | undefined,
  context: ServerContext,
): Promise<CallToolResult> {
  await pretendToWork(studio.options.latency[work.pace], context);
  if (isFailure(fault)) return errorResult(failureText(billing));
  const products = fault === 'huge' ? [await hugeProduct()] : await work.make();
  const headline = `Demo render by ${billing.model} for ${billing.credits} credits: "${shorten(work.prompt, 120)}"`;
  return mediaResult(studio, headline, products);
}

interface NewJob {
  tool: string;
  values: Record<string, unknown>;
  work: PaidWork;
  billing: Billing;
  fault: Fault | undefined;
  callIndex: number;
}

/** Takes a job on; it is on file before its id is given out, so that a later process knows it, too. */
function startJob(studio: Studio, { tool, values, work, billing, fault, callIndex }: NewJob): CallToolResult {
  const startedAt = Date.now();
  const id = ['job', process.pid.toString(36), callIndex, startedAt.toString(36)].join('-');
  const failure = isFailure(fault) ? failureText(billing) : undefined;
  const latencyMs = studio.options.latency[work.pace];
  studio.jobFiles.write({ id, tool, values, ...billing, prompt: work.prompt, startedAt, latencyMs, failure });
  const make = fault === 'huge' ? async () => [await hugeProduct()] : () => work.make();
  const job = studio.jobs.start({ id, ...billing, prompt: work.prompt, latencyMs, make: makeOr(failure, make) });
  return textResult(JSON.stringify({ job_id: job.id, status: job.status, poll_with: 'job_status' }));
}

/** Goes on with a job that an earlier process took on: what was asked gives the same again. */
export async function resumeJob(studio: Studio, tools: readonly PaidTool[], id: string): Promise<Job | undefined> {
  const record = studio.jobFiles.read(id);
  const tool = tools.find(({ name }) => name === record?.tool);
  if (record === undefined || tool === undefined) return undefined;
  const work = tool.plan(record.values);
  const latencyMs = Math.max(0, record.startedAt + record.latencyMs - Date.now());
  const job = studio.jobs.start({ ...record, latencyMs, make: makeOr(record.failure, () => work.make()) });
  // Its time is over: at a provider it would have been done by now.
  if (latencyMs === 0) await studio.jobs.ended(id);
  return job;
}

function makeOr(failure: string | undefined, make: () => Promise<Product[]>): () => Promise<Product[]> {
  return failure === undefined ? make : () => Promise.reject(new Error(failure));
}

/** Lets the latency pass in steps, telling the client about each when it asked to be told. */
async function pretendToWork(latencyMs: number, context: ServerContext): Promise<void> {
  const { signal, _meta: meta } = context.mcpReq;
  const progressToken = meta?.progressToken;
  for (let step = 1; step <= PROGRESS_STEPS; step += 1) {
    await sleep(latencyMs / PROGRESS_STEPS, undefined, { ref: false, signal });
    if (progressToken === undefined) continue;
    const message = step < PROGRESS_STEPS ? 'drawing' : 'almost done';
    await context.mcpReq.notify({
      method: 'notifications/progress',
      params: { progressToken, progress: step, total: PROGRESS_STEPS, message },
    });
  }
}
