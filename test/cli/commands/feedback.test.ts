import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/approvals/password.js';
import { sayWord } from '../../../src/cli/commands/feedback.js';
import { passwordSetting } from '../../../src/approvals/person.js';
import { dispatchTake, fakeDesk, settleTake } from '../fake-desk.js';

const plain = { keep: [], change: [], remove: [] };

async function deskWithTake(secrets: readonly string[] = []) {
  const desk = fakeDesk({ secrets });
  await dispatchTake(desk.store, 't_1');
  await settleTake(desk.store, 't_1');
  return desk;
}

describe('sayWord', () => {
  it('counts as the person’s with the password, and shows the take first', async () => {
    const desk = await deskWithTake(['open sesame']);
    await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
    const { text, data } = await sayWord(desk, 't_1', 'approve', plain);
    expect(desk.shell.said.join('\n')).toContain('A fox in snow');
    expect(text).toBe('<green:✓> Approved (person): t_1 is locked for fox/explore; the next planned phase is open.');
    expect(data).toMatchObject({ feedback: { verdict: 'approve', by: 'person' }, proof: 'password' });
    expect((await desk.store.take('t_1'))?.feedback).toMatchObject({ verdict: 'approve', strength: 'person' });
  });

  it.each(['approve', 'refine', 'reject', 'another'] as const)(
    'keeps no %s without the password once one is set',
    async (verdict) => {
      const desk = await deskWithTake();
      await desk.store.saveSetting(passwordSetting, await hashPassword('open sesame'));
      await expect(sayWord(desk, 't_1', verdict, plain)).rejects.toMatchObject({ end: 'refused' });
      expect((await desk.store.take('t_1'))?.feedback).toBeUndefined();
    },
  );

  it('counts for less where no password is set, and says so', async () => {
    const desk = await deskWithTake();
    const { text, data } = await sayWord(desk, 't_1', 'refine', { ...plain, note: 'less blue', json: true });
    expect(text).toContain('<yellow:No password is set');
    expect(data).toMatchObject({ strength: 'client', note: 'less blue' });
    expect(desk.shell.said).toEqual([]);
  });

  it('keeps the lists, and names takes that still wait', async () => {
    const desk = await deskWithTake();
    await dispatchTake(desk.store, 't_2');
    await settleTake(desk.store, 't_2');
    const { text } = await sayWord(desk, 't_1', 'reject', { ...plain, keep: ['the pier'], remove: ['the boat'] });
    expect(text).toContain('Keep: the pier. Remove: the boat.');
    expect(text).toContain('Still without a word: t_2.');
  });

  it('has nothing to judge in a take that is unknown, elsewhere or not done', async () => {
    const desk = await deskWithTake();
    await dispatchTake(desk.store, 't_2');
    await expect(sayWord(desk, 't_9', 'approve', plain)).rejects.toMatchObject({ code: 'no-such-take' });
    await expect(sayWord({ ...desk, project: 'other' }, 't_1', 'approve', plain)).rejects.toMatchObject({
      code: 'no-such-take',
    });
    await expect(sayWord(desk, 't_2', 'approve', plain)).rejects.toMatchObject({ code: 'take-not-done' });
    const long = { ...plain, keep: ['x'.repeat(501)] };
    await expect(sayWord(desk, 't_1', 'refine', long)).rejects.toMatchObject({ end: 'usage', code: 'bad-word' });
  });
});
