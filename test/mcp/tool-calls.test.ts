import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FaceOptions } from '../../src/mcp/face-options.js';
import { faceOptions, meetFace } from '../fixtures/face-client.js';
import { FakeUpstreams, fakeTool } from '../fixtures/fake-upstreams.js';

let upstreams: FakeUpstreams;

beforeEach(() => {
  upstreams = new FakeUpstreams();
  upstreams.toolList = [fakeTool('a', 'draw')];
  upstreams.respond = () => ({ kind: 'result', result: { content: [], done: true } });
});

const paid = (callPaid: FaceOptions['callPaid']) => faceOptions(upstreams, { isPaid: () => true, callPaid });

describe('a tool call on the long way', () => {
  it('that is free is confirmed with its server, sent under its own name, and watched', async () => {
    const watched = vi.fn();
    const { call } = await meetFace(faceOptions(upstreams, { watch: () => watched }));
    expect(await call('a_draw', { p: 1 }, { task: { ttl: 1 } })).toEqual({ content: [], done: true });
    expect(upstreams.confirmed).toEqual(['a']);
    expect(upstreams.requests[0]).toMatchObject({
      server: 'a',
      method: 'tools/call',
      params: { name: 'draw', arguments: { p: 1 }, task: { ttl: 1 } },
    });
    expect(watched).toHaveBeenCalledWith({ content: [], done: true });
  });

  it('that is free is answered without the media in it, while whoever watches hears it whole', async () => {
    const watched = vi.fn();
    const lighten = { aboveBytes: 0, result: async () => ({ content: ['a link'] }) };
    const { call } = await meetFace(faceOptions(upstreams, { watch: () => watched, lighten }));
    expect(await call('a_draw', {})).toEqual({ content: ['a link'] });
    expect(watched).toHaveBeenCalledWith({ content: [], done: true });
  });

  it('that is free and answered with a question is answered with just that', async () => {
    const question = { resultType: 'input_required', inputRequests: {} };
    upstreams.respond = () => ({ kind: 'result', result: question });
    const lighten = { aboveBytes: 0, result: async () => ({ content: ['looked into'] }) };
    const { call } = await meetFace(faceOptions(upstreams, { lighten }));
    expect(await call('a_draw', {})).toEqual({ inputRequests: {} });
  });

  it('that is free of a tool that can cost loses its hints, and of another one nothing', async () => {
    const args = { action: 'list', greenlight: { shot: 'fox' } };
    const mixed = await meetFace(faceOptions(upstreams, { isPaid: (_tool, given) => given === undefined }));
    await mixed.call('a_draw', args);
    const free = await meetFace(faceOptions(upstreams));
    await free.call('a_draw', args);
    expect(upstreams.requests.map(({ params }) => params?.['arguments'])).toEqual([{ action: 'list' }, args]);
  });

  it('that is paid goes to the engine and nowhere else', async () => {
    const callPaid = vi.fn(async () => ({ content: [{ type: 'text', text: 'paid' }] }));
    const { call } = await meetFace(paid(callPaid));
    expect(await call('a_draw', { p: 1 }, { _meta: { id: 'c' } })).toEqual({
      content: [{ type: 'text', text: 'paid' }],
    });
    expect(callPaid).toHaveBeenCalledWith(
      expect.objectContaining({ tool: upstreams.toolList[0], arguments: { p: 1 }, meta: { id: 'c' } }),
    );
    expect(upstreams.requests).toEqual([]);
  });

  it('whose price cannot be told counts as paid', async () => {
    const isPaid = () => {
      throw new Error('the book is broken');
    };
    const callPaid = vi.fn(async () => ({ content: [] }));
    const { call } = await meetFace(faceOptions(upstreams, { isPaid, callPaid }));
    await call('a_draw', {});
    expect(callPaid).toHaveBeenCalled();
    expect(upstreams.requests).toEqual([]);
  });

  it('that breaks the engine is a tool error with the reason', async () => {
    const { call } = await meetFace(paid(() => Promise.reject(new Error('the store is down'))));
    expect(await call('a_draw', {})).toEqual({
      content: [{ type: 'text', text: 'E_INTERNAL The paid call was stopped: the store is down' }],
      isError: true,
    });
  });

  it('is judged by what the server says of itself, not by what was known before', async () => {
    upstreams.confirm = async () => {
      upstreams.toolList = [];
      return true;
    };
    const { call } = await meetFace(faceOptions(upstreams));
    await expect(call('a_draw', {})).rejects.toMatchObject({ code: -32602, message: 'Unknown tool: a_draw' });
    expect(upstreams.requests).toEqual([]);
  });

  it('is only asked whether it costs once what its server said of it was judged', async () => {
    const order: string[] = [];
    const heard = vi.fn(async (server: string, isLive: boolean) => void order.push(`${server} ${String(isLive)}`));
    const isPaid = (): boolean => order.push('isPaid') === 0;
    const { call } = await meetFace(faceOptions(upstreams, { heard, isPaid }));
    await call('a_draw', {});
    expect(order.slice(0, 2)).toEqual(['a true', 'isPaid']);
    upstreams.confirm = async () => false;
    await call('a_draw', {});
    expect(heard).toHaveBeenLastCalledWith('a', false);
  });

  it('that is free only by the cache is not sent, but a paid one may be judged', async () => {
    upstreams.confirm = async () => false;
    const free = await meetFace(faceOptions(upstreams));
    expect(JSON.stringify(await free.call('a_draw', {}))).toContain(
      'E_UPSTREAM_UNAVAILABLE The server \\"a\\" is still starting',
    );
    const callPaid = vi.fn(async () => ({ content: [] }));
    await (await meetFace(paid(callPaid))).call('a_draw', {});
    expect(callPaid).toHaveBeenCalled();
    expect(upstreams.requests).toEqual([]);
  });

  it('of an unknown tool says which servers are in trouble', async () => {
    const problems = ['The server "c" (run c) could not be started: no.'];
    upstreams.statuses = [{ server: 'c', state: 'failed', target: 'run c', tools: 0, cached: false, problems }];
    const { call } = await meetFace(faceOptions(upstreams));
    const result = await call('c_draw', {});
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result)).toContain('(run c) could not be started');
  });

  it('without a name is an error', async () => {
    const { ask } = await meetFace(faceOptions(upstreams));
    await expect(ask('tools/call', { arguments: {} })).rejects.toMatchObject({ code: -32602 });
  });
});
