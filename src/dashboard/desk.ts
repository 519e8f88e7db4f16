import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Strength } from '../model/strength.js';
import type { Door, Reach } from './door.js';
import type { DashboardPorts } from './ports.js';
import { refuse } from './trouble.js';

/** What every route works with. */
export interface DashboardDesk {
  readonly ports: DashboardPorts;
  readonly door: Door;
}

/** The cookie that shows who was let in. */
export const cookieName = 'greenlight_desk';

/** The header with the token of a page. */
const tokenHeader = 'x-greenlight-token';

/** How far a request may go. */
export function reachOf({ door }: DashboardDesk, context: Context): Reach {
  return door.reach(getCookie(context, cookieName), context.req.header(tokenHeader));
}

/** Lets pass who was let in; changes also need the page's token. */
export function letIn(desk: DashboardDesk): MiddlewareHandler {
  const { texts } = desk.ports;
  return async (context, next) => {
    const reach = reachOf(desk, context);
    if (reach === 'none') return refuse(context, texts, { problem: 'closed', facts: {} });
    if (context.req.method === 'GET' || reach === 'acting') return next();
    return refuse(context, texts, { problem: reach === 'tokenless' ? 'no-token' : 'reading-only', facts: {} });
  };
}

/** For how much a signed-in person's word counts: a password that was set late is not known to be a person's. */
export async function strengthOf({ ports }: DashboardDesk): Promise<Strength> {
  return (await ports.person.state()) === 'set' ? 'person' : 'client';
}
