import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { FaceOptions } from '../../src/mcp/face-options.js';
import { ownTool } from '../../src/mcp/tools/tool.js';
import { faceOptions, meetFace } from '../fixtures/face-client.js';
import { FakeUpstreams, fakeTool } from '../fixtures/fake-upstreams.js';

let upstreams: FakeUpstreams;
const report = ownTool({
  name: 'report',
  title: 'Report',
  description: 'Reports.',
  input: z.object({}),
  annotations: { readOnlyHint: true },
  run: async () => ({ text: 'ok', structured: {} }),
});
const resources: NonNullable<FaceOptions['ownResources']> = {
  list: async () => [{ uri: 'greenlight://budget', name: 'budget' }],
  templates: async () => [{ uriTemplate: 'greenlight://take/{id}', name: 'take' }],
  owns: (uri) => uri.startsWith('greenlight://'),
  subscribe: () => undefined,
  onMoved: () => undefined,
  read: async () => undefined,
};

beforeEach(() => {
  upstreams = new FakeUpstreams();
  upstreams.toolList = [fakeTool('a', 'draw'), fakeTool('b', 'sing')];
  upstreams.promptList = [fakeTool('a', 'draft'), fakeTool('b', 'draft')];
  upstreams.resourceList = [{ server: 'b', definition: { uri: 'b://page', name: 'page' } }];
  upstreams.templateList = [{ server: 'b', definition: { uriTemplate: 'b://{x}', name: 'x' } }];
});

describe('the face', () => {
  it('introduces itself at once, with everything it may come to offer', async () => {
    const { client } = await meetFace(faceOptions(upstreams));
    expect(client.getServerVersion()).toEqual({ name: 'face', version: '1.0.0' });
    expect(client.getInstructions()).toBe('how it works');
    expect(client.getServerCapabilities()).toEqual({
      tools: { listChanged: true },
      prompts: { listChanged: true },
      resources: { subscribe: true, listChanged: true },
      completions: {},
      logging: {},
    });
    expect(upstreams.requests).toEqual([]);
  });

  it('lists its own things first, then those of the servers in their order', async () => {
    const ownPrompts = [{ definition: { name: 'plan' }, get: async () => ({}) }];
    const { ask } = await meetFace(faceOptions(upstreams, { ownTools: [report], ownPrompts, ownResources: resources }));
    const namesOf = (list: unknown, key = 'name') => (list as Record<string, unknown>[]).map((item) => item[key]);
    expect(namesOf((await ask('tools/list'))['tools'])).toEqual(['report', 'a_draw', 'b_sing']);
    expect(namesOf((await ask('prompts/list'))['prompts'])).toEqual(['plan', 'a_draft', 'b_draft']);
    expect(namesOf((await ask('resources/list'))['resources'], 'uri')).toEqual(['greenlight://budget', 'b://page']);
    const templates = (await ask('resources/templates/list'))['resourceTemplates'];
    expect(namesOf(templates, 'uriTemplate')).toEqual(['greenlight://take/{id}', 'b://{x}']);
  });

  it('lists prompts of upstreams without characters that cannot be seen', async () => {
    const draft = fakeTool('a', 'draft');
    upstreams.promptList = [{ ...draft, definition: { ...draft.definition, description: 'Dra\u200bfts\u202e 👩‍🚀' } }];
    const { ask } = await meetFace(faceOptions(upstreams));
    expect((await ask('prompts/list'))['prompts']).toMatchObject([{ name: 'a_draft', description: 'Drafts 👩‍🚀' }]);
  });

  it('publishes tools of servers as it is told to', async () => {
    const publish: FaceOptions['publish'] = (tool) => ({ name: tool.exposed, inputSchema: {}, changed: true });
    const { ask } = await meetFace(faceOptions(upstreams, { publish }));
    expect((await ask('tools/list'))['tools']).toContainEqual({ name: 'b_sing', inputSchema: {}, changed: true });
  });

  it('confirms cached lists some time after it listed the tools, once for many requests', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    await Promise.all([ask('tools/list'), ask('tools/list')]);
    expect(upstreams.refreshed).toBe(0);
    await vi.waitFor(() => expect(upstreams.refreshed).toBe(1), { timeout: 5000 });
  });

  it('passes notifications of the client on to the servers', async () => {
    const { client } = await meetFace(faceOptions(upstreams), { roots: { listChanged: true } });
    await client.notification({ method: 'notifications/roots/list_changed' });
    await vi.waitFor(() =>
      expect(upstreams.notified.map(({ method }) => method)).toEqual(['notifications/roots/list_changed']),
    );
  });
});
