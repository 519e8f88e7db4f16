import { describe, expect } from 'vitest';
import { brief, imageTool, promptOf, step, type BenchOptions } from './harness.js';
import { judge, outputOf, proves, recorded, usual, yes } from './parts/principle.js';

const fox = 'a red fox in fresh snow at dawn, low sun from the left, seen from above, wide shot, watercolour';
const at = (shot: string, phase: string): object => ({ greenlight: { shot, phase } });
const draft = { prompt: fox, model: 'qwen-image', ...at('fox', 'explore') };
const film = 'the fox leaps over a frozen brook, the camera follows it slowly from the left at dawn, watercolour';
/** Wide lanes, for what is not about plans. */
const open: BenchOptions = {
  config: {
    ...usual.config,
    quickLane: { perCall: 5000, perDay: 50_000 },
    ask: { above: 5000, every: 50_000, personAbove: 5000 },
  },
};

describe('control of iteration', () => {
  proves(['C1'], 'one version is made, and the next one waits for a word on it', open, async (bench) => {
    const gateway = await bench.start();
    const take = await gateway.call(imageTool, { ...draft, count: 4 });
    expect(take.data).toMatchObject({ status: 'done', paid: 20 });
    const next = { ...draft, prompt: 'a grey heron on a stone at noon, seen from the bank, ink drawing' };
    expect((await gateway.call(imageTool, next)).isError).toBe(true);
    const words = { keep: ['the pose'], change: ['a heron instead'], remove: ['snow'] };
    await judge(gateway, take, 'refine', words);
    expect((await bench.ledger()).takes[0]?.feedback).toMatchObject({ verdict: 'refine', ...words });
    expect((await gateway.call(imageTool, next)).data).toMatchObject({ status: 'done' });
  });

  proves(['C2'], 'several versions are for a refined prompt that the plan makes a batch of', open, async (bench) => {
    const gateway = await bench.start(yes);
    await brief(gateway);
    const explore = step('fox', fox, { model: 'qwen-image' });
    const select = step('fox', fox, { phase: 'select', count: 4, purpose: 'web' });
    await gateway.call('plan', { steps: [explore, { ...select, count: 1 }] });
    const first = await gateway.call(imageTool, draft);
    await judge(gateway, first, 'approve');
    const chosen = { prompt: `${fox}, with a frozen brook behind`, model: 'sdxl', ...at('fox', 'select') };
    const single = await gateway.call(imageTool, { ...chosen, count: 4 });
    expect(single.data).toMatchObject({ status: 'done', paid: 40 });
    await judge(gateway, single, 'refine', { change: ['more mist over the brook'] });
    await gateway.call('plan', { steps: [explore, select] });
    const misty = { ...chosen, prompt: `${chosen.prompt} under mist` };
    expect((await gateway.call(imageTool, { ...misty, count: 4 })).data).toMatchObject({ paid: 160 });
    expect(await recorded(bench)).toEqual(
      expect.arrayContaining(['batch/single-in-select note', 'one-version/more-than-one fix']),
    );
  });

  proves(['E8'], 'the same request with its seed is answered from store', open, async (bench) => {
    const gateway = await bench.start();
    const first = await gateway.call(imageTool, { ...draft, seed: 7 });
    const again = await gateway.call(imageTool, { ...draft, seed: 7 });
    expect(again.data['take']).toBe(first.data['take']);
    expect(bench.journal()).toHaveLength(1);
  });
});

