import { describe, expect, it } from 'vitest';
import type { UpstreamOutcome, Upstreams, UpstreamTool } from '../src/gate/upstream-port.js';
import { jobPort } from '../src/job-port.js';
import { profileSchema } from '../src/model/profile.js';
import { scriptedUpstream } from '../src/testing/scripted-upstream.js';

const paid = profileSchema.parse({ paid: true, kind: 'video' });
const free = profileSchema.parse({ paid: false });
const profileOf = ({ name }: UpstreamTool) => (name === 'job_status' ? free : paid);
const servers = { studio: { draw: { type: 'object' }, job_status: { type: 'object' } } };
const said = { content: [{ type: 'text', text: 'running' }] };

function open(answer: UpstreamOutcome = { kind: 'result', result: said }, changes: Partial<Upstreams> = {}) {
  const upstream = scriptedUpstream(servers, () => answer);
  return { upstream, port: jobPort({ ...upstream, ...changes }, profileOf) };
}

describe('the providers’ jobs', () => {
  it('are asked for through the status tool of their server', async () => {
    const { upstream, port } = open();
    expect(await port.ask('studio', 'job_status', { id: 'j-1' })).toEqual({ kind: 'answer', result: said });
    expect(upstream.calls).toEqual([{ server: 'studio', tool: 'job_status', arguments: { id: 'j-1' } }]);
  });

  it('are never asked for through a tool that may cost', async () => {
    const { upstream, port } = open();
    expect(await port.ask('studio', 'draw', { id: 'j-1' })).toMatchObject({
      kind: 'unreachable',
      why: expect.stringContaining('"studio.draw" is free'),
    });
    expect(upstream.calls).toEqual([]);
  });

  it.each<[string, string, string, Partial<Upstreams>]>([
    ['the server is gone from the config', 'other', 'job_status', {}],
    ['the server has no such tool', 'studio', 'status', {}],
    ['the server does not come up', 'studio', 'job_status', { confirm: async () => false }],
  ])('cannot be asked for when %s', async (_, server, tool, changes) => {
    const { upstream, port } = open(undefined, changes);
    expect(await port.ask(server, tool, {})).toMatchObject({
      kind: 'unreachable',
      why: expect.stringContaining(server),
    });
    expect(upstream.calls).toEqual([]);
  });

  it('are out of reach when the answer is lost, and answered when the server says that something is wrong', async () => {
    const failure = { server: 'studio', message: 'it broke' };
    const lost = open({ kind: 'failure', failure: { ...failure, kind: 'lost', why: 'timeout' } });
    expect(await lost.port.ask('studio', 'job_status', {})).toEqual({ kind: 'unreachable', why: 'it broke' });
    const error = open({ kind: 'failure', failure: { ...failure, kind: 'protocol-error', code: -32000 } });
    expect(await error.port.ask('studio', 'job_status', {})).toEqual({
      kind: 'answer',
      result: { isError: true, content: [{ type: 'text', text: 'it broke' }] },
    });
  });

  it('belong to tools whose profile is known whether or not their server runs', () => {
    const { port } = open();
    expect(port.profileOf('studio', 'draw')).toBe(paid);
    expect(port.profileOf('gone', 'draw')).toBe(paid);
  });
});
