import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const recordSchema = z.object({
  id: z.string(),
  tool: z.string(),
  /** The call's arguments, without the fault asked for. */
  values: z.record(z.string(), z.unknown()),
  model: z.string(),
  credits: z.number(),
  billed: z.boolean(),
  prompt: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  latencyMs: z.number(),
  /** Why it will fail, if it will. */
  failure: z.string().optional(),
});

/** A job as it is on file: like a provider's, it outlives the process that took it on. */
export type JobRecord = z.infer<typeof recordSchema>;

/** Where a studio keeps its jobs: a folder below that of everything made. */
export class JobFiles {
  private readonly folder: string;

  constructor(out: string) {
    this.folder = join(resolve(out), 'jobs');
  }

  /** Puts a job on file before its id is given out. */
  write(record: JobRecord): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, `${record.id}.json`), JSON.stringify(record));
  }

  /** The job of an id that an earlier process gave out; undefined when there is none. */
  read(id: string): JobRecord | undefined {
    if (!/^job-[\w-]+$/.test(id)) return undefined;
    try {
      return recordSchema.parse(JSON.parse(readFileSync(join(this.folder, `${id}.json`), 'utf8')));
    } catch {
      return undefined;
    }
  }
}
