import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { cookieName, letIn, strengthOf } from '../../src/dashboard/desk.js';
import { openDashboard } from './bench.js';

describe('letIn', () => {
  it('lets a cookie read, its token change, a reading link only read, and nobody else anything', async () => {
    const { desk } = await openDashboard();
    const app = new Hono().use(letIn(desk)).all('*', (context) => context.text('passed'));
    const keys = await desk.door.enter('password');
    if ('problem' in keys) throw new Error(keys.problem);
    const cookie = `${cookieName}=${keys.cookie}`;
    const reading = `${cookieName}=${desk.door.openReading()}`;
    const token = keys.token;
    const ends = async (headers: Record<string, string>) => [
      (await app.request('/', { headers })).status,
      (await app.request('/', { method: 'POST', headers })).status,
    ];
    expect(await ends({ cookie, 'x-greenlight-token': token })).toEqual([200, 200]);
    expect(await ends({ cookie })).toEqual([200, 403]);
    expect(await ends({ cookie: reading, 'x-greenlight-token': token })).toEqual([200, 403]);
    expect(await ends({ 'x-greenlight-token': token })).toEqual([401, 401]);
    expect(await ends({})).toEqual([401, 401]);
  });
});

describe('strengthOf', () => {
  it.each([
    ['set', 'person'],
    ['late', 'client'],
    ['none', 'client'],
  ] as const)('takes what is decided with a password that is %s for %s', async (state, strength) => {
    const person = { state: async () => state, setFirst: async () => undefined, verify: async () => true };
    expect(await strengthOf((await openDashboard({ person })).desk)).toBe(strength);
  });
});
