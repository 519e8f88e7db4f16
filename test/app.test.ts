import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openGateway, self } from '../src/app.js';
import { parseConfig, type ConfigInput } from '../src/config.js';
import type { ClientHandle, IncomingCall } from '../src/gate/call-port.js';
import type { UpstreamFailure, UpstreamOutcome, UpstreamTool } from '../src/gate/upstream-port.js';
import type { FaceOptions } from '../src/mcp/face-options.js';
import type { JsonObject } from '../src/model/json.js';
import { FakeUpstreams } from './fixtures/fake-upstreams.js';
import { quietContext } from './fixtures/own-tools.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const schema = { type: 'object', properties: { prompt: { type: 'string', minLength: 1 } }, required: ['prompt'] };
const make: UpstreamTool = {
  server: 'studio',
  name: 'make',
  exposed: 'studio_make',
  definition: { name: 'make', inputSchema: schema, outputSchema: { type: 'object' } },
};
const list: UpstreamTool = {
  ...make,
  name: 'list',
  exposed: 'studio_list',
  definition: { name: 'list', title: 'List' },
};
const profile = { paid: true, kind: 'image', arguments: { prompt: 'prompt' }, price: { credits: 5 } } as const;
const servers = { studio: { command: 'node', tools: { make: profile, list: 'free' } } } as const;
let data = '';

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'app-'));
});

afterEach(() => rm(data, { recursive: true, force: true }));

interface Open {
  readonly face: FaceOptions;
  readonly upstreams: FakeUpstreams;
  call(args: JsonObject, meta?: JsonObject): Promise<{ text: string; data: JsonObject; result: JsonObject }>;
}

async function open(input: ConfigInput = {}): Promise<Open> {
  const upstreams = new FakeUpstreams();
  upstreams.toolList = [make, list];
  upstreams.respond = () => ({ kind: 'result', result: { content: [] } });
  const config = parseConfig({ project: 'poster', data, store: 'memory', servers, ...input }, 'f', {});
  const face = await openGateway(config, { log, upstreams, env: {} });
  const call = async (args: JsonObject, meta: JsonObject = {}) => {
    const incoming: IncomingCall = { ...quietContext, tool: make, arguments: args, meta };
    const result = await face.callPaid(incoming);
    const [first] = result['content'] as { text: string }[];
    const facts = (result['_meta'] as { greenlight: JsonObject }).greenlight;
    return { text: first?.text ?? '', data: facts, result };
  };
  return { face, upstreams, call };
}

describe('the gateway', () => {
  it('introduces itself by the name and version of its package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(self).toEqual({ name: 'greenlight', version });
  });

  it('knows what is paid, and lists paid tools with one argument more', async () => {
    const { face } = await open();
    expect([face.isPaid(make, {}), face.isPaid(list, {})]).toEqual([true, false]);
    expect(face.publish(list)).toEqual({ name: 'studio_list', title: 'List' });
    expect(face.publish(make)).toMatchObject({ name: 'studio_make', inputSchema: { properties: { greenlight: {} } } });
    expect(face.publish(make)).not.toHaveProperty('outputSchema');
  });

  it('sends the person to the dashboard’s page of a request, without what opens the dashboard', async () => {
    const ask = { above: 1, every: 1000, personAbove: 1 };
    const config = parseConfig({ project: 'poster', data, store: 'memory', servers, ask }, 'f', {});
    const upstreams = new FakeUpstreams();
    upstreams.toolList = [make, list];
    const dashboardUrl = () => 'http://127.0.0.1:4100/?token=s3cret';
    const face = await openGateway(config, { log, upstreams, env: {}, dashboardUrl });
    const opened: string[] = [];
    const openPage: ClientHandle['openPage'] = async (_key, { url }) => {
      opened.push(url);
      return { kind: 'answered', action: 'accept', afterMs: 500 };
    };
    const client = { ...quietContext.client, openPage };
    const result = await face.callPaid({
      ...quietContext,
      client,
      tool: make,
      arguments: { prompt: 'a fox' },
      meta: {},
    });
    expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:4100\/#\/now\?request=a_\w+$/)]);
    expect(JSON.stringify(result)).toContain(opened[0]);
    expect(JSON.stringify([result, opened])).not.toContain('s3cret');
    const wait = face.ownTools.find(({ name }) => name === 'wait');
    const request = opened[0]?.split('=').at(-1);
    expect((await wait?.run({ request, seconds: 0 }, quietContext))?.text).toContain(opened[0]);
    expect(upstreams.requests).toEqual([]);
  });

  it('takes a tool that nobody has settled for a paid one, unless its definition says otherwise', async () => {
    const { face } = await open({ servers: { studio: { command: 'node' } } });
    expect(face.isPaid(make, {})).toBe(true);
    expect(face.isPaid(list, {})).toBe(false);
    const lying = { ...list, definition: { ...list.definition, description: 'Generates a list of images.' } };
    expect(face.isPaid(lying, {})).toBe(true);
  });

  it('frees single calls of a tool that can cost', async () => {
    const action = { enum: ['list', 'generate'], description: 'What to do.' };
    const description = 'Image studio. list: List earlier images. generate: Generate an image.';
    const definition = { name: 'studio', description, inputSchema: { type: 'object', properties: { action } } };
    const { face } = await open({ servers: { studio: { command: 'node' } } });
    const tool = { ...make, name: 'studio', definition };
    expect([{ action: 'list' }, { action: 'generate' }, {}].map((args) => face.isPaid(tool, args))).toEqual([
      false,
      true,
      true,
    ]);
    expect(face.publish(tool)).toMatchObject({ inputSchema: { properties: { greenlight: {} } } });
  });

  it('has own tools, prompts and resources that read the same store as its calls', async () => {
    const { face, call } = await open();
    await call({ prompt: 'a red fox' });
    const tool = face.ownTools.find(({ name }) => name === 'take');
    expect((await tool?.run({ wait: 0 }, quietContext))?.structured).toMatchObject({ takes: [{ paid: 5 }] });
    const [takes] = (await face.ownResources?.read('greenlight://takes')) ?? [];
    expect(String(takes?.['text'])).toContain('a red fox');
    expect(face.ownPrompts?.length).toBeGreaterThan(0);
  });
});

