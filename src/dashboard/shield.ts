import type { MiddlewareHandler } from 'hono';
import type { Texts } from '../gate/texts-port.js';
import { refuse } from './trouble.js';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

/** Names under which this machine reaches itself; any other is a name that somebody else pointed here. */
const hosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets only this page speak to its server: a request must name this machine as host, and come from the page itself or from
 * nowhere (typed in, a bookmark). Changes must name the page's origin and be JSON, which no form can send.
 */
export function shield(texts: Texts): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    const isOwnHost = hosts.has(host.replace(/:\d+$/, ''));
    const isOwnOrigin = origin === `http://${host}`;
    const site = context.req.header('sec-fetch-site');
    const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
    const isRead = context.req.method === 'GET' || context.req.method === 'HEAD';
    const isJson = context.req.header('content-type')?.split(';')[0]?.trim() === 'application/json';
    const isNavigation = isRead && context.req.header('sec-fetch-mode') === 'navigate' && context.req.path === '/';
    const mayRead = isRead && (origin === undefined || isOwnOrigin) && (!isForeign || isNavigation);
    const mayWrite = !isRead && isOwnOrigin && !isForeign && isJson;
    if (!isOwnHost || !(mayRead || mayWrite)) {
      context.res = refuse(context, texts, { problem: 'foreign-request', facts: { host } });
    } else {
      await next();
    }
    for (const [name, value] of Object.entries(headers)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}
