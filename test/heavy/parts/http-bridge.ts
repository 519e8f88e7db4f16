import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import {
  hostHeaderValidationResponse,
  isInitializeRequest,
  isLegacyRequest,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
} from '@modelcontextprotocol/server';
import { LegacySession } from './legacy-session.js';
import { ModernEnd } from './modern-end.js';
import { PipedServer } from './piped-server.js';

/** Puts a server of standard input and output behind HTTP, in both protocol eras, adding and losing nothing of its messages. */
export class HttpBridge {
  private readonly sessions = new Map<string, LegacySession>();
  private readonly modern: ModernEnd;

  private constructor(
    private readonly http: HttpServer,
    private readonly start: () => PipedServer,
  ) {
    this.modern = new ModernEnd(start);
  }

  /** Listens on a free port of this machine; servers are started when the first client comes. */
  static async open(command: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<HttpBridge> {
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const bridge = new HttpBridge(http, () => new PipedServer(command, args, env));
    http.on('request', (incoming, outgoing) => void bridge.serve(incoming, outgoing));
    return bridge;
  }

  /** Where it is reached. */
  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}/mcp`;
  }

  async close(): Promise<void> {
    await Promise.all([this.modern.close(), ...[...this.sessions.values()].map((session) => session.close())]);
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  private async serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await requestOf(incoming, outgoing);
    const response = await this.answer(request).catch((error: unknown) => failure(500, -32603, String(error)));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body === null) outgoing.end();
    else {
      Readable.fromWeb(response.body)
        .on('error', () => outgoing.end())
        .pipe(outgoing);
    }
  }

  private async answer(request: Request): Promise<Response> {
    const refusal =
      hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
      originValidationResponse(request, localhostAllowedOrigins());
    if (refusal !== undefined) return refusal;
    const body: unknown = request.method === 'POST' ? await request.clone().json() : undefined;
    if (body !== undefined && !(await isLegacyRequest(request.clone(), body))) return this.modern.fetch(request);
    const id = request.headers.get('mcp-session-id');
    if (id !== null) {
      return this.sessions.get(id)?.handle(request) ?? failure(404, -32001, 'Session not found');
    }
    if (!isInitializeRequest(body)) return failure(400, -32000, 'A session begins with initialize');
    return this.begin(request);
  }

  private async begin(request: Request): Promise<Response> {
    const session = new LegacySession(randomUUID(), this.start());
    this.sessions.set(session.id, session);
    session.onClosed = () => this.sessions.delete(session.id);
    await session.open();
    return session.handle(request);
  }
}

function failure(status: number, code: number, message: string): Response {
  return Response.json({ jsonrpc: '2.0', id: null, error: { code, message } }, { status });
}

/** The request as the protocol library reads it; ends with the connection. */
async function requestOf(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const stop = new AbortController();
  outgoing.on('close', () => stop.abort());
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const each of value ?? []) headers.append(name, each);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '/' } = incoming;
  const body = method === 'POST' ? { body: Buffer.concat(chunks) } : {};
  return new Request(new URL(url, 'http://127.0.0.1'), { method, headers, signal: stop.signal, ...body });
}
