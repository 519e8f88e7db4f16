import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import { isJsonObject } from '../../../src/model/json.js';
import type { JsonObject } from '../../../src/model/json.js';
import type { PipedServer } from './piped-server.js';

type RequestId = string | number;

/** One session of the 2025 era: a server of its own, its messages carried over HTTP as they are. */
export class LegacySession {
  onClosed: () => void = () => undefined;
  private readonly transport: WebStandardStreamableHTTPServerTransport;
  /** Requests of the client that are not answered yet, with their progress tokens. */
  private readonly waiting = new Map<RequestId, unknown>();

  constructor(
    readonly id: string,
    private readonly server: PipedServer,
  ) {
    this.transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: () => id });
    this.transport.onmessage = (message) => this.fromClient(message);
    this.transport.onclose = () => {
      this.onClosed();
      void server.close();
    };
    server.onMessage = (message) => void this.fromServer(message);
  }

  async open(): Promise<void> {
    await this.transport.start();
  }

  handle(request: Request): Promise<Response> {
    return this.transport.handleRequest(request);
  }

  async close(): Promise<void> {
    await this.transport.close();
    await this.server.close();
  }

  private fromClient(message: JsonObject): void {
    const { id, method, params } = message;
    if (method !== undefined && id !== undefined) {
      const meta = isJsonObject(params) && isJsonObject(params['_meta']) ? params['_meta'] : {};
      this.waiting.set(id as RequestId, meta['progressToken']);
    }
    this.server.send(message);
  }

  private async fromServer(message: JsonObject): Promise<void> {
    const { id, method } = message;
    const relatedRequestId = method === undefined ? undefined : this.relatedTo(message);
    if (method === undefined) this.waiting.delete(id as RequestId);
    const options = relatedRequestId === undefined ? {} : { relatedRequestId };
    await this.transport.send(message as unknown as JSONRPCMessage, options).catch(() => undefined);
  }

  /** The request that a message of the server belongs to: by its progress token, or the only one under way. */
  private relatedTo({ params }: JsonObject): RequestId | undefined {
    const token = isJsonObject(params) ? params['progressToken'] : undefined;
    const ids = [...this.waiting].filter(([, own]) => token === undefined || own === token).map(([own]) => own);
    return ids.length === 1 ? ids[0] : undefined;
  }
}