describe('phase, tier and model', () => {
  const steps = [
    step('fox', fox, { model: 'qwen-image', purpose: 'portfolio' }),
    step('fox', fox, { phase: 'hero', model: 'flux-2-pro', purpose: 'portfolio' }),
    step('memo', promptOf(5), { phase: 'hero', model: 'flux-2-pro', purpose: 'internal-review' }),
  ];

  proves(['D1', 'D2', 'D3', 'E5'], 'follow phase and purpose, in plans and calls', open, async (bench) => {
    const gateway = await bench.start(yes);
    await brief(gateway);
    const planned = await gateway.call('plan', { steps });
    expect(planned.data['advice']).toMatchObject([{ item: 'memo/hero', highest: 'budget', model: 'qwen-image' }]);
    const hero = { prompt: fox, model: 'flux-2-pro', ...at('fox', 'hero') };
    expect((await gateway.call(imageTool, hero)).isError).toBe(true);
    const alone = await bench.start();
    const early = await alone.call(imageTool, { ...draft, model: 'flux-2-pro' });
    expect(early.isError).toBe(true);
    expect(early.text).toContain('qwen-image');
    const take = await gateway.call(imageTool, draft);
    const enlarged = await gateway.call('studio_upscale_image', { image: outputOf(take), ...at('fox', 'finish') });
    expect(enlarged.isError).toBe(true);
    await judge(gateway, take, 'approve');
    expect((await gateway.call(imageTool, hero)).data).toMatchObject({ status: 'done', paid: 120 });
    const said = await recorded(bench);
    expect(said).toContain('plan-first/phase-ahead block');
    expect(said).toContain('finish-winner-only/not-approved block');
  });

  proves(['D4'], 'a much cheaper model of the same tier is named', open, async (bench) => {
    const gateway = await bench.start();
    const tool = 'studio_image_to_video';
    await gateway.call(tool, { prompt: film, image: 'a.png', model: 'seedance-fast', ...at('leap', 'select') });
    expect(await recorded(bench)).toContain('cheaper-model/simpler note');
  });

  proves(['D5', 'D6', 'E7'], 'drafts are made short and small', open, async (bench) => {
    const gateway = await bench.start();
    const large = await gateway.call(imageTool, { ...draft, width: 2048, height: 2048 });
    expect(large.data).toMatchObject({ status: 'done', paid: 20 });
    expect((await bench.ledger()).takes[0]?.arguments).toMatchObject({ width: 1024, height: 1024 });
    await judge(gateway, large, 'approve');
    const clip = { prompt: film, image: outputOf(large), model: 'wan-2.5-fast', seconds: 10, ...at('fox', 'explore') };
    expect((await gateway.call('studio_image_to_video', clip)).data).toMatchObject({ status: 'done', paid: 60 });
    expect(await recorded(bench)).toEqual(
      expect.arrayContaining(['draft-low/large-draft fix', 'draft-low/long-draft fix']),
    );
    await brief(gateway);
    const wide = { arguments: { width: 1536, height: 1536 }, model: 'qwen-image', purpose: 'social' };
    const planned = await gateway.call('plan', { steps: [step('post', fox, wide)] });
    expect(planned.data['advice']).toMatchObject([{ item: 'post/explore', size: { width: 768 }, credits: 20 }]);
  });

  proves(['D9'], 'drafts of voices and background music are made cheaply', open, async (bench) => {
    const gateway = await bench.start();
    const text = 'Welcome aboard, calm female voice, slow and warm, slight smile';
    const voice = { text, model: 'speech-hd', ...at('welcome', 'explore') };
    expect((await gateway.call('studio_text_to_speech', voice)).data).toMatchObject({ status: 'done', paid: 40 });
    expect(await recorded(bench)).toContain('tier-for-phase/above-phase-cheap note');
    await brief(gateway);
    const background = { tool: 'studio_text_to_speech', purpose: 'background', model: 'speech-hd', phase: 'hero' };
    const planned = await gateway.call('plan', { steps: [step('mood', text, background)] });
    expect(planned.data['advice']).toMatchObject([{ highest: 'budget', model: 'speech-turbo', credits: 8 }]);
  });
});

describe('what is not needed', () => {
  proves(['E1', 'E2'], 'films are made from approved stills, and without sound', open, async (bench) => {
    const gateway = await bench.start();
    const clip = { prompt: film, model: 'wan-2.5-fast', audio: true, seconds: 4, ...at('fox', 'explore') };
    expect((await gateway.call('studio_image_to_video', clip)).isError).toBe(true);
    const still = await gateway.call(imageTool, draft);
    await judge(gateway, still, 'approve');
    const made = await gateway.call('studio_image_to_video', { ...clip, image: outputOf(still) });
    expect(made.data).toMatchObject({ status: 'done', paid: 60 });
    expect(await recorded(bench)).toEqual(
      expect.arrayContaining(['stills-first/no-still nudge', 'silent-video/audio-on fix']),
    );
  });

  proves(['E3', 'E4'], 'another shape is reframed, one part edited', open, async (bench) => {
    const gateway = await bench.start();
    const square = { ...draft, width: 768, height: 768 };
    const first = await gateway.call(imageTool, square);
    await judge(gateway, first, 'refine', { keep: ['everything'] });
    const wide = await gateway.call(imageTool, { ...square, width: 1024, height: 576 });
    expect(wide).toMatchObject({ isError: true, data: { instead: [{ tool: 'studio_reframe_image' }] } });
    const [call] = wide.data['instead'] as { tool: string; arguments: object }[];
    const reframed = await gateway.call(call?.tool ?? '', call?.arguments);
    expect(reframed.data).toMatchObject({ status: 'done', paid: 15 });
    const harbour = 'a harbour town at dusk, lamps in the windows, seen from the sea, gouache, quiet water';
    const town = { prompt: harbour, model: 'sdxl', ...at('town', 'explore') };
    const made = await gateway.call(imageTool, town);
    await judge(gateway, made, 'refine', { keep: ['the light'], remove: ['the lamps'] });
    const again = { ...town, prompt: harbour.replace('lamps in the windows', 'dark windows') };
    const anew = await gateway.call(imageTool, again);
    expect(anew).toMatchObject({ isError: true, data: { instead: [{ tool: 'studio_edit_image' }] } });
    expect((await recorded(bench)).filter((said) => said.startsWith('edit-first'))).toEqual([
      'edit-first/other-shape nudge',
      'edit-first/remove-or-recolour nudge',
    ]);
  });

  proves(['E6'], 'what is done to an enlarged picture comes too late', open, async (bench) => {
    const gateway = await bench.start(yes);
    const still = await gateway.call(imageTool, draft);
    await judge(gateway, still, 'approve');
    await brief(gateway);
    const finish = { phase: 'finish', tool: 'studio_upscale_image', model: undefined, purpose: 'print' };
    await gateway.call('plan', { steps: [step('fox', '', finish)] });
    const enlarged = await gateway.call('studio_upscale_image', { image: outputOf(still), ...at('fox', 'finish') });
    expect(enlarged.data).toMatchObject({ status: 'done', paid: 1000 });
    await judge(gateway, enlarged, 'approve');
    const cut = await gateway.call('studio_remove_background', { image: outputOf(enlarged), ...at('fox', 'finish') });
    expect(cut.data).toMatchObject({ status: 'done' });
    expect(await recorded(bench)).toContain('plan-order/cut-out-late note');
  });
});

