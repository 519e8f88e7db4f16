import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../src/gate/store-port.js';
import type { Take } from '../../src/model/take.js';
import { withSidecars } from '../../src/stores/with-sidecars.js';
import { takeOf } from '../fixtures/takes.js';

const asset = { id: 'ab12'.repeat(16), path: '/out/fox.png', mimeType: 'image/png', bytes: 1 };
const whole = takeOf({ assets: [asset] });
const feedback = { id: 'f_1', take: 't_1' };

function open(take: Take = whole, write: (take: Take) => void = () => undefined) {
  const written: string[] = [];
  const warnings: string[] = [];
  const store = {
    name: 'fake',
    settle: async () => take,
    keep: async () => take,
    doubt: async () => take,
    saveFeedback: async () => feedback,
    take: async () => take,
    close: async () => undefined,
  } as unknown as Store;
  const made = withSidecars(
    store,
    (one) => {
      write(one);
      written.push(one.id);
    },
    (why) => warnings.push(why),
  );
  return { store: made, written, warnings };
}

const moves: Readonly<Record<string, (store: Store) => Promise<unknown>>> = {
  settled: (store) => store.settle({} as never),
  fetched: (store) => store.keep('t_1', {} as never),
  'in doubt': (store) => store.doubt('t_1', 'why'),
  judged: (store) => store.saveFeedback('t_1', {} as never),
};

beforeEach(() => vi.useFakeTimers());

afterEach(() => vi.useRealTimers());

describe('the sidecars of a take', () => {
  it.each(Object.entries(moves))('are written a moment after it is %s', async (_, move) => {
    const { store, written } = open();
    expect([whole, feedback]).toContain(await move(store));
    expect(written).toEqual([]);
    vi.runAllTimers();
    expect(written).toEqual(['t_1']);
  });

  it.each(Object.entries(moves))('that cannot be written change nothing of what the store did: %s', async (_, move) => {
    const { store, warnings } = open(whole, () => {
      throw new Error('disk full');
    });
    expect([whole, feedback]).toContain(await move(store));
    vi.runAllTimers();
    expect(warnings).toEqual(['disk full']);
  });

  it('are written once for moves that follow each other, as the last one left it', async () => {
    const { store, written } = open();
    await store.settle({} as never);
    await store.keep('t_1', {} as never);
    vi.runAllTimers();
    await store.doubt('t_1', 'why');
    vi.runAllTimers();
    expect(written).toEqual(['t_1', 't_1']);
  });

  it('are written before the store is closed, and not once more', async () => {
    const { store, written } = open();
    await store.settle({} as never);
    await store.close();
    expect(written).toEqual(['t_1']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are none where nothing was made', async () => {
    const { store, written } = open(takeOf());
    await store.settle({} as never);
    vi.runAllTimers();
    expect(written).toEqual([]);
    expect(store.name).toBe('fake');
  });
});
