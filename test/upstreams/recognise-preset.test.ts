import { describe, expect, it } from 'vitest';
import type { Preset } from '../../src/upstreams/presets/preset.js';
import { recognisePreset } from '../../src/upstreams/recognise-preset.js';

const nothing = { free: [], paid: {} };
const presets: readonly Preset[] = [
  { name: 'acme', title: 'Acme', packages: ['acme-mcp', '@acme/mcp'], hosts: ['mcp.acme.example'], ...nothing },
  { name: 'plain', title: 'Plain', ...nothing },
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
});
