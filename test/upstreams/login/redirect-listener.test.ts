import { afterEach, beforeEach, expect, it } from 'vitest';
import { listenForCode } from '../../../src/upstreams/login/redirect-listener.js';
import type { RedirectListener } from '../../../src/upstreams/login/redirect-listener.js';

let listener: RedirectListener;
const visit = async (query: string): Promise<string> => {
  const response = await fetch(`${listener.redirectUrl}${query}`, { headers: { connection: 'close' } });
  return `${response.status} ${await response.text()}`;
};

beforeEach(async () => {
  listener = await listenForCode(0, { done: 'welcome', failed: 'sorry' });
  listener.expect('s');
});
afterEach(() => listener.close());

it('hears the browser that brings the right state, once', async () => {
  expect(await visit('?state=other&code=x')).toBe('404 ');
  expect(await visit('?state=s&code=x&iss=https://a.example')).toBe('200 welcome');
  expect(await visit('?state=s&code=y')).toBe('404 ');
  expect(await listener.answer(1000)).toEqual({ code: 'x', iss: 'https://a.example' });
});

it('hears a no', async () => {
  expect(await visit('?state=s&error=access_denied')).toBe('200 sorry');
  expect(await listener.answer(1000)).toEqual({ error: 'access_denied' });
});

it('hears that nothing came', async () => {
  await visit('?state=s');
  expect(await listener.answer(1000)).toEqual({ error: 'no code came back' });
});

it('does not wait for ever', async () => {
  expect(await listener.answer(1)).toBeUndefined();
});

it('listens on this computer only, and says when the port is taken', async () => {
  expect(listener.redirectUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  const port = Number(new URL(listener.redirectUrl).port);
  await expect(listenForCode(port, { done: '', failed: '' })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
