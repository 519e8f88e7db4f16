import { describe, expect, it } from 'vitest';
import { endTake, takeInDoubt } from '../../src/cli/end-take.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { CREDIT, dispatchTake, fakeDesk, noon, takeInDoubtOf } from './fake-desk.js';

describe('endTake', () => {
  it('settles at what is held unless told otherwise, by the word of the person', async () => {
    const { store } = fakeDesk();
    await takeInDoubtOf(store);
    expect(await endTake(store, 't_1', { kind: 'settle' })).toMatchObject({
      state: 'posted',
      outcome: 'succeeded',
      paid: 10 * CREDIT,
      costSource: 'person',
    });
    expect((await store.entries('poster')).at(-1)).toMatchObject({ note: { who: 'person' } });
  });

  it('settles at the credits given', async () => {
    const { store } = fakeDesk();
    await takeInDoubtOf(store);
    expect((await endTake(store, 't_1', { kind: 'settle', amount: 4 * CREDIT })).paid).toBe(4 * CREDIT);
  });

  it('gives everything back on a release', async () => {
    const { store } = fakeDesk();
    await takeInDoubtOf(store);
    expect(await endTake(store, 't_1', { kind: 'release' })).toMatchObject({
      state: 'released',
      outcome: 'unbilled',
      paid: 0,
    });
    expect(await store.accountsOf('poster')).toMatchObject([{ held: 0, spent: 0 }]);
  });

  it('does not settle at nothing where no price is known', async () => {
    const { store } = fakeDesk();
    await takeInDoubtOf(store, 't_1', 0);
    await expect(endTake(store, 't_1', { kind: 'settle' })).rejects.toMatchObject({ code: 'settle-at-nothing' });
  });
});

describe('takeInDoubt', () => {
  it('knows no take of another id, and none that has ended', async () => {
    const { store } = fakeDesk();
    await expect(takeInDoubt(store, 't_9')).rejects.toMatchObject({ code: 'no-such-take', end: 'missing' });
    await takeInDoubtOf(store);
    await endTake(store, 't_1', { kind: 'release' });
    await expect(takeInDoubt(store, 't_1')).rejects.toMatchObject({ code: 'take-ended', end: 'missing' });
  });

  it('leaves a take alone that a live process works on', async () => {
    const { store } = fakeDesk();
    await dispatchTake(store);
    await expect(takeInDoubt(store, 't_1')).rejects.toMatchObject({ code: 'take-running' });
    expect((await store.take('t_1'))?.state).toBe('dispatched');
  });

  it('takes one that waits for a job at its provider: the person may know better what became of it', async () => {
    const { store } = fakeDesk();
    await dispatchTake(store);
    const quote = { status: 'exact', amount: 10 * CREDIT, upper: 10 * CREDIT, source: 'book' } as const;
    await store.noteJob('t_1', { id: 'j-1', quote });
    expect((await takeInDoubt(store, 't_1')).state).toBe('dispatched');
    expect(await endTake(store, 't_1', { kind: 'release' })).toMatchObject({ state: 'released', held: 0 });
  });

  it('takes one whose process is gone', async () => {
    let now = noon;
    const store = openMemoryStore({ clock: () => now });
    await dispatchTake(store);
    now += 60_000;
    expect((await takeInDoubt(store, 't_1')).state).toBe('in_doubt');
  });
});
