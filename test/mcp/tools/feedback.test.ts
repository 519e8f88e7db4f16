import { describe, expect, it } from 'vitest';
import { openOwnTools } from '../../fixtures/own-tools.js';

describe('the feedback tool', () => {
  it('stores the person’s word as the agent’s telling, and says what to do with it', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('feedback', {
      take,
      verdict: 'refine',
      keep: ['fox'],
      change: ['sky'],
    });
    expect(text).toMatch(/^Noted for fox.*: keep fox; change sky; write this into the prompt/);
    expect(structured).toMatchObject({ status: 'stored', take, shot: 'fox', verdict: 'refine', by: 'relayed' });
    expect((await bench.store.take(take))?.feedback).toMatchObject({ strength: 'relayed', change: ['sky'] });
  });

  it.each([
    ['approve', 'Approved: '],
    ['reject', 'Dropped: '],
    ['another', 'One more of the same'],
  ])('answers %s with: %s', async (verdict, expected) => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    expect((await bench.use('feedback', { take, verdict })).text).toContain(expected);
  });

  it('opens the next version', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    const next = () => bench.run('a red fox, an old windmill behind it', {}, { shot: 'fox', phase: 'explore' });
    expect(await next()).toMatchObject({ kind: 'refused' });
    await bench.use('feedback', { take, verdict: 'refine' });
    expect(await next()).toMatchObject({ kind: 'done' });
  });

  it('names the takes that do wait when there is none of that name', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    const { text, isError } = await bench.use('feedback', { take: 't_9', verdict: 'approve' });
    expect(isError).toBe(true);
    expect(text).toBe(`REFUSED no-such-take · There is no take t_9 in this project. Waiting for a word: ${take}.`);
  });

  it('splits the person’s own words, and asks about what it cannot read', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    const note = 'nice but too dark and lose the hat, keep the pose. Something about the tail';
    const { text, structured } = await bench.use('feedback', { take, verdict: 'refine', note });
    expect(text).toMatch(/: keep pose; change brighter; remove hat; write this/);
    expect(text).toContain('Not plain enough to act on: something about the tail.');
    const points = { keep: ['pose'], change: ['brighter'], remove: ['hat'] };
    expect(structured).toMatchObject({ ...points, unread: ['something about the tail'], negative: null });
    expect((await bench.store.take(take))?.feedback).toMatchObject({ ...points, note });
  });

  it('says how the tool is told, when the same unwanted thing returns', async () => {
    const bench = await openOwnTools();
    const first = await bench.make('a red fox', 'fox');
    await bench.use('feedback', { take: first, verdict: 'refine', remove: ['hat'] });
    const second = await bench.make('a red fox by an old windmill', 'fox');
    const { text, structured } = await bench.use('feedback', {
      take: second,
      verdict: 'reject',
      note: 'lose the hats',
    });
    expect(text).toContain('Dropped: ');
    expect(text).toContain('hats came back although unwanted, and this tool takes no negatives');
    expect(text).toContain('for hats: “bare-headed”.');
    expect(structured).toMatchObject({ negative: { form: 'reword', things: ['hats'] } });
  });
});
