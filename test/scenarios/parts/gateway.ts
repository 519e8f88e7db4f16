import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { isJsonObject, type JsonObject } from '../../../src/model/json.js';

/** What a person at the client's dialog does with a question. */
export interface DialogAnswer {
  readonly action: 'accept' | 'decline' | 'cancel';
  readonly content?: JsonObject | undefined;
  /** How long the person thinks, in milliseconds. */
  readonly afterMs?: number | undefined;
}

/** How a gateway process is started. */
export interface GatewayOptions {
  /** The command's file, where it is not the one that was built here. */
  readonly program?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Command-line arguments after `serve`. */
  readonly args?: readonly string[] | undefined;
  /** Makes the client one with a dialog; called with each question's text. */
  readonly dialog?: ((message: string) => DialogAnswer) | undefined;
}

/** How one call is made. */
export interface CallOptions {
  readonly meta?: JsonObject | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMs?: number | undefined;
  readonly progress?: ((progress: number) => void) | undefined;
}

/** An answer as the agent gets it: the text, and the facts beside it. */
export interface Answer {
  readonly text: string;
  /** Facts on a paid call (`_meta.greenlight`), or an own tool's structured content. */
  readonly data: JsonObject;
  readonly isError: boolean;
  readonly result: JsonObject;
}

const longCallMs = 120_000;

/** One gateway process with its own client, as an agent's program would start it. */
export class GatewayProcess {
  private constructor(
    readonly client: Client,
    readonly transport: StdioClientTransport,
    private readonly said: string[],
  ) {}

  /** Starts the process and shakes hands. Rejects with the process's own words when it does not come up. */
  static async start(config: string, options: GatewayOptions = {}): Promise<GatewayProcess> {
    const capabilities = options.dialog === undefined ? {} : { elicitation: {} };
    const client = new Client({ name: 'scenario', version: '1.0.0' }, { capabilities });
    const { dialog } = options;
    if (dialog !== undefined) {
      client.setRequestHandler('elicitation/create', async (request) => {
        const { action, content, afterMs = 0 } = dialog(request.params.message);
        await new Promise((resolve) => setTimeout(resolve, afterMs));
        return { action, ...(content === undefined ? {} : { content: content as Record<string, string> }) };
      });
    }
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [options.program ?? 'dist/greenlight.cjs', 'serve', '-c', config, ...(options.args ?? [])],
      env: { ...options.env },
      stderr: 'pipe',
      maxBufferSize: 64 << 20,
    });
    const said: string[] = [];
    transport.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    try {
      await client.connect(transport);
    } catch (error) {
      throw new Error(`the gateway did not start: ${said.join('')}`, { cause: error });
    }
    return new GatewayProcess(client, transport, said);
  }

  /** The process's id; a process that has ended has none. */
  get pid(): number {
    const { pid } = this.transport;
    if (pid === null) throw new Error(`the gateway is gone: ${this.words}`);
    return pid;
  }

  /** Whether the process is there, as far as its client knows. */
  get isAlive(): boolean {
    return this.transport.pid !== null;
  }

  /** Everything the process wrote to its log. */
  get words(): string {
    return this.said.join('');
  }

  /** Calls a tool and reads the answer. Rejects only when no answer comes or the protocol refuses the call. */
  async call(name: string, args: object = {}, options: CallOptions = {}): Promise<Answer> {
    const { meta, signal, timeoutMs = longCallMs, progress } = options;
    const result: unknown = await this.client.callTool(
      { name, arguments: args as Record<string, unknown>, ...(meta === undefined ? {} : { _meta: meta }) },
      {
        timeout: timeoutMs,
        ...(signal === undefined ? {} : { signal }),
        ...(progress === undefined ? {} : { onprogress: (said: { progress: number }) => progress(said.progress) }),
      },
    );
    return readAnswer(result);
  }

  /** Sends a signal to the process. */
  kill(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Continues a stopped process; one that is gone stays gone. */
  wake(): void {
    if (this.isAlive) this.kill('SIGCONT');
  }

  /** Resolves when the client has noticed that the process is gone. */
  async gone(): Promise<void> {
    if (this.transport.pid === null) return;
    const closed = new EventTarget();
    const before = this.client.onclose;
    const event = once(closed, 'closed');
    this.client.onclose = () => {
      before?.();
      closed.dispatchEvent(new Event('closed'));
    };
    await event;
  }

  /** Ends client and process; a stopped process is continued first, so that it can end. */
  async close(): Promise<void> {
    const { pid } = this.transport;
    if (pid !== null) signalIfAlive(pid, 'SIGCONT');
    await this.client.close();
    if (pid !== null) signalIfAlive(pid, 'SIGKILL');
  }
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, which is all that was wanted.
  }
}

/** Takes the result of a call apart. */
export function readAnswer(result: unknown): Answer {
  if (!isJsonObject(result)) throw new Error('the answer is no object');
  const blocks: unknown[] = Array.isArray(result['content']) ? result['content'] : [];
  const texts = blocks.map((block) => (isJsonObject(block) && typeof block['text'] === 'string' ? block['text'] : ''));
  const meta = isJsonObject(result['_meta']) ? result['_meta']['greenlight'] : undefined;
  const facts = isJsonObject(meta) ? meta : result['structuredContent'];
  return {
    text: texts.filter((text) => text !== '').join('\n'),
    data: isJsonObject(facts) ? facts : {},
    isError: result['isError'] === true,
    result,
  };
}
