import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { serveDashboard } from '../../src/dashboard/serve-dashboard.js';

const app = new Hono();
app.get('/', (context) => context.text('here'));

describe('serveDashboard', () => {
  it('answers on this machine until it is closed, on a port that nobody else gets', async () => {
    const running = await serveDashboard(app, 0);
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(running.url)).text()).toBe('here');
    await expect(serveDashboard(app, Number(new URL(running.url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await running.close();
    await expect(fetch(running.url)).rejects.toThrow();
  });
});
