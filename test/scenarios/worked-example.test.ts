import { describe, expect, it } from 'vitest';
import { brief, imageTool, onBench, step } from './harness.js';
import { judge, proves, recorded, usual, yes } from './parts/principle.js';

/** Five ways to say the same picture better, each of which changes something that shows. */
const rounds = [
  'a red lighthouse above a stormy sea at night, watercolour, wide view from the pier',
  'a red lighthouse above a stormy sea at dawn, watercolour, wide view from the pier',
  'a red lighthouse above a stormy sea at dawn, linocut, wide view from the pier',
  'a red lighthouse above a stormy sea at dawn, linocut, seen from a boat far below',
  'a white lighthouse above a stormy sea at dawn, linocut, seen from a boat far below, two gulls',
];
/** The agent alone tells what the person said, five times. */
const often = { ...usual, config: { ...usual.config, feedback: { relayedRounds: 5 } } };
const dear = 'flux-2-pro';
const cheap = 'qwen-image';
const of = (phase: string): object => ({ greenlight: { shot: 'poster', phase } });

describe('five rounds of a prompt and one result', () => {
  proves(['B5'], 'cost 220 through the gate instead of 600: 380 saved, 63 %', often, async (bench) => {
    const gateway = await bench.start();
    const withPerson = await bench.start(yes);
    await brief(withPerson);
    const steps = [
      step('poster', rounds[0] ?? '', { model: cheap, purpose: 'portfolio', rounds: 5 }),
      step('poster', rounds[4] ?? '', { phase: 'hero', model: dear, purpose: 'portfolio' }),
    ];
    expect((await withPerson.call('plan', { steps })).data).toMatchObject({ total: 220 });
    for (const [index, prompt] of rounds.entries()) {
      const asked = await gateway.call(imageTool, { prompt, model: dear, ...of('explore') });
      expect(asked.isError, asked.text).toBe(true);
      expect(asked.text).toContain(cheap);
      const take = await gateway.call(imageTool, { prompt, model: cheap, ...of('explore') });
      expect(take.data, take.text).toMatchObject({ status: 'done', paid: 20 });
      await judge(gateway, take, index === 4 ? 'approve' : 'refine', { change: ['the light and the view'] });
    }
    const hero = await gateway.call(imageTool, { prompt: rounds[4], model: dear, ...of('hero') });
    expect(hero.data, hero.text).toMatchObject({ status: 'done', paid: 120 });
    await judge(gateway, hero, 'approve');
    expect(bench.journal().map(({ credits }) => credits)).toEqual([20, 20, 20, 20, 20, 120]);

    const { data } = await gateway.call('report');
    expect(data).toMatchObject({
      ...{ paid: 220, held: 0, takes: 6, kept: 2, perKept: 110 },
      byPhase: [
        { name: 'hero', credits: 120 },
        { name: 'explore', credits: 100 },
      ],
      plan: [
        { item: 'poster/explore', planned: 100, paid: 100, drift: 0 },
        { item: 'poster/hero', planned: 120, paid: 120, drift: 0 },
      ],
      outsidePlan: 0,
      avoided: {
        ...{ estimate: true, credits: 380 },
        by: [{ rule: 'plan-first', code: 'beyond-plan', times: 5, asked: 600, bought: 220, credits: 380 }],
      },
    });
    const { share } = data['avoided'] as { share: number };
    expect(Math.round(share * 100)).toBe(63);
    expect((await recorded(bench)).filter((said) => said === 'tier-for-phase/above-phase nudge')).toHaveLength(5);
  });

  it('cost 600 where every round is made on the dear model, and then nothing was saved', () =>
    onBench({ ...usual, config: { ...usual.config, mode: 'shadow' } }, async (bench) => {
      const gateway = await bench.start();
      for (const prompt of rounds) {
        const take = await gateway.call(imageTool, { prompt, model: dear, ...of('explore') });
        expect(take.data, take.text).toMatchObject({ status: 'done', paid: 120 });
      }
      const { data } = await gateway.call('report');
      expect(data).toMatchObject({ paid: 600, avoided: { credits: 0 }, shadow: { calls: 5, credits: 600 } });
    }));
});
