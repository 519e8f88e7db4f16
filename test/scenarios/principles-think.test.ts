import { describe, expect } from 'vitest';
import { brief, imageTool, promptOf, step } from './harness.js';
import { project } from './parts/ledger.js';
import { judge, proves, recorded, usual, yes } from './parts/principle.js';

const fox = 'a red fox in fresh snow at dawn, low sun from the left, seen from above, wide shot, watercolour';
const at = (shot: string, phase: string): object => ({ greenlight: { shot, phase } });

describe('thinking before spending', () => {
  proves(['A1', 'A2'], 'brief and plan come before anything of weight, and are kept whole', usual, async (bench) => {
    const gateway = await bench.start(yes);
    const call = { prompt: fox, model: 'flux-2-pro', ...at('fox', 'hero') };
    expect((await gateway.call(imageTool, call)).isError).toBe(true);
    const thin = await gateway.call('brainstorm', { goal: 'a poster', directions: [{ name: 'a', idea: 'b' }] });
    expect(thin.isError).toBe(true);
    await brief(gateway);
    expect(await bench.store((store) => store.latestBrief(project))).toMatchObject({
      ...{ goal: 'a poster', audience: 'families', tone: 'warm', constraints: ['A2 portrait'] },
      ...{ directions: [{ name: 'storm' }, { name: 'calm' }], chosen: 'storm', why: 'drama' },
    });
    expect((await gateway.call(imageTool, call)).isError).toBe(true);
    const planned = await gateway.call('plan', {
      style: 'watercolour, low sun',
      steps: [
        step('fox', fox, { model: 'qwen-image', purpose: 'print' }),
        step('fox', fox, { phase: 'hero', model: 'flux-2-pro', purpose: 'print' }),
      ],
    });
    expect(planned.data).toMatchObject({ total: 140, style: 'watercolour, low sun' });
    expect((await recorded(bench)).filter((said) => said.startsWith('plan-first'))).toEqual([
      'plan-first/no-brief block',
      'plan-first/no-plan block',
    ]);
    expect(bench.journal()).toEqual([]);
    expect(
      (await gateway.call(imageTool, { prompt: fox, model: 'qwen-image', ...at('fox', 'explore') })).data,
    ).toMatchObject({ paid: 20 });
  });

  proves(['A3'], 'a workflow is saved and taken up by the next session', usual, async (bench) => {
    const first = await bench.start(yes);
    await brief(first);
    await first.call('plan', { steps: [step('fox', fox, { model: 'qwen-image' })] });
    const take = await first.call(imageTool, { prompt: fox, model: 'qwen-image', ...at('fox', 'explore') });
    await judge(first, take, 'approve');
    await first.call('workflow', { action: 'save', name: 'posters', preferences: ['one at a time'] });
    const next = await bench.start({ ...yes, args: ['--project', 'another'] });
    expect(next.client.getInstructions()).toContain('posters');
    const loaded = await next.call('workflow', { action: 'load', name: 'posters' });
    expect(loaded.text).toContain(fox);
    expect(await bench.store((store) => store.latestBrief('another'))).toMatchObject({ goal: 'a poster' });
  });

  proves(['A4'], 'a workflow whose run was approved is an app: its inputs make a plan', usual, async (bench) => {
    const first = await bench.start(yes);
    await brief(first);
    await first.call('plan', { steps: [step('cover', fox, { model: 'qwen-image' })] });
    const document = {
      inputs: [{ name: 'animal', choices: ['red fox', 'grey heron'], example: 'red fox' }],
      plan: [step('cover', fox.replace('red fox', '{{animal}}'), { model: 'qwen-image' })],
    };
    const early = await first.call('workflow', { action: 'save', name: 'cover', document });
    expect(early.data).toMatchObject({ app: false });
    const take = await first.call(imageTool, { prompt: fox, model: 'qwen-image', ...at('cover', 'explore') });
    await judge(first, take, 'approve');
    const saved = await first.call('workflow', { action: 'save', name: 'cover', document });
    expect(saved.data).toMatchObject({ status: 'saved', app: true });
    const next = await bench.start({ ...yes, args: ['--project', 'another'] });
    expect(
      (await next.call('workflow', { name: 'cover', inputs: { animal: 'unicorn', colour: 'blue' } })).isError,
    ).toBe(true);
    await brief(next);
    const ran = await next.call('workflow', { name: 'cover', inputs: { animal: 'grey heron' } });
    expect(ran.data).toMatchObject({ workflow: { name: 'cover', app: true }, total: 20 });
    const plan = await bench.store((store) => store.latestPlan('another'));
    expect(plan?.items).toMatchObject([{ shot: 'cover', prompt: expect.stringContaining('grey heron') as string }]);
  });

  proves(['A5'], 'four questions are answered from plan and ledger', usual, async (bench) => {
    const gateway = await bench.start(yes);
    await brief(gateway);
    const steps = [
      step('fox', fox, { model: 'qwen-image', purpose: 'social' }),
      step('fox', fox, { phase: 'hero', model: 'flux-2-pro', purpose: 'social' }),
    ];
    await gateway.call('plan', { steps });
    const call = { prompt: fox, model: 'flux-2-pro', ...at('fox', 'explore') };
    const said = await gateway.call('estimate', { tool: imageTool, arguments: call });
    expect(said.data['questions']).toMatchObject({ quality: false, final: false });
    expect(said.data).toMatchObject({ quote: { credits: 120 } });
    expect(said.text).toContain('qwen-image');
    expect(bench.journal()).toEqual([]);
  });

  proves(['A6'], 'a prompt that was approved at once is offered again', usual, async (bench) => {
    const gateway = await bench.start(yes);
    const take = await gateway.call(imageTool, { prompt: fox, model: 'qwen-image', ...at('fox', 'explore') });
    await judge(gateway, take, 'approve');
    const next = await bench.start({ ...yes, args: ['--project', 'another'] });
    await brief(next);
    const similar = 'a red fox cub in fresh snow at noon, seen from above';
    const planned = await next.call('plan', { steps: [step('cub', similar, { model: 'qwen-image' })] });
    expect(JSON.stringify(planned.data['offers'])).toContain(fox);
  });

  proves(['B3'], 'an estimate says what is left open, and so does the call', usual, async (bench) => {
    const gateway = await bench.start();
    const args = { prompt: 'a dog', model: 'flux-2-dev' };
    const said = await gateway.call('estimate', { tool: imageTool, arguments: args });
    expect(said.data).toMatchObject({ prompt: { isVague: true }, quote: { credits: 50 } });
    expect((await gateway.call(imageTool, args)).data).toMatchObject({ status: 'done', paid: 50 });
    expect(await recorded(bench)).toEqual(expect.arrayContaining(['vague-prompt/vague-cheap note']));
  });
});

