import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { JsonObject } from '../../../src/model/json.js';

/** A server over standard input and output, spoken to in whole messages. */
export class PipedServer {
  /** Hears every message of the server. */
  onMessage: (message: JsonObject) => void = () => undefined;
  /** What it wrote on its error stream. */
  words = '';
  private readonly process: ChildProcessWithoutNullStreams;

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
    this.process = spawn(command, args, { env });
    this.process.stderr.on('data', (chunk: Buffer) => (this.words += chunk.toString()));
    this.process.stdin.on('error', () => undefined);
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      this.onMessage(JSON.parse(line) as JsonObject);
    });
  }

  send(message: object): void {
    this.process.stdin.write(`${JSON.stringify(message)}\n`);
  }

  /** Ends its input and waits until it is gone. */
  async close(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const gone = new Promise((resolve) => this.process.once('close', resolve));
    this.process.stdin.end();
    await gone;
  }
}