describe('four for the price of one', () => {
  const price = { unit: 'call', credits: 48, outputsPerCall: 4 };
  const map = { prompt: 'prompt', count: 'variations' };
  const grid = { generate_music: { paid: true, kind: 'music', arguments: map, price } };

  proves(['C3'], 'is not cut down', { ...open, tools: grid }, async (bench) => {
    const gateway = await bench.start();
    const prompt = 'slow piano and strings in a minor key, 70 bpm, for a winter morning';
    await gateway.call('studio_generate_music', { prompt, variations: 4 });
    expect((await bench.ledger()).takes).toMatchObject([{ count: 4 }]);
    expect((await recorded(bench)).filter((said) => said.startsWith('one-version'))).toEqual([]);
  });
});

describe('a prompt of several combinations', () => {
  const map = { prompt: 'prompt', model: 'model' };
  const price = { unit: 'output', models: { 'qwen-image': { credits: 20, tier: 'budget' } } };
  const permuting = { text_to_image: { paid: true, kind: 'image', arguments: map, price, permutations: true } };

  proves(['B6'], 'is priced and counted as what it makes', { ...open, tools: permuting }, async (bench) => {
    const gateway = await bench.start();
    const prompt = fox.replace('red fox', '{red, white, grey} fox');
    const args = { prompt, model: 'qwen-image' };
    expect((await gateway.call('estimate', { tool: imageTool, arguments: args })).data).toMatchObject({
      quote: { credits: 60 },
    });
    const asked = await gateway.call(imageTool, args);
    expect(asked).toMatchObject({ isError: true, data: { price: 60 } });
    expect(bench.journal()).toEqual([]);
    await brief(gateway);
    const planned = await gateway.call('plan', { steps: [step('fox', prompt, { model: 'qwen-image' })] });
    expect(planned.data).toMatchObject({ total: 60 });
  });
});

describe('what is not urgent', () => {
  const map = { prompt: 'prompt', model: 'model' };
  const models = { 'qwen-image': { credits: 20, tier: 'budget', lane: 'open' }, sdxl: { credits: 40 } };
  const price = { unit: 'output', models };
  const laned = { text_to_image: { paid: true, kind: 'image', arguments: map, price } };

  proves(
    ['D8'],
    'is pointed to a cheaper lane, and what is urgent is not',
    { ...open, tools: laned },
    async (bench) => {
      const gateway = await bench.start(yes);
      const made = await gateway.call(imageTool, { ...draft, model: 'sdxl' });
      expect(made.text).toContain(
        '[cheaper-lane/not-urgent] `studio_text_to_image` (qwen-image) does this in its open lane',
      );
      await brief(gateway);
      const hare = 'a brown hare in tall grass at noon, hard light from above, close up, oil on wood';
      await gateway.call('plan', { steps: [step('hare', hare, { urgent: true, due: '2026-12-01' })] });
      const soon = await gateway.call(imageTool, { prompt: hare, model: 'sdxl', ...at('hare', 'explore') });
      expect(soon.data).toMatchObject({ status: 'done', paid: 40 });
      const said = (await recorded(bench)).filter((finding) => finding.startsWith('cheaper-lane'));
      expect(said).toEqual(['cheaper-lane/not-urgent note']);
    },
  );
});
