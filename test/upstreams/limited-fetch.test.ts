import { describe, expect, it } from 'vitest';
import { limitedFetch } from '../../src/upstreams/limited-fetch.js';

const request = { method: 'POST', body: '{"jsonrpc":"2.0","id":9,"method":"tools/call"}' };
const json = { 'content-type': 'application/json' };
const events = { 'content-type': 'text/event-stream' };

function through(
  body: string | ReadableStream | null,
  headers: Record<string, string>,
  maxBytes: number,
  status = 200,
) {
  const answer = (): Promise<Response> => Promise.resolve(new Response(body, { status, headers }));
  return (init: RequestInit = request) =>
    limitedFetch('up', { maxBytes, depth: 5 }, answer)('https://up.example', init);
}

describe('a limited fetch', () => {
  it('hands on what is small enough, byte for byte, with status and headers', async () => {
    const response = await through('{"id":9}', { ...json, 'mcp-session-id': 's' }, 100, 201)();
    expect([response.status, response.headers.get('mcp-session-id'), await response.text()]).toEqual([
      201,
      's',
      '{"id":9}',
    ]);
    expect((await through(null, {}, 100, 202)()).body).toBeNull();
  });

  it('puts an error in the place of an answer that is too large', async () => {
    const response = await through('x'.repeat(200), json, 100)();
    const answer = JSON.parse(await response.text()) as { id: number; error: { message: string } };
    expect(answer).toMatchObject({ id: 9, error: { code: -32000 } });
    expect(answer.error.message).toContain('"up" answered with more than');
  });

  it('ends a download that has no end', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    await through(endless, json, 10_000)();
    expect(pulled).toBeLessThan(20);
  });

  it('lets a stream go on as long as each event is small', async () => {
    const text = 'data: {"a":1}\n\n'.repeat(100);
    expect(await (await through(text, events, 50)()).text()).toBe(text);
    const returned = 'data: {"a":1}\r\n\r\n'.repeat(100);
    expect(await (await through(returned, events, 50)()).text()).toBe(returned);
  });

  it('ends a stream at an event that is too large, with an error for the request', async () => {
    const response = await through(`data: small\n\ndata: ${'x'.repeat(200)}`, events, 100)();
    const text = await response.text();
    expect(text).toMatch(/event: message\ndata: \{"jsonrpc":"2\.0","id":9,"error":.*\}\n\n$/);
  });

  it('only ends a stream that answers no request', async () => {
    const response = await through(`data: ${'x'.repeat(200)}`, events, 100)({ method: 'GET' });
    expect(await response.text()).not.toContain('error');
  });

  it('does the same for what nests too deep, whole or in a stream', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const whole = JSON.parse(await (await through(deep, json, 1e6)()).text()) as object;
    expect(whole).toMatchObject({ id: 9, error: { message: expect.stringContaining('5 levels') as string } });
    const fine = 'data: [[[[[[]]]]]]\n\n'.repeat(20);
    expect(await (await through(fine, events, 1e6)()).text()).toBe(fine);
    const text = await (await through(`${fine}data: ${deep}\n\n`, events, 1e6)()).text();
    expect(text).toContain('5 levels');
    expect(text).not.toContain('[[[[[[[[');
  });
});
