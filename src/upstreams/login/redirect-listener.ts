import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
const PATH = '/callback';

/** With what the browser came back. */
export type RedirectAnswer = { readonly code: string; readonly iss?: string | undefined } | { readonly error: string };

/** Waits on this computer, and only for it, for a browser that comes back from a login. */
export interface RedirectListener {
  readonly redirectUrl: string;
  /** Only a browser that brings this state is heard. */
  expect(state: string): void;
  /** What the browser brought; undefined when it did not come in time. */
  answer(patienceMs: number): Promise<RedirectAnswer | undefined>;
  close(): Promise<void>;
}

function answerFrom(query: URLSearchParams): RedirectAnswer {
  const code = query.get('code');
  if (code === null) return { error: query.get('error') ?? 'no code came back' };
  const iss = query.get('iss');
  return iss === null ? { code } : { code, iss };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
}

/**
 * Begins to listen.
 * @param port 0 for any free one
 * @param pages what the browser shows at the end
 */
export async function listenForCode(
  port: number,
  pages: { readonly done: string; readonly failed: string },
): Promise<RedirectListener> {
  let wanted: string | undefined;
  let arrived: (answer: RedirectAnswer) => void = () => undefined;
  const arrival = new Promise<RedirectAnswer>((resolve) => (arrived = resolve));
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
    const isOurs = pathname === PATH && wanted !== undefined && searchParams.get('state') === wanted;
    if (!isOurs || request.method !== 'GET') {
      response.writeHead(404).end();
      return;
    }
    wanted = undefined;
    const answer = answerFrom(searchParams);
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'referrer-policy': 'no-referrer' };
    response.writeHead(200, headers).end('error' in answer ? pages.failed : pages.done);
    arrived(answer);
  });
  await listening(server, port);
  return {
    redirectUrl: `http://${HOST}:${(server.address() as AddressInfo).port}${PATH}`,
    expect: (state) => void (wanted = state),
    answer: async (patienceMs) => {
      let timer: NodeJS.Timeout | undefined;
      const over = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), patienceMs);
      });
      const answer = await Promise.race([arrival, over]);
      clearTimeout(timer);
      return answer;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
