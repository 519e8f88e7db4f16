import { describe, expect, it } from 'vitest';
import { endAs, listTakes } from '../../../src/cli/commands/takes.js';
import { dispatchTake, fakeDesk, takeInDoubtOf } from '../fake-desk.js';

describe('listTakes', () => {
  it('lists takes with their state, and says what to do with those in doubt', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store, 't_1');
    await dispatchTake(desk.store, 't_2');
    const { text, data } = await listTakes(desk, { limit: 50 });
    expect(text).toMatch(/t_1 .* fox\/explore +text_to_image +<yellow:in_doubt +> +10 /);
    expect(text).toContain('1 in doubt');
    expect(data).toMatchObject({ takes: [{ take: 't_2' }, { take: 't_1' }] });
    const filtered = await listTakes(desk, { limit: 50, state: 'in_doubt' });
    expect(filtered.data).toMatchObject({ takes: [{ take: 't_1' }] });
  });

  it('says when there are none', async () => {
    expect((await listTakes(fakeDesk(), { limit: 50, shot: 'x' })).text).toBe('No such takes in poster.');
  });
});

describe('endAs', () => {
  it('settles and says for how much', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store);
    const { text, data } = await endAs(desk, 't_1', { kind: 'settle', amount: 4_000_000 }, {});
    expect(text).toContain('settled at 4 credits (10 were held)');
    expect(data).toMatchObject({ take: 't_1', state: 'posted', paid: 4, strength: 'client' });
  });

  it('releases and says how much is free again', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store);
    expect((await endAs(desk, 't_1', { kind: 'release' }, {})).text).toContain('10 credits are free again');
  });
});
