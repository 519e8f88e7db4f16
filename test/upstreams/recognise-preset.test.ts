import { describe, expect, it } from 'vitest';
import type { Preset } from '../../src/upstreams/presets/preset.js';
import { recognisePreset } from '../../src/upstreams/recognise-preset.js';

const nothing = { free: [], paid: {} };
const presets: readonly Preset[] = [
  { name: 'acme', title: 'Acme', packages: ['acme-mcp', '@acme/mcp'], hosts: ['mcp.acme.example'], ...nothing },
  { name: 'plain', title: 'Plain', ...nothing },
  { name: 'tool-one', title: 'One tool', packages: ['tool-mcp'], flags: ['--tools=one', '--tools one'], ...nothing },
  { name: 'tool-all', title: 'All tools', packages: ['tool-mcp'], ...nothing },
  { name: 'only', title: 'With its flag only', packages: ['only-mcp'], flags: ['--media'], ...nothing },
];

describe('a preset is recognised', () => {
  it.each([
    [{ command: 'npx', args: ['-y', 'acme-mcp'] }],
    [{ command: 'npx', args: ['-y', '@acme/mcp@2.1.0', '--all'] }],
    [{ command: 'uvx', args: ['acme-mcp==0.3'] }],
    [{ command: 'acme-mcp' }],
    [{ command: 'node', args: ['/home/me/node_modules/@acme/mcp/build/index.js'] }],
    [{ command: 'node', args: ['C:\\work\\node_modules\\acme-mcp\\index.js'] }],
    [{ url: 'https://mcp.acme.example/v1' }],
  ])('by how the config reaches its server: %j', (reach) => {
    expect(recognisePreset(reach, presets)?.name).toBe('acme');
  });

  it.each([
    [{ command: 'npx', args: ['-y', 'acme-mcp-pirate'] }],
    [{ command: 'npx', args: ['-y', 'not-acme-mcp'] }],
    [{ command: 'node', args: ['/home/me/acme-mcp/index.js'] }],
    [{ command: 'node', args: ['/home/me/node_modules/acme-mcp-two/index.js'] }],
    [{ url: 'https://mcp.acme.example.evil.example/v1' }],
    [{ url: 'no address' }],
    [{ command: 'node' }],
  ])('by nothing that only looks like it: %j', (reach) => {
    expect(recognisePreset(reach, presets)).toBeUndefined();
  });

  it.each([
    [['tool-mcp', '--tools=one'], 'tool-one'],
    [['tool-mcp', '--tools', 'one', '--quiet'], 'tool-one'],
    [['tool-mcp', '--tools=one-two'], 'tool-all'],
    [['tool-mcp'], 'tool-all'],
    [['only-mcp', '--media'], 'only'],
    [['only-mcp'], undefined],
  ])('by the flags that make one package several servers: %j', (args, name) => {
    expect(recognisePreset({ command: 'npx', args }, presets)?.name).toBe(name);
  });
});
