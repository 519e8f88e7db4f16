import { beforeEach, describe, expect, it, vi } from 'vitest';
import { newPin, pinAnew, pinsOf } from '../../src/gate/tool-pins.js';
import type { Store } from '../../src/gate/store-port.js';
import type { UpstreamTool } from '../../src/gate/upstream-port.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { pinnedServer, sha256, ToolTrust, type TrustedServer } from '../../src/upstreams/tool-trust.js';
import { benchLog } from '../fixtures/upstream-bench.js';

const up: TrustedServer = { command: 'up', args: ['--a'] };
let store: Store;

beforeEach(() => {
  store = openMemoryStore();
  benchLog.error.mockReset();
});

function tool(description: string, inputSchema: object = { type: 'object' }): UpstreamTool {
  return { server: 'up', name: 'make', exposed: 'up_make', definition: { name: 'make', description, inputSchema } };
}

/** The trust of a process of its own. */
function open(entry: TrustedServer = up): ToolTrust {
  return new ToolTrust({ servers: { up: entry }, pins: store, now: () => 1000, log: benchLog });
}

describe('the trust in tools', () => {
  it('pins what a server itself says first, with when and how', async () => {
    const trust = open();
    const first = tool('one');
    expect(trust.standing(first)).toBeUndefined();
    await trust.hear('up', [first], true);
    expect(trust.standing(first)).toBe('pinned');
    const pin = (await pinsOf(store, pinnedServer('up', up))).get('make');
    expect(pin).toMatchObject({ at: 1000, who: 'first-use', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('pins nothing that only stands in a cache', async () => {
    const trust = open();
    const cached = tool('one');
    await trust.hear('up', [cached], false);
    expect(trust.standing(cached)).toBe('new');
    expect((await pinsOf(store, pinnedServer('up', up))).size).toBe(0);
    await trust.hear('up', [cached], true);
    expect(trust.standing(cached)).toBe('pinned');
  });

  it('knows a change in another process, says what it is, and takes up what the person accepts', async () => {
    await open().hear('up', [tool('one')], true);
    const trust = open();
    const other = tool('two');
    await trust.hear('up', [other], true);
    expect(trust.standing(other)).toBe('texts');
    expect(await trust.changed(other)).toMatchObject({
      standing: 'texts',
      changes: [{ path: ['description'], how: 'changed' }],
    });
    const at = { ...pinnedServer('up', up), tool: 'make', definition: other.definition };
    await pinAnew(store, newPin(at, { at: 2, who: 'person' }, sha256));
    expect(await trust.changed(other)).toBeUndefined();
    expect(trust.standing(other)).toBe('pinned');
  });

  it('of two processes that pin at once, one has to see the change', async () => {
    const [one, two] = [open(), open()];
    const [first, second] = [tool('one'), tool('two')];
    await Promise.all([one.hear('up', [first], true), two.hear('up', [second], true)]);
    expect([one.standing(first), two.standing(second)].sort()).toEqual(['pinned', 'texts']);
  });

  it('compares a server that is reached in a new way with what was pinned under its name', async () => {
    await open().hear('up', [tool('one')], true);
    const moved = open({ command: 'up', args: ['--b'] });
    const [same, other] = [tool('one'), tool('two')];
    await moved.hear('up', [same], true);
    expect(moved.standing(same)).toBe('pinned');
    await open({ command: 'up', args: ['--c'] }).hear('up', [other], true);
    const third = open({ command: 'up', args: ['--c'] });
    await third.hear('up', [other], true);
    expect(third.standing(other)).toBe('texts');
    expect((await pinsOf(store, { server: 'up', reach: 'none' })).size).toBe(1);
  });

  it('takes changes as the server is trusted', async () => {
    await open().hear('up', [tool('one')], true);
    const [words, schema] = [tool('two'), tool('one', { type: 'object', properties: { a: {} } })];
    const loose = open({ ...up, trust: 'schema' });
    await loose.hear('up', [words, schema], true);
    expect([loose.standing(words), loose.standing(schema)]).toEqual(['pinned', 'changed']);
    const off = open({ ...up, trust: 'off' });
    await off.hear('up', [words, schema], true);
    expect([off.standing(words), off.standing(schema)]).toEqual(['pinned', 'pinned']);
  });

  it('reads pins once for a definition, not once for a call', async () => {
    const trust = open();
    const settings = vi.spyOn(store, 'settings');
    const first = tool('one');
    for (let call = 0; call < 3; call += 1) await trust.hear('up', [first], true);
    await trust.changed(first);
    expect(settings).toHaveBeenCalledTimes(1);
  });

  it('without a store lets free tools be as they are read, and rejects where money hangs on it', async () => {
    vi.spyOn(store, 'settings').mockRejectedValue(new Error('the store is gone'));
    const trust = open();
    const first = tool('one');
    await trust.hear('up', [first], true);
    expect(trust.standing(first)).toBe('unread');
    expect(benchLog.error).toHaveBeenCalled();
    await expect(trust.changed(first)).rejects.toThrow('the store is gone');
  });
});

it('what may be secret is in no pin', () => {
  const at = (entry: TrustedServer): string => pinnedServer('up', entry).reach;
  expect(at({ url: 'https://a.example/mcp?key=1', headers: { a: 'x' } })).toBe(
    at({ url: 'https://a.example/mcp?key=2' }),
  );
  expect(at({ command: 'up', env: { KEY: '1' } })).toBe(at({ command: 'up' }));
  expect(at({ command: 'up', cwd: '/a' })).not.toBe(at({ command: 'up', cwd: '/b' }));
});
