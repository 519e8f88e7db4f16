import { describe, expect, it } from 'vitest';
import { freeLevers, type LeverFacts } from '../../../src/gate/flow/free-levers.js';
import type { ToolView } from '../../../src/gate/lens.js';
import type { Kind } from '../../../src/model/kind.js';
import { profileSchema } from '../../../src/model/profile.js';
import { usualQuality } from '../../../src/model/quality.js';
import { openBench, pictureTool } from '../../fixtures/gate-bench.js';
import { placedIn, priceOf, requestOf, unknownPrice } from '../../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../../fixtures/takes.js';

const toolOf = (kind: Kind, credits: number): ToolView => ({
  ...{ server: 'studio', name: kind, exposed: `studio_${kind}`, schema: {} },
  profile: profileSchema.parse({ paid: true, kind, price: { unit: 'call', credits, source: 'list' } }),
});

async function levers(facts: Partial<LeverFacts>, tools: readonly ToolView[] = [pictureTool()]) {
  const { desk } = await openBench({ tools });
  return freeLevers(desk, {
    ...{ request: requestOf(), placement: placedIn(itemOf()), quality: usualQuality, takes: [], cheaper: [] },
    ...{ quote: priceOf(120), isStill: false },
    ...facts,
  });
}

const draft = { model: 'draft', tier: 'budget', amount: 5_000_000, call: { tool: 't', arguments: {} } } as const;
const fine = { ...draft, model: 'fine', tier: 'standard', amount: 50_000_000 } as const;
const best = requestOf({ tier: 'premium', model: 'best' });

describe('the four questions', () => {
  it('say whether the quality is needed for phase and purpose, and what is enough', async () => {
    expect(await levers({ request: best, cheaper: [draft, fine] })).toMatchObject({
      ...{ quality: false, highest: 'budget', final: false },
      instead: [{ needed: 'quality', tool: 'studio_generate_image', model: 'draft', amount: 5_000_000 }],
    });
    const hero = placedIn(itemOf({ phase: 'hero', purpose: 'print' }));
    expect(await levers({ request: best, placement: hero, cheaper: [draft, fine] })).toMatchObject({
      ...{ quality: true, highest: 'premium', final: true, instead: [] },
    });
  });

  it('say whether a still would do before a film', async () => {
    const request = requestOf({ kind: 'video', exposed: 'studio_video' });
    const tools = [pictureTool(), toolOf('video', 300)];
    const quote = priceOf(300);
    expect(await levers({ request, quote }, tools)).toMatchObject({
      video: false,
      instead: [{ needed: 'still', tool: 'studio_generate_image', model: 'draft', amount: 5_000_000 }],
    });
    const approved = [takeOf({ feedback: feedbackOf('approve') })];
    expect(await levers({ request, quote, takes: approved }, tools)).toMatchObject({ video: true, instead: [] });
    expect((await levers({ request, quote, takes: approved, isStill: true }, tools)).video).toBe(false);
    expect((await levers({})).video).toBeUndefined();
  });

  it('say what could be edited, where a person wants a part of it changed and a tool does that for less', async () => {
    const takes = [takeOf({ feedback: { ...feedbackOf('refine'), change: ['brighter sky'] } })];
    const edits = [pictureTool(), toolOf('edit', 12)];
    expect(await levers({ takes }, edits)).toMatchObject({
      edit: 't_1',
      instead: [{ needed: 'change', tool: 'studio_edit', amount: 12_000_000, take: 't_1' }],
    });
    expect(await levers({ takes })).toMatchObject({ edit: undefined, instead: [] });
    expect(await levers({ takes, quote: priceOf(10) }, edits)).toMatchObject({ edit: undefined, instead: [] });
    expect(await levers({ takes: [takeOf({ feedback: feedbackOf('refine') })] }, edits)).toMatchObject({ instead: [] });
    expect(await levers({ takes, request: requestOf({ kind: 'inpaint' }) }, edits)).toMatchObject({ edit: undefined });
  });
});

describe('what may be used instead', () => {
  it('is another tool of the kind that costs less, while the shot is looked for', async () => {
    const request = requestOf({ kind: 'music', exposed: 'dear_music' });
    const tools = [toolOf('music', 8), { ...toolOf('music', 48), exposed: 'dear_music' }];
    expect((await levers({ request, quote: priceOf(48) }, tools)).instead).toEqual([
      { needed: 'idea', tool: 'studio_music', model: undefined, amount: 8_000_000, take: undefined },
    ]);
    const hero = placedIn(itemOf({ phase: 'hero' }));
    expect((await levers({ request, quote: priceOf(48), placement: hero }, tools)).instead).toEqual([]);
  });

  it('is a reframe where only the format differs from what is there', async () => {
    const request = requestOf({ aspect: '16:9' });
    const tools = [pictureTool(), toolOf('reframe', 15)];
    expect((await levers({ request, takes: [takeOf()] }, tools)).instead).toMatchObject([
      { needed: 'aspect', tool: 'studio_reframe', take: 't_1' },
    ]);
    const rejected = [takeOf({ feedback: feedbackOf('reject') })];
    expect((await levers({ request, takes: rejected }, tools)).instead).toEqual([]);
    expect((await levers({ takes: [takeOf()] }, tools)).instead).toEqual([]);
  });

  it('is nothing while nobody knows what the call costs', async () => {
    expect((await levers({ request: best, cheaper: [draft], quote: unknownPrice })).instead).toEqual([]);
  });
});
