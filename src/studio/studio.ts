import { JobFiles } from './job-files.js';
import { JobBoard } from './jobs.js';
import { MediaShelf } from './media.js';
import type { StudioOptions } from './options.js';
import { StudioTransport } from './transport.js';

/** What all tools of one studio process share. */
export class Studio {
  readonly shelf: MediaShelf;
  readonly jobs = new JobBoard();
  readonly jobFiles: JobFiles;
  readonly transport = new StudioTransport();
  private paidCalls = 0;

  constructor(readonly options: StudioOptions) {
    this.shelf = new MediaShelf(options.out);
    this.jobFiles = new JobFiles(options.out);
  }

  /** Counts a paid call; the first one is 1. */
  nextCall(): number {
    this.paidCalls += 1;
    return this.paidCalls;
  }

  /** Writes to stderr when the studio was started with --verbose. */
  log(message: string): void {
    if (this.options.verbose) process.stderr.write(`studio: ${message}\n`);
  }
}
