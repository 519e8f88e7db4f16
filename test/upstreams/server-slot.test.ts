import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerSlot } from '../../src/upstreams/server-slot.js';
import type { ServerEntry } from '../../src/upstreams/server-entry.js';
import { ToolCache } from '../../src/upstreams/tool-cache.js';
import { fixtureServer } from '../fixtures/relay.js';
import { openModernServer } from '../fixtures/modern-server.js';
import { benchHost, benchLog, tempFolder } from '../fixtures/upstream-bench.js';

const odd = fixtureServer('odd-upstream.mjs');
const onLists = vi.fn();
let temp: ReturnType<typeof tempFolder>;
let cache: ToolCache;
let slot: ServerSlot;

let era: '2025' | '2026' = '2025';

function make(entry: ServerEntry = odd): ServerSlot {
  slot = new ServerSlot({
    server: 'odd',
    entry,
    cache,
    log: benchLog,
    maxMessageBytes: 1_000_000,
    stopGraceMs: 300,
    startsPerMinute: 5,
    host: () => ({ ...benchHost(), era }),
    onNotification: () => undefined,
    onLists,
  });
  return slot;
}

const names = (list: readonly object[]) => list.map((item) => (item as { name: string }).name);
const call = (p: string) => slot.request('tools/call', { name: 'odd', arguments: { p } }, {});

beforeEach(() => {
  temp = tempFolder();
  era = '2025';
  cache = new ToolCache(temp.folder);
  onLists.mockReset();
});
afterEach(async () => {
  await slot.close();
  temp.remove();
});

describe('a server that ends when it is asked for the era of 2026', () => {
  it('is started once more and spoken to in that of 2025', async () => {
    era = '2026';
    make(fixtureServer('odd-upstream.mjs', [], { ODD_STRICT: '1' }));
    expect((await slot.connect()).era).toBe('2025');
    expect(await call('params')).toMatchObject({ kind: 'result' });
  });
});

describe('a server over HTTP that knows the era of 2026 only', () => {
  const where = (region: string) => slot.request('tools/call', { name: 'where', arguments: { region } }, {});

  it.each(['2026', '2025'] as const)(
    'is spoken to in it by a client of %s, arguments in headers too',
    async (known) => {
      const modern = await openModernServer();
      era = known;
      make({ url: modern.url });
      expect(names(await slot.list('tools'))).toEqual(['where']);
      expect(await where('Köln')).toMatchObject({ kind: 'result', result: { content: [{ text: 'Köln' }] } });
      await slot.close();
      await modern.close();
    },
  );
});

describe('a server slot', () => {
  it('starts nothing by itself, and one process for many requests', async () => {
    make();
    expect(slot.state).toBe('idle');
    const outcomes = await Promise.all([call('params'), call('params'), slot.list('tools')]);
    expect(outcomes).toHaveLength(3);
    expect(slot.state).toBe('ready');
    const starts = await Promise.all([slot.connect(), slot.connect()]);
    expect(starts[0]).toBe(starts[1]);
  });

  it('reads a list once, writes it down, and knows it without a process the next time', async () => {
    expect(names(await make().list('tools'))).toEqual(['odd', 'second']);
    expect(onLists).toHaveBeenCalledExactlyOnceWith('tools', false);
    await slot.close();
    expect(names(await make().list('tools'))).toEqual(['odd', 'second']);
    expect([slot.state, slot.isConfirmed('tools'), slot.lane]).toEqual(['idle', false, undefined]);
  });

  it('confirms what came from disk, and tells when it differs', async () => {
    cache.write('odd', odd, { tools: [{ name: 'old' }] });
    expect(names(await make().list('tools'))).toEqual(['old']);
    await slot.refresh();
    expect(names(slot.known('tools') ?? [])).toEqual(['odd', 'second']);
    expect(onLists).toHaveBeenCalledExactlyOnceWith('tools', true);
    expect(slot.isConfirmed('tools')).toBe(true);
    expect(slot.lane).toBeDefined();
  });

  it('reads a list again after the server said that it changed', async () => {
    await make().list('tools');
    await call('grow');
    expect(slot.lane).toBeUndefined();
    expect(names(await slot.list('tools'))).toEqual(['odd', 'second', 'extra0']);
    const kept = (): string[] => names(cache.read('odd', odd)?.tools ?? []);
    await vi.waitFor(() => expect(kept()).toEqual(['odd', 'second', 'extra0']));
  });

  it('keeps a cached list when the server cannot be asked, and says what the trouble is', async () => {
    const gone = { command: '/nowhere/none' };
    cache.write('odd', gone, { tools: [{ name: 'old' }] });
    make(gone);
    expect(await slot.confirm('tools')).toBeUndefined();
    expect(names(await slot.list('tools'))).toEqual(['old']);
    expect(slot.state).toBe('failed');
    expect(slot.trouble).toContain('"odd" (/nowhere/none) could not be started');
  });

  it('does not try a failed start again for every question of one call', async () => {
    make({ command: '/nowhere/none' });
    const first = await call('params');
    const errors = benchLog.error.mock.calls.length;
    expect(await call('params')).toEqual(first);
    expect(benchLog.error.mock.calls).toHaveLength(errors);
  });

  it('once closed stays closed', async () => {
    await make().list('tools');
    await slot.close();
    expect(slot.state).toBe('closed');
    expect(await call('params')).toMatchObject({ failure: { kind: 'not-sent' } });
  });
});
