import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { shield } from '../../src/dashboard/shield.js';
import { openTexts } from '../../src/feedback/texts.js';

const app = new Hono();
app.use(shield(openTexts()));
app.all('*', (context) => context.text('passed'));

const host = '127.0.0.1:4000';
const origin = `http://${host}`;
const json = { 'content-type': 'application/json' };

async function status(method: string, headers: Record<string, string>, path = '/api/now'): Promise<number> {
  return (await app.request(path, { method, headers: { host, ...headers } })).status;
}

describe('the shield', () => {
  it.each([
    ['what was typed in or is a bookmark', {}, '/'],
    ['what the page fetches', { origin, 'sec-fetch-site': 'same-origin' }, '/api/now'],
    ['the same machine by its other names', { host: 'localhost:4000' }, '/api/now'],
    ['the link of a request', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, '/approvals/a_1'],
    ['a link on another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, '/'],
  ])('lets read: %s', async (_, headers: Record<string, string>, path) => {
    expect(await status('GET', headers, path)).toBe(200);
  });

  it.each([
    ['another name for this machine', { host: 'evil.example' }],
    ['a name that only begins like this machine’s', { host: '127.0.0.1.evil.example' }],
    ['no host', { host: '' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['a picture in another page', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['a link on another page into the routes', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ])('lets nobody read by %s', async (_, headers: Record<string, string>) => {
    expect(await status('GET', headers)).toBe(403);
  });

  it.each([
    ['without an origin', json],
    ['from nowhere', { ...json, origin: 'null' }],
    ['from another page of this machine', { ...json, origin, 'sec-fetch-site': 'same-site' }],
    ['as a form', { origin, 'content-type': 'application/x-www-form-urlencoded' }],
    ['as text', { origin, 'content-type': 'text/plain' }],
    ['without a type', { origin }],
  ])('lets nobody change anything %s', async (_, headers: Record<string, string>) => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(await status(method, headers)).toBe(403);
  });

  it('lets the page itself change things, and frames and scripts of others nowhere in', async () => {
    expect(await status('POST', { ...json, origin })).toBe(200);
    const { headers } = await app.request('/', { headers: { host } });
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
