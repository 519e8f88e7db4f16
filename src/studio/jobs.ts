import { setTimeout as sleep } from 'node:timers/promises';
import type { Product } from './media.js';

/** Where a job stands. */
export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed';

/** One piece of work that was accepted and goes on after its call was answered. */
export interface Job {
  id: string;
  status: JobStatus;
  model: string;
  credits: number;
  billed: boolean;
  prompt: string;
  /** What was made, once the job succeeded. */
  products: Product[];
  /** Why the job failed. */
  error?: string | undefined;
}

/** What a job is started with. */
export interface JobRequest {
  id: string;
  model: string;
  credits: number;
  billed: boolean;
  prompt: string;
  latencyMs: number;
  make(): Promise<Product[]>;
}

const QUEUE_SHARE = 0.2;

/** The jobs that one studio process works on. */
export class JobBoard {
  private readonly jobs = new Map<string, Job>();
  private readonly ends = new Map<string, Promise<void>>();

  /** Accepts a job and works on it in the background. */
  start(request: JobRequest): Job {
    const { id, model, credits, billed, prompt } = request;
    const job: Job = { id, status: 'queued', model, credits, billed, prompt, products: [] };
    this.jobs.set(id, job);
    this.ends.set(id, this.work(job, request));
    return job;
  }

  /** The job of an id, if there is one. */
  find(id: string): Job | undefined {
    return this.jobs.get(id);
  }

  /** Resolves when the work on a job is over, however it ended. */
  async ended(id: string): Promise<void> {
    await this.ends.get(id);
  }

  private async work(job: Job, request: JobRequest): Promise<void> {
    try {
      // Unreferenced timers: a studio whose client has gone does not stay for its jobs.
      await sleep(request.latencyMs * QUEUE_SHARE, undefined, { ref: false });
      job.status = 'running';
      await sleep(request.latencyMs * (1 - QUEUE_SHARE), undefined, { ref: false });
      job.products = await request.make();
      job.status = 'succeeded';
    } catch (error) {
      job.error = error instanceof Error ? error.message : String(error);
      job.status = 'failed';
    }
  }
}