describe('a paid call through the gateway', () => {
  it('is sent with its own arguments and answered with a receipt', async () => {
    const { call, upstreams } = await open();
    const { text, data: facts } = await call(
      { prompt: 'a red fox', greenlight: { shot: 'fox' } },
      { progressToken: 1, trace: 2 },
    );
    expect(text).toMatch(/^Take t_\w+ on fox\/explore: 5 credits/);
    expect(facts).toMatchObject({ status: 'done', paid: 5 });
    const params = { name: 'make', arguments: { prompt: 'a red fox' }, _meta: { trace: 2 } };
    expect(upstreams.requests).toMatchObject([{ server: 'studio', method: 'tools/call', params }]);
    expect(upstreams.requests[0]?.params).toEqual(params);
  });

  it.each<[UpstreamOutcome, string, number]>([
    [failure('not-sent'), 'not-sent', 0],
    [failure('protocol-error', -32602, 'Invalid arguments for tool make'), 'not-sent', 0],
    [failure('protocol-error', -32602, 'the result is not what was promised'), 'in-doubt', 5],
    [failure('protocol-error', -32601), 'not-sent', 0],
    [failure('protocol-error', -32000), 'in-doubt', 5],
    [failure('lost'), 'in-doubt', 5],
  ])('after %j is %s and leaves %d credits held', async (outcome, status, held) => {
    const { call, upstreams, face } = await open();
    upstreams.respond = () => outcome;
    expect((await call({ prompt: 'a red fox' })).data).toMatchObject({ status });
    const tool = face.ownTools.find(({ name }) => name === 'budget');
    const { structured } = (await tool?.run({}, quietContext)) ?? {};
    expect(structured?.['budgets']).toContainEqual(expect.objectContaining({ scope: 'session', held, spent: 0 }));
  });

  it.each<[JsonObject, string]>([
    [{ prompt: 'a fox', greenlight: { phase: 'polish' } }, 'greenlight.phase'],
    [{ prompt: '' }, 'prompt'],
    [{}, 'prompt'],
  ])('with the arguments %j is refused before anything is held: %s', async (args, path) => {
    const { call, upstreams } = await open();
    const { text, data: facts } = await call(args);
    expect(facts['status']).toBe('bad-arguments');
    expect(text).toContain(path);
    expect(upstreams.requests).toEqual([]);
  });

  it('that the client names by an id of its own is paid once', async () => {
    const { call, upstreams } = await open();
    const meta = { 'claudecode/toolUseId': 'toolu_1' };
    await call({ prompt: 'a red fox' }, meta);
    expect((await call({ prompt: 'a red fox' }, meta)).data).toMatchObject({ status: 'done', replayed: true });
    expect(upstreams.requests).toHaveLength(1);
  });
});

describe('a gateway whose store cannot be opened', () => {
  it('holds paid calls back and says why, and lists what it has all the same', async () => {
    const file = join(data, 'in-the-way');
    await writeFile(file, 'a file where a folder should be');
    const { face, call, upstreams } = await open({ store: 'sqlite', data: file });
    expect((await call({ prompt: 'a red fox' })).text).toMatch(/^HELD BACK/);
    expect(upstreams.requests).toEqual([]);
    expect(face.isPaid(list, {})).toBe(false);
    expect(await face.ownTools[0]?.run({}, quietContext)).toMatchObject({ isError: true });
  });
});

function failure(kind: UpstreamFailure['kind'], code?: number, message = 'no answer'): UpstreamOutcome {
  return { kind: 'failure', failure: { kind, server: 'studio', message, code } };
}
