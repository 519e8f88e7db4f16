import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { build } from 'esbuild';
import { z } from 'zod';

const SOURCE = fileURLToPath(new URL('../../src/studio', import.meta.url));
const NO_LATENCY = ['--latency', 'image=0,video=0,audio=0'];

/** Answer of the studio as the raw test client sees it. */
const answerSchema = z.looseObject({ id: z.number(), result: z.looseObject({}).optional() });

/** One charge as the tests read it back. */
const chargeSchema = z.looseObject({
  tool: z.string(),
  model: z.string(),
  credits: z.number(),
  billed: z.boolean(),
  prompt: z.string(),
  argumentsHash: z.string(),
  pid: z.number(),
  callIndex: z.number(),
  at: z.string(),
});

/** The studio bundled as it is shipped, in a temporary folder of its own. */
export class StudioBundle {
  private constructor(readonly folder: string) {}

  /** Bundles the studio's sources. */
  static async make(): Promise<StudioBundle> {
    const folder = mkdtempSync(join(tmpdir(), 'studio-process-'));
    // The renderer is native code and stays outside; a bundle in a temporary folder needs its full address.
    const renderer = pathToFileURL(createRequire(import.meta.url).resolve('@resvg/resvg-js')).href;
    await build({
      entryPoints: [join(SOURCE, 'bin.ts')],
      outfile: join(folder, 'studio.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      banner: {
        js: "import { createRequire as studioRequire } from 'node:module';\nconst require = studioRequire(import.meta.url);",
      },
      plugins: [
        {
          name: 'renderer',
          setup: (esbuild) => {
            esbuild.onResolve({ filter: /^@resvg\/resvg-js$/ }, () => ({ path: renderer, external: true }));
          },
        },
      ],
    });
    mkdirSync(join(folder, 'assets'));
    copyFileSync(join(SOURCE, 'assets/Figtree-Medium.ttf'), join(folder, 'assets/Figtree-Medium.ttf'));
    return new StudioBundle(folder);
  }

  /** The command line that starts the studio with output, journal and no latency. */
  command(journal: string, more: readonly string[] = []): string[] {
    const files = ['--out', join(this.folder, 'out'), '--journal', join(this.folder, journal)];
    return [join(this.folder, 'studio.mjs'), ...files, ...NO_LATENCY, ...more];
  }

  /** The charges in a journal. */
  charges(journal: string): z.infer<typeof chargeSchema>[] {
    const file = join(this.folder, journal);
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => chargeSchema.parse(JSON.parse(line)));
  }

  /** Starts the studio and connects a client. */
  async connect(journal: string, more: readonly string[] = []): Promise<Client> {
    const client = new Client({ name: 'studio-test', version: '1.0.0' });
    const args = this.command(journal, more);
    await client.connect(new StdioClientTransport({ command: process.execPath, args, maxBufferSize: 64 << 20 }));
    return client;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A studio spoken to line by line, for faults that a proper client would hide. */
export class RawStudio {
  /** Every line of stdout so far. */
  readonly lines: string[] = [];
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: Promise<number | null>;
  private wake: (() => void) | undefined;
  private rest = '';

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, args);
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (this.rest + text).split('\n');
      this.rest = parts.pop() ?? '';
      this.lines.push(...parts);
      this.wake?.();
    });
    const clientInfo = { name: 'raw', version: '1.0.0' };
    this.send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo } });
    this.send({ method: 'notifications/initialized' });
  }

  /** Calls a tool without waiting for the answer. */
  call(id: number, name: string, values: Record<string, unknown>): void {
    this.send({ id, method: 'tools/call', params: { name, arguments: values } });
  }

  /** All answers to one request so far. */
  answers(id: number): z.infer<typeof answerSchema>[] {
    return this.lines
      .filter((line) => line.startsWith('{'))
      .map((line) => answerSchema.safeParse(JSON.parse(line)))
      .flatMap((parsed) => (parsed.success && parsed.data.id === id ? [parsed.data] : []));
  }

  /** Waits until a request has been answered that many times. */
  async answered(id: number, times = 1): Promise<void> {
    while (this.answers(id).length < times) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  /** Waits for the process to end by itself and gives its exit code. */
  exitCode(): Promise<number | null> {
    return this.ended;
  }

  /** Closes the studio's input, on which it ends. */
  async close(): Promise<number | null> {
    this.child.stdin.end();
    return this.ended;
  }

  private send(message: Record<string, unknown>): void {
    this.child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}
