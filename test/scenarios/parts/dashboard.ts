import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { isJsonObject, type JsonObject } from '../../../src/model/json.js';

/** An answer of the dashboard. */
export interface DashboardAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The answer as JSON; empty where it is something else. */
  readonly data: JsonObject;
}

/** What an attacker or a page may say in a request. */
export interface DashboardRequest {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

/** What a signed-in page holds. */
export interface Keys {
  readonly cookie: string;
  readonly token: string;
}

/** One process of `greenlight dashboard`. */
export class DashboardProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly said: readonly string[],
    /** The address that it printed. */
    readonly url: URL,
  ) {}

  /** Starts it on a free port and waits for its address. */
  static async start(config: string, args: readonly string[] = []): Promise<DashboardProcess> {
    const line = ['dist/greenlight.cjs', 'dashboard', '--json', '-c', config, ...args];
    const child = spawn(process.execPath, line, { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', () => {
        const found = /"url": "([^"]+)"/.exec(said.join(''));
        if (found?.[1] !== undefined) resolve(found[1]);
      });
      child.on('close', () => reject(new Error(`the dashboard did not start: ${said.join('')}`)));
    });
    return new DashboardProcess(child, said, new URL(url));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Everything that it wrote to standard output and error. */
  get output(): string {
    return this.said.join('');
  }

  /** The page's own origin. */
  get origin(): string {
    return this.url.origin;
  }

  /** Sends a request exactly as it is given: nothing of a browser's own care is in it. */
  send(path: string, { method = 'GET', headers = {}, body }: DashboardRequest = {}): Promise<DashboardAnswer> {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const length = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
    return new Promise((resolve, reject) => {
      const { hostname, port } = this.url;
      const sent = request(
        { agent: false, hostname, port, path, method, headers: { ...length, ...headers } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const answer = Buffer.concat(chunks).toString();
            resolve({
              ...{ status: response.statusCode ?? 0, headers: response.headers, text: answer },
              data: dataOf(answer),
            });
          });
          response.on('error', reject);
        },
      );
      // A server may refuse and hang up before it was told everything.
      sent.on('error', reject);
      sent.end(text);
    });
  }

  /** A change as the page itself sends it; `headers` stand above the page's own. */
  post(path: string, body: unknown, keys?: Partial<Keys>, headers: Record<string, string> = {}) {
    return this.send(path, {
      ...{ method: 'POST', body },
      headers: { 'content-type': 'application/json', origin: this.origin, ...headersOf(keys), ...headers },
    });
  }

  /** What a page reads. */
  get(path: string, keys?: Partial<Keys>): Promise<DashboardAnswer> {
    return this.send(path, { headers: headersOf(keys) });
  }

  /** Signs in, with the first password or a known one. */
  async enter(password: string, how: 'first' | 'in' = 'in'): Promise<Keys> {
    const answer = await this.post(`/api/door/${how}`, { password });
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    const { token } = answer.data;
    if (typeof token !== 'string') throw new Error(`not let in: ${answer.text}`);
    return { cookie: cookie.split(';')[0] ?? '', token };
  }

  /** Ends it as Ctrl-C does. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'close');
    this.child.kill('SIGTERM');
    await ended;
  }
}

function headersOf({ cookie, token }: Partial<Keys> = {}): Record<string, string> {
  return {
    ...(cookie === undefined ? {} : { cookie }),
    ...(token === undefined ? {} : { 'x-greenlight-token': token }),
  };
}

function dataOf(text: string): JsonObject {
  try {
    const data: unknown = JSON.parse(text);
    return isJsonObject(data) ? data : {};
  } catch {
    return {};
  }
}
