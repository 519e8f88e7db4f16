import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { isProblem, type FlowProblem } from '../gate/flow/desk.js';
import type { Door as DoorAnswer, PasswordEntry } from './api.js';
import { cookieName, reachOf, type DashboardDesk } from './desk.js';
import type { Keys } from './door.js';
import { readBody } from './read-body.js';
import { refuse } from './trouble.js';

const entry = z.strictObject({ password: z.string().min(1).max(1000) }) satisfies z.ZodType<PasswordEntry>;

/** A page without its token signs in anew; what it may read meanwhile is not worth a page of its own. */
const states = { none: 'closed', reading: 'reading', tokenless: 'closed', acting: 'open' } as const;

/** Signing in and out, and the first password. */
export function doorRoutes(desk: DashboardDesk): Hono {
  const { door, ports } = desk;
  const enter = async (context: Context, work: (password: string) => Promise<Keys | FlowProblem>) => {
    const read = await readBody(context, entry);
    if (isProblem(read)) return refuse(context, ports.texts, read);
    const keys = await work(read.body.password);
    if (isProblem(keys)) return refuse(context, ports.texts, keys);
    setCookie(context, cookieName, keys.cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return context.json({ ...(await answerOf(desk, 'open')), token: keys.token } satisfies DoorAnswer);
  };
  const routes = new Hono();
  routes
    .get('/', async (context) => context.json(await answerOf(desk, states[reachOf(desk, context)])))
    .post('/first', (context) => enter(context, (password) => door.enterFirst(password)))
    .post('/in', (context) => enter(context, (password) => door.enter(password)))
    .post('/out', async (context) => {
      door.leave(getCookie(context, cookieName));
      deleteCookie(context, cookieName, { path: '/' });
      return context.json(await answerOf(desk, 'closed'));
    })
    .post('/reading', async (context) => {
      if (!ports.allowsReadOnly) return refuse(context, ports.texts, { problem: 'closed', facts: {} });
      const cookie = door.openReading();
      setCookie(context, cookieName, cookie, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return context.json(await answerOf(desk, 'reading'));
    });
  return routes;
}

async function answerOf({ door, ports }: DashboardDesk, state: 'closed' | 'reading' | 'open'): Promise<DoorAnswer> {
  const password = await ports.person.state();
  const lockedUntil = await door.lockedUntil();
  return {
    state: password === 'none' && state === 'closed' ? 'first' : state,
    project: ports.project,
    token: null,
    passwordLate: password === 'late',
    mayRead: ports.allowsReadOnly,
    lockedUntil: lockedUntil === undefined ? null : new Date(lockedUntil).toISOString(),
    version: ports.version,
  };
}
