import { describe, expect, it } from 'vitest';
import { changePassword, checkPassword, confirmPassword, setPassword } from '../../../src/cli/commands/password.js';
import { lateSetting, passwordSetting } from '../../../src/approvals/person.js';
import { provePerson } from '../../../src/cli/prove-person.js';
import { askApproval, fakeDesk, FakeInput, openSession } from '../fake-desk.js';

const secret = 'open sesame';
const terminal = { input: new FakeInput(true) };

describe('setPassword', () => {
  it('keeps only a hash, and counts for the person when it comes first', async () => {
    const desk = fakeDesk({ secrets: [secret] });
    expect((await setPassword(desk)).data).toEqual({ set: true, late: false });
    expect(await desk.store.setting(passwordSetting)).not.toContain(secret);
    expect((await provePerson(desk.store, async () => secret, '?')).strength).toBe('person');
  });

  it.each([
    ['an agent has a session', openSession],
    ['a request waits', askApproval],
  ])('is late when %s', async (_, begin: (store: ReturnType<typeof fakeDesk>['store']) => Promise<unknown>) => {
    const desk = fakeDesk({ secrets: [secret] });
    await begin(desk.store);
    const { text, data } = await setPassword(desk);
    expect(data).toEqual({ set: true, late: true });
    expect(text).toContain('greenlight password confirm');
    expect(await desk.store.setting(lateSetting)).toBe('2026-11-22T12:00:00.000Z');
  });

  it('is late whatever other project is named', async () => {
    const desk = fakeDesk({ secrets: [secret] });
    await openSession(desk.store);
    expect((await setPassword({ ...desk, project: 'untouched' })).data).toEqual({ set: true, late: true });
  });

  it('is typed twice at a terminal', async () => {
    const mistyped = setPassword(fakeDesk({ secrets: [secret, 'open sesami'], shell: terminal }));
    await expect(mistyped).rejects.toMatchObject({ code: 'password-differs' });
    expect((await setPassword(fakeDesk({ secrets: [secret, secret], shell: terminal }))).data).toMatchObject({
      set: true,
    });
  });

  it.each([
    [[], 'password-missing'],
    [[''], 'password-missing'],
    [['short'], 'password-short'],
  ])('refuses %j', async (secrets, code) => {
    const desk = fakeDesk({ secrets });
    await expect(setPassword(desk)).rejects.toMatchObject({ code });
    expect(await desk.store.setting(passwordSetting)).toBeUndefined();
  });

  it('does not take the place of one that is set', async () => {
    const desk = fakeDesk({ secrets: [secret, 'another one'] });
    await setPassword(desk);
    await expect(setPassword(desk)).rejects.toMatchObject({ code: 'password-exists' });
  });
});

describe('changePassword and checkPassword', () => {
  it('change for whoever knows the present one', async () => {
    const desk = fakeDesk({ secrets: [secret, 'wrong one', secret, 'another one', 'another one'] });
    await setPassword(desk);
    await expect(changePassword(desk)).rejects.toMatchObject({ code: 'password-wrong' });
    await changePassword(desk);
    expect((await checkPassword(desk)).data).toEqual({ right: true, late: false });
  });

  it('say when none is set', async () => {
    await expect(checkPassword(fakeDesk())).rejects.toMatchObject({ code: 'password-unset', end: 'missing' });
    await expect(changePassword(fakeDesk())).rejects.toMatchObject({ code: 'password-unset' });
  });
});

describe('confirmPassword', () => {
  async function lateDesk(...typed: string[]) {
    const desk = fakeDesk({ secrets: [secret, secret, ...typed], shell: terminal });
    await openSession(desk.store);
    await setPassword(desk);
    return desk;
  }

  it('makes a late password count for the person', async () => {
    const desk = await lateDesk(secret);
    await confirmPassword(desk, {});
    expect((await provePerson(desk.store, async () => secret, '?')).strength).toBe('person');
  });

  it('is typed at a terminal, and right', async () => {
    const desk = await lateDesk('wrong one');
    await expect(confirmPassword(desk, { passwordStdin: true })).rejects.toMatchObject({ code: 'confirm-terminal' });
    await expect(confirmPassword({ ...desk, shell: fakeDesk().shell }, {})).rejects.toMatchObject({
      code: 'confirm-terminal',
    });
    await expect(confirmPassword(desk, {})).rejects.toMatchObject({ code: 'password-wrong' });
  });

  it('waits until nothing is left that it could approve', async () => {
    const desk = await lateDesk(secret);
    await askApproval(desk.store);
    await expect(confirmPassword(desk, {})).rejects.toMatchObject({ facts: { approvals: ['a_1'] } });
  });
});
