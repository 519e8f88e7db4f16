import { describe, expect, it, vi } from 'vitest';
import { fileOldTakes } from '../src/file-old-takes.js';
import { reader } from '../src/prompt/reader.js';
import { openMemoryStore } from '../src/stores/memory.js';
import { dispatchTake } from './cli/fake-desk.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };

async function storeWith(count: number) {
  const store = openMemoryStore();
  for (let at = 0; at < count; at += 1) await dispatchTake(store, `t_${String(at)}`);
  return store;
}

describe('takes of an earlier release', () => {
  it('are filed in the background, all of them', async () => {
    const store = await storeWith(45);
    const filing = fileOldTakes(store, 'poster', log, 0);
    await vi.waitFor(async () => expect(await store.unfiled('poster', reader, 1)).toEqual([]));
    await filing.stop();
    const [take] = await store.takes({ project: 'poster', limit: 1 });
    expect(take?.reading?.features.key).toBe('fox in snow');
  });

  it('wait for the next start when this one ends first', async () => {
    const store = await storeWith(3);
    await fileOldTakes(store, 'poster', log, 60_000).stop();
    expect(await store.unfiled('poster', reader, 10)).toHaveLength(3);
  });

  it('do no harm when the store fails', async () => {
    const store = { ...(await storeWith(1)), unfiled: () => Promise.reject(new Error('the disk is full')) };
    const filing = fileOldTakes(store, 'poster', log, 0);
    await vi.waitFor(() =>
      expect(log.warn).toHaveBeenCalledWith({ error: 'Error: the disk is full' }, expect.any(String)),
    );
    await filing.stop();
  });
});
