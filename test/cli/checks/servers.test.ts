import { describe, expect, it } from 'vitest';
import { serverChecks } from '../../../src/cli/checks/servers.js';
import type { Heard } from '../../../src/cli/listen.js';
import { parseConfig } from '../../../src/config.js';
import type { UpstreamStatus } from '../../../src/gate/upstream-port.js';
import { noon } from '../fake-desk.js';

const config = parseConfig({ data: '/no/such/folder', servers: { shop: { command: 'x' } } });
const status = (change: Partial<UpstreamStatus>): UpstreamStatus => {
  return { server: 'shop', state: 'ready', target: 'x', tools: 1, cached: false, problems: [], ...change };
};
const check = (change: Partial<UpstreamStatus>, tools: Heard['tools'] = []) =>
  serverChecks(config, { tools, servers: [status(change)] }, noon);

describe('serverChecks', () => {
  it.each<[Partial<UpstreamStatus>, string, string]>([
    [{}, 'good', 'server'],
    [{ problems: ['a name was left out'] }, 'warning', 'server'],
    [{ tools: 0 }, 'warning', 'server-empty'],
    [{ state: 'failed', problems: ['no such program'] }, 'fault', 'server-silent'],
    [{ state: 'starting' }, 'fault', 'server-silent'],
  ])('tells a server that says %j as %s', (said, state, code) => {
    expect(check(said)).toMatchObject([{ check: 'server shop', state, code }]);
  });

  it('says when no server is configured', () => {
    expect(serverChecks(parseConfig({}), { tools: [], servers: [] }, noon)).toMatchObject([{ code: 'no-servers' }]);
  });

  it('names tools that are not known', () => {
    const tool = { server: 'shop', name: 'paint', exposed: 'shop_paint', definition: { inputSchema: {} } };
    expect(check({}, [tool])[1]).toMatchObject({
      code: 'prices-wanting',
      facts: { unknown: 1, named: ['shop.paint'], stale: 0 },
    });
  });

  it('tells prices that are too old', () => {
    const price = { unit: 'call', credits: 5, source: 'me', asOf: '2024-01-01' } as const;
    const tools = { paint: { paid: true, kind: 'image', price } } as const;
    const priced = parseConfig({ data: '/no/such/folder', servers: { shop: { command: 'x', tools } } });
    const heard = [{ server: 'shop', name: 'paint', exposed: 'shop_paint', definition: { inputSchema: {} } }];
    const found = (now: number) => serverChecks(priced, { tools: heard, servers: [status({})] }, now)[1];
    expect(found(noon)).toMatchObject({ code: 'prices-wanting', facts: { unknown: 0, stale: 1 } });
    expect(found(Date.UTC(2024, 0, 2))).toMatchObject({ code: 'prices', state: 'good' });
  });
});
