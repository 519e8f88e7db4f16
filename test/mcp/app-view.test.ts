import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppView, showsPages, viewAddress, viewTool } from '../../src/mcp/app-view.js';
import { ownTool } from '../../src/mcp/tools/tool.js';
import type { JsonObject } from '../../src/model/json.js';
import { faceOptions, meetFace } from '../fixtures/face-client.js';
import { FakeUpstreams } from '../fixtures/fake-upstreams.js';

const withPages = { extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } } };
const tool = (name: string) =>
  ownTool({
    name,
    title: name,
    description: 'Says how things stand.',
    input: z.object({}),
    annotations: { readOnlyHint: true },
    run: async () => ({ text: 'ok', structured: { budgets: [] } }),
  });

let asked: (string | undefined)[];

async function meet(capabilities: object) {
  const appView = new AppView({
    html: () => '<p>page</p>',
    description: 'For the page.',
    read: async (take) => {
      asked.push(take);
      return { content: [], structuredContent: { project: 'poster' } };
    },
  });
  const options = faceOptions(new FakeUpstreams(), { ownTools: [tool('budget'), tool('plan')], appView });
  return meetFace(options, capabilities);
}

const ticketIn = (result: JsonObject): unknown => (result['_meta'] as JsonObject | undefined)?.['greenlight/ticket'];

beforeEach(() => {
  asked = [];
});

describe('the page in the conversation', () => {
  it('is offered to clients that show pages, and its tool is marked as the page’s alone', async () => {
    const { ask } = await meet(withPages);
    const tools = (await ask('tools/list'))['tools'] as JsonObject[];
    expect(tools.map(({ name }) => name)).toEqual(['budget', 'plan', viewTool]);
    expect(tools.map(({ _meta }) => (_meta as JsonObject | undefined)?.['ui'])).toEqual([
      { resourceUri: viewAddress, visibility: ['model', 'app'] },
      undefined,
      { resourceUri: viewAddress, visibility: ['app'] },
    ]);
  });

  it.each([{}, { extensions: {} }, { extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html'] } } }])(
    'is no word of to a client that declares %j',
    async (capabilities) => {
      const { ask, call } = await meet(capabilities);
      expect(JSON.stringify(await ask('tools/list'))).not.toContain('ui');
      expect(ticketIn(await call('budget'))).toBeUndefined();
    },
  );

  it('reads on with the ticket of an answer, and gets the next one with what it read', async () => {
    const { call } = await meet(withPages);
    const first = ticketIn(await call('budget'));
    const read = await call(viewTool, { ticket: first });
    expect(read['structuredContent']).toEqual({ project: 'poster' });
    await call(viewTool, { ticket: ticketIn(read), take: 't_1' });
    expect(asked).toEqual([undefined, 't_1']);
  });

  it('gives no ticket with an answer that it does not show', async () => {
    const { call } = await meet(withPages);
    expect(ticketIn(await call('plan'))).toBeUndefined();
  });

  it.each([{}, { ticket: 'guessed' }, { ticket: 7 }, { ticket: '__proto__' }, null])(
    'refuses a model that calls its tool with %j',
    async (args) => {
      const { call } = await meet(withPages);
      await call('budget');
      const refused = await call(viewTool, args as object);
      expect(refused['isError']).toBe(true);
      expect(JSON.stringify(refused)).toContain('E_APP_ONLY');
      expect(ticketIn(refused)).toBeUndefined();
      expect(asked).toEqual([]);
    },
  );
});

describe('whether a client shows pages', () => {
  it('is only what it declares', () => {
    expect(showsPages(withPages)).toBe(true);
    expect(
      showsPages({ extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: 'text/html;profile=mcp-app' } } }),
    ).toBe(false);
  });
});
