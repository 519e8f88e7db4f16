import { describe, expect, it } from 'vitest';
import { describeTarget, isCommand } from '../../src/upstreams/server-entry.js';

describe('a server entry', () => {
  it('is a command or an address', () => {
    expect(isCommand({ command: 'npx' })).toBe(true);
    expect(isCommand({ url: 'https://e.x' })).toBe(false);
  });

  it.each([
    [{ command: 'npx', args: ['-y', 'acme'], env: { KEY: 'secret' } }, 'npx -y acme'],
    [{ command: 'serve' }, 'serve'],
    [{ url: 'https://u:secret@e.x/mcp?k=secret#secret', headers: { k: 'secret' } }, 'https://e.x/mcp'],
    [{ url: 'secret' }, 'an address that is no URL'],
  ])('is described without secrets', (entry, words) => {
    expect(describeTarget(entry)).toBe(words);
  });
});
