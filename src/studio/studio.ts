import type { RequestId } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { JobFiles } from './job-files.js';
import { JobBoard } from './jobs.js';
import { MediaShelf } from './media.js';
import type { StudioOptions } from './options.js';

/** The stdio transport, which can be told to send one answer twice (the `twice` fault). */
class StudioTransport extends StdioServerTransport {
  private readonly doubled = new Set<RequestId>();

  /** Makes the answer to a request go out twice. */
  answerTwice(id: RequestId): void {
    this.doubled.add(id);
  }

  override async send(message: Parameters<StdioServerTransport['send']>[0]): Promise<void> {
    await super.send(message);
    const isAnswer = 'id' in message && !('method' in message) && message.id !== undefined;
    if (isAnswer && message.id !== undefined && this.doubled.delete(message.id)) await super.send(message);
  }
}

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
