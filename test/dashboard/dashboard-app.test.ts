import { describe, expect, it } from 'vitest';
import { dashboardApp } from '../../src/dashboard/dashboard-app.js';
import type { DashboardPorts } from '../../src/dashboard/ports.js';
import { benchLog } from '../fixtures/upstream-bench.js';
import { openDashboard } from './bench.js';

const host = '127.0.0.1:4000';
const own = { host, origin: `http://${host}`, 'content-type': 'application/json' };

async function openApp(changed: Partial<DashboardPorts> = {}) {
  const { desk } = await openDashboard(changed);
  const app = dashboardApp(desk.ports, benchLog);
  const request = (path: string, init: RequestInit = {}) =>
    app.request(path, { ...init, headers: { ...own, ...(init.headers as Record<string, string>) } });
  return { app, request };
}

const routes = ['now', 'takes', 'board', 'money', 'ledger', 'ledger.csv', 'workflow', 'rules', 'servers', 'live'];

describe('the dashboard', () => {
  it('answers every route behind the door only to who was let in', async () => {
    const { request } = await openApp();
    for (const route of routes) expect((await request(`/api/${route}`)).status).toBe(401);
    const entered = await request('/api/door/in', { method: 'POST', body: '{"password":"whatever is right"}' });
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict$/);
    for (const route of routes) {
      const answer = await request(`/api/${route}`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
      expect([route, answer.status]).toEqual([route, 200]);
      await answer.body?.cancel();
    }
  });

  it('serves the page and its files, and no other file', async () => {
    const page = new Map([
      ['index.html', { bytes: Buffer.from('<p>'), type: 'text/html; charset=utf-8' }],
      ['page.js', { bytes: Buffer.from('1'), type: 'text/javascript; charset=utf-8' }],
    ]);
    const { request } = await openApp({ page });
    const start = await request('/');
    expect([start.status, start.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(start.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await request('/page.js')).status).toBe(200);
    for (const other of ['/index.html', '/page.css', '/package.json']) expect((await request(other)).status).toBe(404);
  });

  it('refuses what is too large before it reads it', async () => {
    const { request } = await openApp();
    const body = JSON.stringify({ password: 'x'.repeat(70_000) });
    expect((await request('/api/door/in', { method: 'POST', body })).status).toBe(413);
  });

  it('says that something broke, and not what was in it', async () => {
    const rules = () => Promise.reject(new Error('the secret lies at /home/me'));
    const { request } = await openApp({ rules });
    const entered = await request('/api/door/in', { method: 'POST', body: '{"password":"whatever is right"}' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const answer = await request('/api/rules', { headers: { cookie } });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('/home/me');
  });
});
