import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/approvals/password.js';
import { lateSetting, passwordSetting } from '../../src/approvals/person.js';
import { provePerson } from '../../src/cli/prove-person.js';
import { openMemoryStore } from '../../src/stores/memory.js';

let hash = '';
beforeAll(async () => {
  hash = await hashPassword('open sesame');
});

async function storeWith(late = '') {
  const store = openMemoryStore();
  await store.saveSetting(passwordSetting, hash);
  await store.saveSetting(lateSetting, late);
  return store;
}

describe('provePerson', () => {
  it('is only as strong as a program while no password is set, and asks for none', async () => {
    const proof = await provePerson(openMemoryStore(), () => Promise.reject(new Error('asked')), '?');
    expect(proof).toEqual({ strength: 'client', why: 'no-password' });
  });

  it('takes the right password for the person', async () => {
    const proof = await provePerson(await storeWith(), async () => 'open sesame', '?');
    expect(proof).toEqual({ strength: 'person', why: 'password' });
  });

  it('refuses a wrong one', async () => {
    const wrong = provePerson(await storeWith(), async () => 'open says me', '?');
    await expect(wrong).rejects.toMatchObject({ code: 'password-wrong', end: 'refused' });
  });

  it('refuses when nobody gives one', async () => {
    const silent = provePerson(await storeWith(), async () => undefined, '?');
    await expect(silent).rejects.toMatchObject({ code: 'password-needed', end: 'refused' });
  });

  it('does not take a password for the person that was set late', async () => {
    const proof = await provePerson(await storeWith('2026-11-22T12:00:00Z'), async () => 'open sesame', '?');
    expect(proof).toEqual({ strength: 'client', why: 'password-late' });
  });
});
