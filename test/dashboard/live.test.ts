import { describe, expect, it } from 'vitest';
import { cookieName } from '../../src/dashboard/desk.js';
import { liveRoutes } from '../../src/dashboard/live.js';
import { openDashboard } from './bench.js';

/** Reads a stream until it holds a text; fails when it ends before. */
async function until(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: string): Promise<string> {
  const decoder = new TextDecoder();
  for (let text = ''; ;) {
    const { value, done } = await reader.read();
    text += decoder.decode(value);
    if (text.includes(wanted)) return text;
    if (done) throw new Error(`ended after: ${text}`);
  }
}

describe('what an open page hears', () => {
  it('is what to read again as soon as something was stored, until it is shut out', async () => {
    const { desk, run } = await openDashboard();
    const keys = await desk.door.enter('password');
    if ('problem' in keys) throw new Error(keys.problem);
    const headers = { cookie: `${cookieName}=${keys.cookie}` };
    const { body } = await liveRoutes(desk).request('/live', { headers });
    const reader = body?.getReader();
    if (reader === undefined) throw new Error('no stream');
    await until(reader, 'event: beat');
    await run('A red fox in fresh snow at dawn');
    expect(await until(reader, 'event: rules')).toMatch(/event: now[\s\S]*event: takes[\s\S]*event: money/);
    desk.door.leave(keys.cookie);
    for (;;) if ((await reader.read()).done) break;
  });
});
