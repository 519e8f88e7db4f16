import { describe, expect, it } from 'vitest';
import {
  isPassword,
  lateSetting,
  passwordSetting,
  passwordState,
  setFirstPassword,
} from '../../src/approvals/person.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { askApproval, noon, openSession } from '../cli/fake-desk.js';

const secret = 'open sesame';

describe('setFirstPassword', () => {
  it('keeps a hash that only the password answers to', async () => {
    const store = openMemoryStore();
    expect(await isPassword(store, '')).toBe(false);
    expect(await passwordState(store)).toBe('none');
    expect(await setFirstPassword(store, ['poster'], secret, noon)).toBe('set');
    expect(await store.setting(passwordSetting)).not.toContain(secret);
    expect(await isPassword(store, secret)).toBe(true);
    expect(await isPassword(store, `${secret} `)).toBe(false);
    expect(await passwordState(store)).toBe('set');
  });

  it.each([
    ['an agent has a session', openSession],
    ['a request waits', askApproval],
  ])(
    'is late when %s in any of the projects',
    async (_, begin: (store: ReturnType<typeof openMemoryStore>) => unknown) => {
      const store = openMemoryStore({ clock: () => noon });
      await begin(store);
      expect(await setFirstPassword(store, ['untouched', 'poster'], secret, noon)).toBe('late');
      expect(await passwordState(store)).toBe('late');
      expect(await store.setting(lateSetting)).toBe(new Date(noon).toISOString());
    },
  );

  it('refuses a short one and a second one', async () => {
    const store = openMemoryStore();
    expect(await setFirstPassword(store, [], '1234567', noon)).toMatchObject({ problem: 'password-short' });
    await setFirstPassword(store, [], secret, noon);
    expect(await setFirstPassword(store, [], 'another one', noon)).toMatchObject({ problem: 'password-exists' });
    expect(await isPassword(store, secret)).toBe(true);
  });

  it('lets only one of two win that are set at the same time', async () => {
    const store = openMemoryStore();
    const words = ['the first one', 'the second one'];
    const ends = await Promise.all(words.map((word) => setFirstPassword(store, [], word, noon)));
    expect(ends.filter((end) => end === 'set')).toHaveLength(1);
    const right = await Promise.all(words.map((word) => isPassword(store, word)));
    expect(right).toEqual(ends.map((end) => end === 'set'));
  });
});
