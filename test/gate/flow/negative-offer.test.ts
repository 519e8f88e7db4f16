import { describe, expect, it } from 'vitest';
import { negativeOffer } from '../../../src/gate/flow/negative-offer.js';
import type { ProfileInput } from '../../../src/model/profile.js';
import { openBench, pictureTool } from '../../fixtures/gate-bench.js';
import { feedbackOf, takeOf } from '../../fixtures/takes.js';

const before = takeOf({ id: 't_0', shot: 'hare', feedback: { ...feedbackOf('refine'), remove: ['hats', 'blorp'] } });
const take = takeOf({ arguments: { prompt: 'a red fox', model: 'fine' } });

async function offered(profile: Partial<ProfileInput>, remove = ['hat']) {
  const { desk } = await openBench({ tools: [pictureTool(profile)] });
  return negativeOffer(desk, take, remove, [before, take]);
}

describe('what was wanted gone and came back', () => {
  it('is offered as the tool’s own argument, ready to send and priced', async () => {
    const args = { prompt: 'prompt', model: 'model', negativePrompt: 'avoid', inputs: [] };
    expect(await offered({ arguments: args })).toMatchObject({
      things: ['hat'],
      form: 'argument',
      argument: 'avoid',
      text: 'hat',
      call: {
        tool: 'studio_generate_image',
        arguments: { prompt: 'a red fox', model: 'fine', avoid: 'hat' },
        amount: 50_000_000,
      },
    });
  });

  it('is offered as the tool’s suffix', async () => {
    expect(await offered({ negativeSuffix: '--no ' })).toMatchObject({
      form: 'suffix',
      text: 'a red fox --no hat',
      call: { arguments: { prompt: 'a red fox --no hat', model: 'fine' } },
    });
  });

  it('is put in the positive where the tool takes none, as far as words are known', async () => {
    expect(await offered({}, ['the hat', 'blorp'])).toEqual({
      things: ['the hat', 'blorp'],
      form: 'reword',
      instead: [{ thing: 'the hat', positive: 'bare-headed' }],
    });
  });

  it('is nothing when it is named for the first time', async () => {
    expect(await offered({ negativeSuffix: '--no ' }, ['scarf'])).toBeUndefined();
  });
});
