import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download, DownloadError, type DownloadLimits } from '../../src/upstreams/download.js';

const file = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200_000, 7)]);
let folder = '';
let server: Server | undefined;
let asked: IncomingMessage[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-download-'));
  asked = [];
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Serves every request with the next of the answers; the last one stays. */
async function serve(...answers: RequestListener[]): Promise<string> {
  server = createServer((request, response) => {
    asked.push(request);
    answers[Math.min(asked.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/a.png`;
}

const limits = (url: string, changes: Partial<DownloadLimits> = {}): DownloadLimits => ({
  ...{ maxBytes: 1_000_000, timeoutMs: 20_000, silenceMs: 5000, attempts: 4, backOffMs: 1 },
  allowHosts: [new URL(url).host],
  ...changes,
});
const path = (): string => join(folder, 'a.part');
const run = (url: string, changes?: Partial<DownloadLimits>) => download(url, path(), limits(url, changes));
const fault = (url: string, changes?: Partial<DownloadLimits>): Promise<unknown> =>
  run(url, changes).then(
    () => 'no fault',
    (error: unknown) => (error instanceof DownloadError ? error.code : error),
  );
const whole = (_request: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': file.length, etag: '"v1"' }).end(file);
};
/** Sends the beginning and breaks the connection. */
const half =
  (headers: Record<string, string> = { etag: '"v1"' }): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': file.length, ...headers });
    response.write(file.subarray(0, 90_000), () => setImmediate(() => response.destroy()));
  };
/** Sends what a range asks for. */
const rest: RequestListener = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1]);
  const range = `bytes ${String(from)}-${String(file.length - 1)}/${String(file.length)}`;
  const headers = { 'content-range': range, 'content-type': 'image/png', 'content-length': file.length - from };
  response.writeHead(206, headers).end(file.subarray(from));
};
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(code, headers).end('no');

describe('a download', () => {
  it('lies whole at its path, with type and digest', async () => {
    const made = await run(await serve(whole));
    const id = createHash('sha256').update(file).digest('hex');
    expect(made).toEqual({ id, bytes: file.length, mimeType: 'image/png' });
    expect(readFileSync(path()).equals(file)).toBe(true);
  });

  it('goes on where the connection broke', async () => {
    await run(await serve(half(), rest));
    expect(asked[1]?.headers['if-range']).toBe('"v1"');
    expect(asked[1]?.headers.range).toMatch(/^bytes=[1-9]/);
    expect(readFileSync(path()).equals(file)).toBe(true);
  });

  it.each<[string, RequestListener[]]>([
    ['the server cannot go on', [half(), whole]],
    ['nothing says that it is the same file still', [half({}), whole]],
    ['the range is refused', [half(), status(416), whole]],
    [
      'the server answers with another part',
      [
        half(),
        (_, response) => {
          response
            .writeHead(206, { 'content-range': `bytes 0-${String(file.length - 1)}/${String(file.length)}` })
            .end(file);
        },
      ],
    ],
  ])('begins anew where %s', async (_, answers) => {
    const { id } = await run(await serve(...answers));
    expect(id).toBe(createHash('sha256').update(file).digest('hex'));
  });

  it('is tried again after what passes', async () => {
    await run(await serve(status(503), status(429), (request) => request.destroy(), whole));
    expect(asked).toHaveLength(4);
  });

  it('is given up in the end, and leaves nothing', async () => {
    expect(await fault(await serve(status(503)))).toBe('status');
    expect(asked).toHaveLength(4);
    expect(existsSync(path())).toBe(false);
  });

  it.each<[string, RequestListener, string]>([
    ['is gone', status(404), 'status'],
    ['is a page', (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>x'), 'type'],
    [
      'says it is too large',
      (_, response) => {
        response.writeHead(200, { 'content-length': '2000000' }).flushHeaders();
      },
      'size',
    ],
    ['is too large', (_, response) => void response.writeHead(200).end(Buffer.alloc(1_000_001)), 'size'],
    ['leads to another protocol', status(302, { location: 'ftp://example.com/a.png' }), 'address'],
    ['leads round in circles', status(302, { location: '/a.png' }), 'redirects'],
    ['leads to the machine itself', status(302, { location: 'http://localhost:1/a.png' }), 'address'],
  ])('is not tried again where it %s', async (_, answer, code) => {
    expect(await fault(await serve(answer))).toBe(code);
    expect(asked.length).toBeLessThanOrEqual(6);
    expect(existsSync(path())).toBe(false);
  });

  it('ends when the server falls silent or takes too long', async () => {
    const silent: RequestListener = (_request, response) => void response.writeHead(200).write('x');
    expect(await fault(await serve(silent), { silenceMs: 20, attempts: 2 })).toBe('broken');
    expect(await fault(await serve(silent), { timeoutMs: 50 })).toBe('late');
  });
});

describe('a download from a private address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://0.0.0.0/',
    'http://10.1.2.3/',
    'http://192.168.1.1/',
    'http://172.20.0.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://2130706433/',
    'http://0x7f.1/',
  ])('never happens: %s', async (url) => {
    expect(await fault(url, { allowHosts: [], attempts: 1 })).toBe('address');
  });

  it('happens where the person allowed the host, with or without its port', async () => {
    const url = await serve(whole);
    await run(url, { allowHosts: ['127.0.0.1'] });
    expect(asked).toHaveLength(1);
    rmSync(path());
    expect(await fault(url, { allowHosts: ['127.0.0.1:1'], attempts: 1 })).toBe('address');
    expect(asked).toHaveLength(1);
  });
});
