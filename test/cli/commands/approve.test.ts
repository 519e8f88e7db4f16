import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/approvals/password.js';
import { decideAs } from '../../../src/cli/commands/approve.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { askApproval, fakeDesk } from '../fake-desk.js';

describe('decideAs', () => {
  it('shows everything before it asks for the password', async () => {
    const desk = fakeDesk();
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await askApproval(desk.store);
    let shownBefore = '';
    const ask = async (): Promise<string> => {
      shownBefore = desk.shell.said.join('\n');
      return 'open sesame';
    };
    const { text } = await decideAs({ ...desk, ask }, 'approve', 'a_1', {});
    expect(shownBefore).toContain('300 credits at most');
    expect(shownBefore).toContain('A fox in snow');
    expect(text).toContain('Approved (person)');
    expect(text).not.toContain('<yellow:');
  });

  it('says that without a password it counts for less', async () => {
    const desk = fakeDesk();
    await askApproval(desk.store);
    const { text, data } = await decideAs(desk, 'approve', 'a_1', { json: true });
    expect(text).toContain('<yellow:No password is set');
    expect(data).toMatchObject({ state: 'approved', strength: 'client', proof: 'no-password', budget: null });
    expect(desk.shell.said).toEqual([]);
  });

  it('denies without a password even where one is set', async () => {
    const desk = fakeDesk();
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await askApproval(desk.store);
    const { data } = await decideAs(desk, 'deny', 'a_1', { note: 'no' });
    expect(data).toMatchObject({ state: 'denied', note: 'no', strength: 'client' });
  });

  it('decides nothing with a wrong password', async () => {
    const desk = fakeDesk({ secrets: ['wrong one'] });
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    await askApproval(desk.store);
    await expect(decideAs(desk, 'approve', 'a_1', {})).rejects.toMatchObject({ code: 'password-wrong' });
    expect((await desk.store.approval('a_1'))?.state).toBe('pending');
  });
});
