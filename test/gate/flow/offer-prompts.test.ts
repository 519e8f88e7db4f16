import { describe, expect, it } from 'vitest';
import { giveFeedback } from '../../../src/gate/flow/give-feedback.js';
import { offerPrompts, spaced } from '../../../src/gate/flow/offer-prompts.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import type { Hints } from '../../../src/model/request.js';
import type { LibraryPrompt } from '../../../src/model/library-prompt.js';
import { openBench, type BenchOptions, type GateBench } from '../../fixtures/gate-bench.js';

const sought = { for: 'fox/explore', kind: 'image', text: 'a red fox runs through snow' } as const;
const mug: LibraryPrompt = { title: 'Mug', kind: 'image', words: ['shop'], prompt: 'A red ceramic mug' };

async function made(bench: GateBench, prompt: string, hints: Hints, verdict = 'approve'): Promise<string> {
  await bench.run(prompt, {}, { phase: 'explore', ...hints });
  bench.pass(1);
  const [take] = await bench.store.takes({ project: bench.caller.project, limit: 1 });
  const body = feedbackSchema.parse({ verdict });
  await giveFeedback(bench.desk, { take: take?.id ?? '', body, strength: 'client' });
  return take?.id ?? '';
}

const open = (options: BenchOptions = {}) => openBench({ policy: { mode: 'shadow' }, ...options });

describe('what is offered to copy and adapt', () => {
  it('is a prompt that was approved at once for something alike', async () => {
    const bench = await open();
    const take = await made(bench, 'a red fox in deep snow at dusk', { shot: 'cover' });
    await made(bench, 'a ceramic mug', { shot: 'mug' });
    expect(await offerPrompts(bench.desk, [sought], [])).toEqual([
      {
        ...{ for: 'fox/explore', from: 'proven', title: 'poster, cover/explore' },
        ...{ prompt: 'a red fox in deep snow at dusk', take, model: 'draft' },
      },
    ]);
  });

  it.each<[string, (bench: GateBench) => Promise<unknown>]>([
    ['was rejected', (bench) => made(bench, 'a red fox in deep snow', { shot: 'a' }, 'reject')],
    [
      'took a second attempt',
      async (bench) => {
        await made(bench, 'an old windmill', { shot: 'a' }, 'reject');
        await made(bench, 'a red fox in deep snow', { shot: 'a' });
      },
    ],
    ['is the prompt already', (bench) => made(bench, sought.text, { shot: 'a' })],
  ])('is nothing that %s', async (_, work) => {
    const bench = await open();
    await work(bench);
    expect(await offerPrompts(bench.desk, [sought], [])).toEqual([]);
  });

  it('is of the same kind, and of the same person', async () => {
    const bench = await open();
    await made(bench, 'a red fox in deep snow at dusk', { shot: 'cover' });
    expect(await offerPrompts(bench.desk, [{ ...sought, kind: 'video' }], [])).toEqual([]);
    const desk = { ...bench.desk, caller: { ...bench.caller, project: 'other' } };
    expect(await offerPrompts(desk, [sought], [])).toHaveLength(1);
    const stranger = { ...bench.desk, caller: { ...bench.caller, principal: 'bob' } };
    expect(await offerPrompts(stranger, [sought], [])).toEqual([]);
  });

  it('is a library’s prompt where too little was proven, three at most, none twice', async () => {
    const bench = await open();
    await made(bench, 'a red fox in deep snow at dusk', { shot: 'cover' });
    const same = { ...mug, prompt: 'at dusk, a red fox in deep snow' };
    const foxes = ['den', 'hill', 'brook', 'road'].map((place) => ({
      ...mug,
      title: place,
      prompt: `A red fox, ${place}`,
    }));
    const offers = await offerPrompts(
      bench.desk,
      [sought, { for: 'mug/hero', text: 'red mug' }],
      [[same, ...foxes], [mug]],
    );
    expect(offers.map(({ from }) => from)).toEqual(['proven', 'library', 'library']);
    expect(offers.map(({ prompt }) => prompt)).not.toContain(same.prompt);
    expect(await offerPrompts(bench.desk, [{ for: 'brief', text: 'a mug for the shop' }], [[], [mug]])).toMatchObject([
      { for: 'brief', from: 'library', title: 'Mug', prompt: 'A red ceramic mug' },
    ]);
  });
});

it('a shot’s name is read as words', () => {
  expect(spaced('red-mug_front.2')).toBe('red mug front 2');
});
