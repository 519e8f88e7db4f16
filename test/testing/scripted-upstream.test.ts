import { describe, expect, it } from 'vitest';
import { scriptedUpstream } from '../../src/testing/scripted-upstream.js';

const servers = { studio: { draw: { type: 'object' }, list: { type: 'object' } }, shop: { buy: { type: 'object' } } };

describe('a scripted upstream', () => {
  it('lists the tools of the script under their prefixes', async () => {
    const upstream = scriptedUpstream(servers);
    const tools = await upstream.tools();
    expect(tools.map(({ exposed }) => exposed)).toEqual(['studio_draw', 'studio_list', 'shop_buy']);
    expect(upstream.findTool('shop_buy')).toMatchObject({ server: 'shop', name: 'buy' });
    expect(upstream.status()).toMatchObject([
      { server: 'studio', tools: 2 },
      { server: 'shop', tools: 1 },
    ]);
  });

  it('answers as it is told and remembers what reached it', async () => {
    const upstream = scriptedUpstream(servers, ({ tool }) => ({ kind: 'result', result: { made: tool } }));
    const params = { name: 'draw', arguments: { prompt: 'a fox' } };
    expect(await upstream.request('studio', 'tools/call', params)).toEqual({
      kind: 'result',
      result: { made: 'draw' },
    });
    expect(upstream.calls).toEqual([{ server: 'studio', tool: 'draw', arguments: { prompt: 'a fox' } }]);
  });

  it('does a tool call with a text unless told otherwise, and refuses everything else', async () => {
    const upstream = scriptedUpstream(servers);
    expect(await upstream.request('shop', 'tools/call', { name: 'buy' })).toMatchObject({
      result: { content: [{ type: 'text', text: 'buy is done' }] },
    });
    expect(await upstream.request('shop', 'resources/list', {})).toMatchObject({ failure: { code: -32601 } });
  });
});