describe('the prompt first, not the dice', () => {
  proves(
    ['B1', 'B2'],
    'the same again is refused, and the third miss asks for another prompt',
    usual,
    async (bench) => {
      const gateway = await bench.start();
      const cheap = { model: 'qwen-image', ...at('fox', 'explore') };
      let take = await gateway.call(imageTool, { prompt: fox, ...cheap });
      await judge(gateway, take, 'refine', { change: ['warmer light'] });
      const again = await gateway.call(imageTool, { prompt: `masterpiece, ${fox}, 8k`, ...cheap });
      expect(again.isError).toBe(true);
      expect(await recorded(bench)).toContain('rerun/certain block');
      for (const word of ['blorptic', 'quazzy', 'trinkly']) {
        const prompt = fox.replace('fresh', `fresh ${word}`);
        expect((await gateway.call(imageTool, { prompt, ...cheap })).isError, word).toBe(true);
        const greenlight = { shot: 'fox', phase: 'explore', because: 'it was not right yet' };
        take = await gateway.call(imageTool, { prompt, model: 'qwen-image', greenlight });
        if (word !== 'trinkly') await judge(gateway, take, 'refine', { change: ['softer light'] });
      }
      expect(take.isError).toBe(true);
      expect(await recorded(bench)).toContain('three-strikes/streak ask');
      expect(bench.journal()).toHaveLength(3);
    },
  );

  proves(['B4'], 'what comes back unwanted is answered in the tool’s own negative form', usual, async (bench) => {
    const gateway = await bench.start();
    const cheap = { model: 'qwen-image', ...at('fox', 'explore') };
    const first = await gateway.call(imageTool, { prompt: fox, ...cheap });
    await judge(gateway, first, 'refine', { remove: ['hats'] });
    const bare = await gateway.call(imageTool, { prompt: fox.replace('at dawn', 'at noon'), ...cheap });
    const told = await judge(gateway, bare, 'refine', { remove: ['hats'], change: ['later light'] });
    expect(told.data['negative']).toMatchObject({ form: 'argument', argument: 'negative_prompt', text: 'hats' });
    const evening = { prompt: fox.replace('at dawn', 'in the evening'), negative_prompt: 'hats', ...cheap };
    expect((await gateway.call(imageTool, evening)).data).toMatchObject({ status: 'done' });
    expect(await recorded(bench)).toContain('vague-prompt/returning-unwanted note');
  });

  proves(['C4'], 'a failure that nobody billed costs nothing, a rejected take is spent', usual, async (bench) => {
    const gateway = await bench.start();
    const failed = await gateway.call(imageTool, { prompt: promptOf(3), model: 'qwen-image', fault: 'fail-unbilled' });
    const made = await gateway.call(imageTool, { prompt: promptOf(4), model: 'qwen-image' });
    await judge(gateway, made, 'reject');
    expect(failed.isError).toBe(true);
    const { takes } = await bench.ledger();
    expect(takes.map(({ state, paid }) => [state, paid])).toEqual([
      ['posted', 20_000_000],
      ['released', 0],
    ]);
  });
});
