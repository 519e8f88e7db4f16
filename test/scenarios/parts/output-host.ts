import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { basename, join } from 'node:path';

/** Ways in which handing out a file can go wrong. */
const troubles = ['cut', 'cut', 'busy', 'limited', 'drip', 'page', 'forgetful', 'gone'] as const;

type Trouble = (typeof troubles)[number];

const dripMs = 5;

/** Where a provider hands out what it made: a folder over HTTP, whose answers go wrong as chance wants until it is calmed. */
export class OutputHost {
  private calm = false;
  private folder = '';
  /** How many requests went wrong on purpose. */
  wrong = 0;

  private constructor(
    private readonly server: Server,
    private readonly random: (below: number) => number,
  ) {
    server.on('request', (request, response) => void this.answer(request, response));
  }

  /** Opens the host on the loopback; every second answer goes wrong. */
  static async open(random: (below: number) => number): Promise<OutputHost> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OutputHost(server, random);
  }

  /** Name and port, as a config allows them. */
  get host(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the host is closed');
    return `127.0.0.1:${String(address.port)}`;
  }

  /** Says which folder is handed out. */
  serve(folder: string): void {
    this.folder = folder;
  }

  /** From now on everything goes well. */
  calmDown(): void {
    this.calm = true;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = join(this.folder, basename(new URL(request.url ?? '/', 'http://host').pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const trouble = this.calm || this.random(2) === 0 ? undefined : troubles[this.random(troubles.length)];
    if (trouble !== undefined) this.wrong += 1;
    if (trouble === 'busy') return void response.writeHead(503).end('try later');
    if (trouble === 'limited') return void response.writeHead(429, { 'retry-after': '0' }).end();
    if (trouble === 'gone') return void response.writeHead(403).end('expired');
    if (trouble === 'page') {
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Please wait…</p>');
    }
    await send(request, response, readFileSync(file), trouble);
  }
}

/** Sends a file, or what of it was asked for; `forgetful` hosts know nothing of resuming. */
async function send(
  request: IncomingMessage,
  response: ServerResponse,
  bytes: Buffer,
  trouble: Trouble | undefined,
): Promise<void> {
  const tag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const asked = /^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1];
  const from = trouble === 'forgetful' || request.headers['if-range'] !== tag ? 0 : Number(asked ?? 0);
  const rest = bytes.subarray(from);
  const range = `bytes ${String(from)}-${String(bytes.length - 1)}/${String(bytes.length)}`;
  response.writeHead(from > 0 ? 206 : 200, {
    'content-type': 'image/png',
    'content-length': rest.length,
    ...(from > 0 ? { 'content-range': range } : {}),
    ...(trouble === 'forgetful' ? {} : { etag: tag }),
  });
  if (trouble === 'cut') {
    response.write(rest.subarray(0, rest.length / 2), () => response.destroy());
    return;
  }
  if (trouble !== 'drip') return void response.end(rest);
  const size = Math.ceil(rest.length / 10);
  for (let at = 0; at < rest.length; at += size) {
    response.write(rest.subarray(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, dripMs));
  }
  response.end();
}
