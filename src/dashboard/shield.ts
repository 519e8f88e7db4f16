import type { Context, MiddlewareHandler } from 'hono';
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

/** What a link may open: the page itself, which shows nothing to whoever was not let in. */
const opened = /^\/(approvals\/[^/]+)?$/;

/** Names under which this machine reaches itself; any other is a name that somebody else pointed here. */
const hosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Lets only this page speak to its server: a request must name this machine as host, and come from the page itself or from
 * nowhere (typed in, a bookmark). Changes must name the page's origin and be JSON, which no form can send.
 */
export function shield(texts: Texts): MiddlewareHandler {
  return async (context, next) => {
    if (isOwn(context)) await next();
    else {
      const host = context.req.header('host') ?? '';
      context.res = refuse(context, texts, { problem: 'foreign-request', facts: { host } });
    }
    for (const [name, value] of Object.entries(headers)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  };
}

/** Whether a request may have been sent by the page, or by the person who opens it. */
function isOwn({ req }: Context): boolean {
  const host = req.header('host') ?? '';
  if (!hosts.has(host.replace(/:\d+$/, ''))) return false;
  const origin = req.header('origin');
  const site = req.header('sec-fetch-site');
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  const isOwnOrigin = origin === `http://${host}`;
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return isOwnOrigin && !isForeign && isJson(req.header('content-type'));
  }
  // A link on another page may open this one; what it holds is fetched by itself.
  const isOpened = req.header('sec-fetch-mode') === 'navigate' && opened.test(req.path);
  return (origin === undefined || isOwnOrigin) && (!isForeign || isOpened);
}

function isJson(type = ''): boolean {
  return type.split(';')[0]?.trim() === 'application/json';
}
