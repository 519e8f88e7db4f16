import { describe, expect, it } from 'vitest';
import { openMemoryStore } from '../../src/stores/memory.js';
import { storeContract } from '../../src/testing/store-contract.js';

describe('the memory store', () => {
  storeContract(
    async () => {
      const clock = { now: 1_000_000 };
      const store = openMemoryStore({ clock: () => clock.now });
      return { store, clock, end: () => store.close() };
    },
    { describe, it, expect },
  );

  it('keeps what it was given even when the caller changes its own object later', async () => {
    const store = openMemoryStore();
    const constraints = ['A3'];
    const body = { goal: 'g', audience: 'a', tone: 't', constraints, directions: [], chosen: 'c', why: 'w' };
    await store.saveBrief('poster', 'b_1', body, 1);
    constraints.push('A4');
    expect((await store.latestBrief('poster'))?.constraints).toEqual(['A3']);
  });
});
