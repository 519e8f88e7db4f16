import { describe, expect, it } from 'vitest';
import {
  answerBytes,
  answerDepth,
  answerTimeoutMs,
  describeTarget,
  isCommand,
} from '../../src/upstreams/server-entry.js';

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

  it.each([
    [{}, 600_000],
    [{ timeoutMs: 900_000 }, 900_000],
    [{ limits: { seconds: 5 } }, 5000],
    [{ timeoutMs: 1000, limits: { seconds: 5 } }, 1000],
    [{ timeoutMs: 9000, limits: { seconds: 5 } }, 5000],
    [{ timeoutMs: 900_000, limits: { depth: 20 } }, 900_000],
  ])('waits for an answer as long as the shorter of its settings says', (settings, timeoutMs) => {
    expect(answerTimeoutMs({ command: 'npx', ...settings })).toBe(timeoutMs);
  });

  it('says how large and how deep an answer may be', () => {
    expect(answerBytes({ command: 'npx' })).toBeUndefined();
    expect(answerBytes({ command: 'npx', limits: { answerMegabytes: 0.5 } })).toBe(512 * 1024);
    expect([answerDepth({ command: 'npx' }), answerDepth({ command: 'npx', limits: { depth: 12 } })]).toEqual([
      200, 12,
    ]);
  });
});
