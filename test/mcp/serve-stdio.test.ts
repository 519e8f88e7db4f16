import { PassThrough } from 'node:stream';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaceOptions } from '../../src/mcp/face-options.js';
import { serveStdioFace } from '../../src/mcp/serve-stdio.js';
import type { StdioFace } from '../../src/mcp/serve-stdio.js';
import type { JsonObject } from '../../src/model/json.js';
import { faceOptions } from '../fixtures/face-client.js';
import { FakeUpstreams, fakeTool } from '../fixtures/fake-upstreams.js';

let upstreams: FakeUpstreams;
let input: PassThrough;
let written: JsonObject[];
let face: StdioFace;

function serve(changed: Partial<FaceOptions> = {}, opened: Promise<void> = Promise.resolve()): void {
  upstreams = new FakeUpstreams();
  upstreams.toolList = [fakeTool('a', 'draw')];
  input = new PassThrough();
  const output = new PassThrough();
  written = [];
  output.on('data', (chunk: Buffer) => {
    for (const line of chunk.toString().trim().split('\n')) written.push(JSON.parse(line) as JsonObject);
  });
  const options = faceOptions(upstreams, { drainMs: 1000, ...changed });
  face = serveStdioFace(
    options,
    opened.then(() => options),
    input,
    output,
  );
}

const say = (message: object): boolean => input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const answerTo = (id: number): Promise<JsonObject> =>
  vi.waitFor(() => {
    const found = written.find((message) => message['id'] === id);
    if (found === undefined) throw new Error(`no answer to ${id}`);
    return found;
  });
const saw = (method: string): Promise<JsonObject> =>
  vi.waitFor(() => {
    const found = written.find((message) => message['method'] === method);
    if (found === undefined) throw new Error(`no ${method}`);
    return found;
  });

async function shakeHands(capabilities: object = {}): Promise<void> {
  const clientInfo = { name: 'host', version: '1', title: 'Host' };
  say({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities, clientInfo } });
  await answerTo(1);
  say({ method: 'notifications/initialized' });
}

beforeEach(() => serve());

describe('serving over streams', () => {
  it('tells the upstreams who the host is, at the handshake', async () => {
    await shakeHands({ roots: {} });
    expect(upstreams.host).toMatchObject({
      info: { name: 'host', version: '1', title: 'Host' },
      capabilities: { roots: {} },
    });
  });

  it('lets the upstreams meet the host while the gateway is still being opened, and answers once it is', async () => {
    let open: () => void = () => undefined;
    serve({}, new Promise((resolve) => (open = resolve)));
    const clientInfo = { name: 'host', version: '1' };
    say({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    await vi.waitFor(() => expect(upstreams.host).toMatchObject({ info: { name: 'host' } }));
    expect(written).toEqual([]);
    open();
    expect(await answerTo(1)).toMatchObject({ result: { instructions: expect.any(String) as string } });
  });

  it('closes the upstreams when the client goes before the gateway could be opened', async () => {
    serve({}, Promise.reject(new Error('no store')));
    input.end();
    await face.closed;
    expect(upstreams.closed).toBe(true);
  });

  it('announces what changed, in lists and in resources', async () => {
    await shakeHands();
    for (const listener of upstreams.changed) listener('resourceTemplates');
    await saw('notifications/resources/list_changed');
    face.listChanged('prompts');
    await saw('notifications/prompts/list_changed');
    face.resourceUpdated('greenlight://budget');
    expect((await saw('notifications/resources/updated'))['params']).toEqual({ uri: 'greenlight://budget' });
  });

  it('relays what an upstream says, and what it asks with its name on it', async () => {
    await shakeHands({ elicitation: {} });
    for (const listener of upstreams.heard) {
      listener({ server: 'a', method: 'notifications/message', params: { level: 'info', data: 1 } });
    }
    expect((await saw('notifications/message'))['params']).toEqual({ level: 'info', data: 1 });
    const asked = upstreams.host?.request('a', 'elicitation/create', { message: 'Key?' }, new AbortController().signal);
    const request = await saw('elicitation/create');
    expect(request['params']).toMatchObject({ message: '[a] Key?' });
    say({ id: request['id'], result: { action: 'decline', x: 1 } });
    expect(await asked).toEqual({ action: 'decline', x: 1 });
  });

  it('ends in order: what is open is answered, paid calls get their grace, then the upstreams are closed', async () => {
    const order: string[] = [];
    serve({
      onClose: async () => {
        order.push(`grace, answered ${written.some((message) => message['id'] === 2)}, closed ${upstreams.closed}`);
      },
    });
    await shakeHands();
    let answer: () => void = () => undefined;
    upstreams.respond = () =>
      new Promise((resolve) => (answer = () => resolve({ kind: 'result', result: { content: [] } })));
    say({ id: 2, method: 'tools/call', params: { name: 'a_draw', arguments: {} } });
    await vi.waitFor(() => expect(upstreams.requests).toHaveLength(1));
    input.end();
    setTimeout(() => answer(), 50);
    await face.closed;
    expect(order).toEqual(['grace, answered true, closed false']);
    expect(upstreams.closed).toBe(true);
  });

  it('does not wait for ever for what is open, and ends even when the grace fails', async () => {
    serve({ drainMs: 50, onClose: () => Promise.reject(new Error('odd')) });
    await shakeHands();
    upstreams.respond = () => new Promise(() => undefined);
    say({ id: 2, method: 'tools/call', params: { name: 'a_draw', arguments: {} } });
    await vi.waitFor(() => expect(upstreams.requests).toHaveLength(1));
    await face.close();
    expect(upstreams.closed).toBe(true);
  });
});
