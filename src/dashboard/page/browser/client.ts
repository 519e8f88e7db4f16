import type { Door, Trouble } from '../../api.js';

/** What came back: the answer, or why there is none. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

const place = 'greenlight-token';

/** The token of this tab: unlike a cookie, no other port of this machine is told it. */
function tokenHeader(): Record<string, string> {
  const token = sessionStorage.getItem(place);
  return token === null ? {} : { 'x-greenlight-token': token };
}

/** Remembers the token that came with signing in, until the door is closed. */
export function keepToken({ token, state }: Door): void {
  if (token !== null) sessionStorage.setItem(place, token);
  else if (state !== 'open') sessionStorage.removeItem(place);
}

const shutOut = new Set<() => void>();

/** Calls `listener` when the gate no longer knows this page. Gives back how to stop. */
export function onShutOut(listener: () => void): () => void {
  shutOut.add(listener);
  return () => shutOut.delete(listener);
}

async function ask<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Reply<T>> {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin', ...(signal && { signal }) });
    const body: unknown = await response.json();
    if (response.status === 401 && !path.startsWith('/api/door')) for (const listener of shutOut) listener();
    return response.ok ? { ok: true, value: body as T } : { ok: false, trouble: body as Trouble };
  } catch {
    return { ok: false, trouble: { code: 'no-answer', message: '', next: '' } };
  }
}

/** Reads one of the routes. */
export function read<T>(path: string, signal?: AbortSignal): Promise<Reply<T>> {
  return ask(path, { headers: { accept: 'application/json', ...tokenHeader() } }, signal);
}

/** Sends a change with the token; an answer, never an exception. */
export function send<T>(path: string, body: object): Promise<Reply<T>> {
  const headers = { 'content-type': 'application/json', ...tokenHeader() };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}
