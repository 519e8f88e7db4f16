import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Job } from '../jobs.js';
import { resumeJob, type PaidTool } from '../paid-tool.js';
import { errorResult, mediaResult, textResult } from '../results.js';
import type { Studio } from '../studio.js';

const outputSchema = z.object({
  job_id: z.string(),
  status: z.enum(['queued', 'running', 'succeeded', 'failed']),
  model: z.string(),
  credits: z.number(),
  billed: z.boolean(),
  error: z.string().optional(),
});

function report(job: Job): z.infer<typeof outputSchema> {
  const { id, status, model, credits, billed, error } = job;
  return { job_id: id, status, model, credits, billed, ...(error === undefined ? {} : { error }) };
}

/** Registers the free tool that tells how a job stands and delivers what it made. */
export function registerJobStatus(server: McpServer, studio: Studio, tools: readonly PaidTool[]): void {
  server.registerTool(
    'job_status',
    {
      title: 'Job status',
      description: 'Tells whether a job is queued, running, succeeded or failed, and returns what it made. Free.',
      inputSchema: z.object({ job_id: z.string().min(1).max(100).describe('The id that the paid call answered.') }),
      outputSchema,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async ({ job_id: id }) => {
      const job = studio.jobs.find(id) ?? (await resumeJob(studio, tools, id));
      if (job === undefined) return errorResult(`no such job: ${id}`);
      const headline = `Job ${job.id} ${job.status}: "${job.prompt}"${job.error === undefined ? '' : `. ${job.error}`}`;
      const result = job.status === 'succeeded' ? mediaResult(studio, headline, job.products) : textResult(headline);
      return { ...result, structuredContent: report(job) };
    },
  );
}
