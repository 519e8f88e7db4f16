import { describe, expect, it } from 'vitest';
import { bypassedServers } from '../../../src/cli/checks/bypass.js';

const servers = {
  images: { command: 'npx', args: ['-y', 'images'], env: { KEY: 'a' } },
  plain: { command: 'plain' },
  films: { url: 'https://films.example/mcp' },
};
const found = (file: object) => bypassedServers(JSON.stringify(file), servers);

describe('bypassedServers', () => {
  it('finds ours by command and arguments or by address, whatever they are called and wherever they stand', () => {
    const mine = { type: 'stdio', command: 'npx', args: ['-y', 'images'] };
    expect(found({ mcpServers: { other: mine } })).toEqual(['images']);
    expect(found({ servers: { films: { type: 'http', url: 'https://films.example/mcp/' } } })).toEqual(['films']);
    expect(found({ projects: { '/home/me': { mcpServers: { a: mine, b: { command: 'plain', args: [] } } } } })).toEqual(
      [...['images', 'plain']],
    );
  });

  it('finds none in other servers, nor in what is no JSON', () => {
    expect(found({ mcpServers: { a: { command: 'npx', args: ['-y', 'images', '--free'] }, b: {}, c: 'x' } })).toEqual(
      [],
    );
    expect(found({ other: { a: servers.images } })).toEqual([]);
    expect(bypassedServers('[mcp_servers.images]\ncommand = "npx"', servers)).toEqual([]);
  });
});
