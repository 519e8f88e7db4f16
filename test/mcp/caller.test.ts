import type { Server, ServerContext } from '@modelcontextprotocol/server';
import { describe, expect, it, vi } from 'vitest';
import { InputRequired, type PageQuestion } from '../../src/gate/call-port.js';
import { caller2025, caller2026, identify } from '../../src/mcp/caller.js';

const question = { message: 'Sure?', requestedSchema: { type: 'object' } };

function serverWith(capabilities: object | undefined, request = vi.fn()): Server {
  return {
    getClientVersion: () => ({ name: 'host', version: '7' }),
    getClientCapabilities: () => capabilities,
    request,
  } as unknown as Server;
}

function context(envelope?: object): ServerContext {
  return { mcpReq: { id: 4, envelope, signal: new AbortController().signal } } as unknown as ServerContext;
}

const envelope = (capabilities: object) => ({
  'io.modelcontextprotocol/clientInfo': { name: 'host', version: '8' },
  'io.modelcontextprotocol/clientCapabilities': capabilities,
});

describe('the client behind a call', () => {
  it('is known by its handshake in 2025, and by each request in 2026', () => {
    const server = serverWith({ roots: {} });
    expect(identify(server, context(), '2025')).toEqual({ name: 'host', version: '7', capabilities: { roots: {} } });
    expect(identify(server, context(envelope({ sampling: {} })), '2026')).toEqual({
      name: 'host',
      version: '8',
      capabilities: { sampling: {} },
    });
    expect(identify(server, context(), '2026')).toEqual({ name: 'unknown', version: 'unknown', capabilities: {} });
  });

  it.each([[undefined], [{}], [{ elicitation: { url: {} } }]])(
    'with the capabilities %j cannot be asked',
    async (capabilities) => {
      const request = vi.fn();
      const client = caller2025(serverWith(capabilities, request), context(), 100);
      expect(await client.elicit('k', question)).toMatchObject({ kind: 'unavailable' });
      const newer = caller2026(serverWith(undefined), context(envelope(capabilities ?? {})), new Map());
      expect(await newer.elicit('k', question)).toMatchObject({ kind: 'unavailable' });
      expect(request).not.toHaveBeenCalled();
    },
  );

  it.each([[{}], [{ form: {} }], [{ form: {}, url: {} }]])(
    'that declares %j is asked by a request, with the deadline',
    async (elicitation) => {
      const request = vi.fn(async () => ({ action: 'accept', content: { ok: true } }));
      const client = caller2025(serverWith({ elicitation }, request), context(), 100);
      expect(await client.elicit('k', question, 50)).toMatchObject({
        kind: 'answered',
        action: 'accept',
        content: { ok: true },
      });
      const params = { mode: 'form', ...question };
      const options = expect.objectContaining({ timeout: 50, relatedRequestId: 4 }) as unknown;
      expect(request).toHaveBeenCalledWith({ method: 'elicitation/create', params }, expect.anything(), options);
    },
  );

  it('that fails to answer, or answers nonsense, gave no answer', async () => {
    const broken = caller2025(
      serverWith(
        { elicitation: {} },
        vi.fn(() => Promise.reject(new Error('timed out'))),
      ),
      context(),
      5,
    );
    expect(await broken.elicit('k', question)).toEqual({ kind: 'unavailable', why: 'timed out' });
    const odd = caller2025(
      serverWith(
        { elicitation: {} },
        vi.fn(async () => ({ action: 'maybe' })),
      ),
      context(),
      5,
    );
    expect(await odd.elicit('k', question)).toMatchObject({ kind: 'unavailable' });
  });

  it('is asked by ending the run in 2026, unless the answer is there', async () => {
    const asked = context(envelope({ elicitation: {} }));
    await expect(caller2026(serverWith({}), asked, new Map()).elicit('k', question)).rejects.toBeInstanceOf(
      InputRequired,
    );
    const answers = new Map([['k', { response: { action: 'decline' }, afterMs: 900 }]]);
    expect(await caller2026(serverWith({}), asked, answers).elicit('k', question)).toEqual({
      kind: 'answered',
      action: 'decline',
      afterMs: 900,
    });
  });
});

describe('a client that sends the person to pages', () => {
  const pages = { elicitation: { url: {} } };
  const url = 'http://127.0.0.1:4100/#/now?request=a_1';

  /** A page question, and the end of what it is about. */
  function page(): { asked: PageQuestion; end: () => void } {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    return { asked: { message: 'Sure?', url, decided: () => ended }, end: () => end() };
  }

  it('of 2025 is asked to open one, and told when the person is done there', async () => {
    const request = vi.fn(async (_asked: { params: { elicitationId: string } }) => ({ action: 'accept' }));
    const tell = vi.fn(async () => undefined);
    const createElicitationCompletionNotifier = vi.fn(() => tell);
    const server = serverWith(pages, request);
    Object.assign(server, { createElicitationCompletionNotifier });
    const { asked, end } = page();
    const outcome = await caller2025(server, context(), 100).openPage?.('a_1-page', asked);
    expect(outcome).toMatchObject({ kind: 'answered', action: 'accept' });
    const params = request.mock.calls[0]?.[0].params;
    expect(params).toMatchObject({ mode: 'url', message: 'Sure?', url });
    expect(params?.elicitationId).toMatch(/^a_1-page-/);
    expect(createElicitationCompletionNotifier).toHaveBeenCalledWith(params?.elicitationId);
    expect(tell).not.toHaveBeenCalled();
    end();
    await vi.waitFor(() => expect(tell).toHaveBeenCalledOnce());
  });

  it('of 2026 is asked by a result', async () => {
    const { asked } = page();
    const waiting = caller2026(serverWith({}), context(envelope(pages)), new Map());
    await expect(waiting.openPage?.('k', asked)).rejects.toMatchObject({ question: { url } });
    const answers = new Map([['k', { response: { action: 'accept' }, afterMs: 900 }]]);
    const came = caller2026(serverWith({}), context(envelope(pages)), answers);
    expect(await came.openPage?.('k', asked)).toMatchObject({ kind: 'answered', action: 'accept' });
  });

  it('is none when it only has forms', async () => {
    const { asked } = page();
    const forms = { elicitation: { form: {} } };
    const older = caller2025(serverWith(forms), context(), 100);
    expect(await older.openPage?.('k', asked)).toMatchObject({ kind: 'unavailable', lacks: true });
    const newer = caller2026(serverWith({}), context(envelope(forms)), new Map());
    expect(await newer.openPage?.('k', asked)).toMatchObject({ kind: 'unavailable', lacks: true });
  });
});
