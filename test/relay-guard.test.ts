import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openTexts } from '../src/feedback/texts.js';
import { relayGuard, type RelayGuardParts } from '../src/relay-guard.js';
import { FakeUpstreams, fakeTool } from './fixtures/fake-upstreams.js';
import { benchLog } from './fixtures/upstream-bench.js';

let upstreams: FakeUpstreams;

beforeEach(() => {
  upstreams = new FakeUpstreams();
  upstreams.toolList = [fakeTool('paid', 'make'), fakeTool('paid', 'list'), fakeTool('free', 'list')];
  benchLog.warn.mockReset();
});

function guard(relay: readonly string[] = [], changed: Partial<RelayGuardParts> = {}) {
  return relayGuard({
    servers: { paid: { relay }, free: {} },
    mode: 'enforce',
    upstreams,
    isPaid: ({ name }) => name === 'make',
    loosened: () => [],
    texts: openTexts(),
    log: benchLog,
    ...changed,
  });
}

describe('a request that is no tool call', () => {
  it.each(['resources/read', 'prompts/get', 'tasks/get', 'notifications/progress'])(
    'passes to every server when the protocol defines it, and starts none: %s',
    async (method) => {
      expect(await guard()('paid', method)).toBeUndefined();
      expect(upstreams.confirmed).toEqual([]);
    },
  );

  it('of a vendor passes to a server without paid tools', async () => {
    expect(await guard()('free', 'acme/render')).toBeUndefined();
  });

  it('of a vendor is held back from a server with a paid tool, in words that name the setting', async () => {
    const why = await guard()('paid', 'acme/render');
    expect(why).toContain('E_NOT_RELAYED');
    expect(why).toContain('"relay": ["acme/render"]');
    expect(why).toContain('servers.paid');
  });

  it('passes where the person named it, or every one', async () => {
    expect(await guard(['acme/render'])('paid', 'acme/render')).toBeUndefined();
    expect(await guard(['acme/render'])('paid', 'acme/other')).toContain('acme/other');
    expect(await guard(['*'])('paid', 'acme/other')).toBeUndefined();
  });

  it('waits while the config allows more than was accepted, or nobody can tell', async () => {
    const looser = guard(['*'], { loosened: () => ['servers.paid.relay'] });
    expect(await looser('paid', 'acme/render')).toMatch(/servers\.paid\.relay.+greenlight config accept/);
    expect(await guard(['*'], { loosened: () => undefined })('paid', 'acme/render')).toContain('E_NOT_RELAYED');
    expect(await looser('free', 'acme/render')).toBeUndefined();
  });

  it('is held back from a server whose tools could not be heard', async () => {
    vi.spyOn(upstreams, 'confirm').mockResolvedValue(false);
    expect(await guard(['*'])('free', 'acme/render')).toContain('not known yet');
  });

  it.each(['shadow', 'off'] as const)('passes in mode %s, and the log says so', async (mode) => {
    expect(await guard([], { mode })('paid', 'acme/render')).toBeUndefined();
    expect(benchLog.warn).toHaveBeenCalledWith({ server: 'paid', method: 'acme/render' }, expect.any(String));
  });
});
