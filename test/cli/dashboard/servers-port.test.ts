import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serversPort } from '../../../src/cli/dashboard/servers-port.js';
import { openRoom } from './kit.js';

const servers = {
  shop: { command: '/opt/tools/shop-server', args: ['--key', 'sk-secret'] },
  far: { url: 'https://far.example/mcp?key=secret' },
};

describe('the servers on the dashboard', () => {
  it('are shown without what may be secret in how they are reached', async () => {
    const page = await serversPort(openRoom({ servers })).servers();
    expect(page.servers.map(({ server, reach }) => [server, reach])).toEqual([
      ['shop', 'shop-server'],
      ['far', 'https://far.example'],
    ]);
    expect(JSON.stringify(page)).not.toContain('secret');
  });

  it('have no tools that were never heard: none is settled or trusted unseen', async () => {
    const room = openRoom({ servers });
    const port = serversPort(room);
    const before = readFileSync(room.file, 'utf8');
    expect(await port.settleTool('shop', 'draw', { cost: 'free' }, 'person')).toMatchObject({
      problem: 'no-such-tool',
    });
    expect(await port.trustTool('shop', 'draw', 'person')).toMatchObject({ problem: 'no-such-tool' });
    expect(await port.trustTool('other', 'draw', 'person')).toMatchObject({ problem: 'no-such-server' });
    expect(readFileSync(room.file, 'utf8')).toBe(before);
  });
});
