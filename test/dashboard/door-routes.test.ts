import { describe, expect, it } from 'vitest';
import type { Door } from '../../src/dashboard/api.js';
import { doorRoutes } from '../../src/dashboard/door-routes.js';
import { ask, openDashboard } from './bench.js';

const json = { 'content-type': 'application/json' };

describe('the door’s routes', () => {
  it('ask for a first password where there is none, then for that one', async () => {
    let state: 'none' | 'set' = 'none';
    const setFirst = async () => void (state = 'set');
    const person = { state: async () => state, setFirst, verify: async (word: string) => word === 'open sesame' };
    const { desk } = await openDashboard({ person });
    const routes = doorRoutes(desk);
    expect((await ask(routes, '/')).data).toMatchObject({ state: 'first', token: null, project: 'poster' });
    expect((await ask(routes, '/first', { password: 'open sesame' })).data).toMatchObject({ state: 'open' });
    expect((await ask(routes, '/')).data).toMatchObject({ state: 'closed', token: null, version: '1.2.3' });
    expect((await ask(routes, '/in', { password: 'a guess' })).status).toBe(401);
  });

  it('give the token once, with signing in, and take a page without it for closed', async () => {
    const { desk } = await openDashboard();
    const routes = doorRoutes(desk);
    const entered = await routes.request('/in', { method: 'POST', headers: json, body: '{"password":"x"}' });
    const { token } = (await entered.json()) as Door;
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const stateWith = async (headers: Record<string, string>): Promise<Partial<Door>> => {
      return (await (await routes.request('/', { headers })).json()) as Door;
    };
    expect(await stateWith({ cookie, 'x-greenlight-token': token ?? '' })).toMatchObject({
      state: 'open',
      token: null,
    });
    expect(await stateWith({ cookie })).toMatchObject({ state: 'closed' });
    await routes.request('/out', { method: 'POST', headers: { ...json, cookie }, body: '{}' });
    expect(await stateWith({ cookie, 'x-greenlight-token': token ?? '' })).toMatchObject({ state: 'closed' });
  });

  it('let read without a password only where the config says so', async () => {
    const closed = doorRoutes((await openDashboard()).desk);
    expect((await ask(closed, '/reading', {})).status).toBe(401);
    const open = doorRoutes((await openDashboard({ allowsReadOnly: true })).desk);
    expect((await ask(open, '/reading', {})).data).toMatchObject({ state: 'reading', token: null, mayRead: true });
  });

  it.each([{}, { password: '' }, { password: 5 }, { password: 'x'.repeat(2000) }, { password: 'x', also: 1 }])(
    'refuse %j',
    async (body) => {
      const { desk } = await openDashboard();
      expect((await ask(doorRoutes(desk), '/in', body)).status).toBe(400);
    },
  );
});
