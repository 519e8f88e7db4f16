import { describe, expect, it } from 'vitest';
import { offersOf } from '../../src/gate/offers.js';
import type { Context } from '../../src/model/context.js';
import type { Feedback } from '../../src/model/feedback.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Take } from '../../src/model/take.js';
import { editFirst } from '../../src/rules/edit-first.js';
import { shapeOf } from '../../src/rules/parts/earlier-takes.js';
import { check as judge } from '../../src/gate/judge.js';
import { editTool, editTools } from '../fixtures/edit-tools.js';
import { openBench, pictureTool, type GateBench } from '../fixtures/gate-bench.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

const { prompt } = requestOf();
const asset = { id: 'a1', path: '/out/fox.png', mimeType: 'image/png', bytes: 1 };
const square = shapeOf(requestOf({ width: 1024, height: 1024 }));
const said = (words: Partial<Feedback>): Take['feedback'] => ({ ...feedbackOf('refine'), ...words });
const take = (changes: Partial<Take> = {}): Take => takeOf({ assets: [asset], shape: square, ...changes });
const wished = (words: Partial<Feedback>): Take => take({ feedback: said(words) });
const offers = offersOf(editTools);

const check = (one: Take, request: Partial<GenerationRequest> = {}, context: Partial<Context> = {}) =>
  editFirst.check(requestOf(request), contextOf({ takes: [one], offers, ...context }));
const wide: Partial<GenerationRequest> = { width: 1344, height: 768 };

describe('the rule on edits', () => {
  it('has the reframe of what is liked ready, where only the shape differs', () => {
    expect(check(take({ feedback: feedbackOf('approve') }), wide)).toEqual({
      rule: 'edit-first',
      code: 'other-shape',
      facts: {
        ...{ take: 't_1', shot: 'fox', tool: 'studio_reframe', kind: 'reframe', wish: undefined },
        ...{ amount: 3_000_000, asked: 5_000_000, saving: 2_000_000 },
      },
      instead: [
        {
          tool: 'studio_reframe',
          arguments: { ratio: '16:9', image: '/out/fox.png', greenlight: { shot: 'fox', phase: 'explore' } },
          amount: 3_000_000,
        },
      ],
    });
  });

  it.each<[string, Partial<Feedback>, string, string, string, string?]>([
    [
      'a part',
      { change: ['the sign at the left'], keep: ['the rest'] },
      'one-part',
      'studio_inpaint',
      'the sign at the left; keep the rest',
    ],
    ['a thing that goes', { remove: ['the hat'] }, 'remove-or-recolour', 'studio_edit', 'remove the hat', ', no hat'],
    [
      'a colour',
      { change: ['make the scarf blue'], keep: ['pose', 'light'] },
      'remove-or-recolour',
      'studio_edit',
      'make the scarf blue: blue scarf; keep pose, light',
      ', blue scarf',
    ],
    ['more canvas', { change: ['more room on the left'] }, 'more-canvas', 'studio_outpaint', 'more room on the left'],
  ])('has the edit of %s ready, where the person wants nothing else', (_, words, code, tool, text, added = '') => {
    const found = check(wished(words), { prompt: `${prompt}${added}` });
    expect(found).toMatchObject({ code, facts: { tool } });
    const args = { prompt: text, image: '/out/fox.png', greenlight: { shot: 'fox', phase: 'explore' } };
    expect(found?.instead?.map((call) => call.arguments)).toEqual([args]);
  });

  it('says what becomes of the part, where the new prompt tells', () => {
    const found = check(wished({ change: ['the fox on the right'], keep: ['snow'] }), {
      prompt: prompt.replace('fox', 'hare'),
    });
    expect(found?.instead?.[0]?.arguments['prompt']).toBe(
      'the fox on the right: A red hare in fresh snow at dawn; keep snow',
    );
  });

  it('reframes a tight picture where nothing extends it, into the shape that is asked for', () => {
    const reframe = offersOf(editTools.filter(({ name }) => name === 'reframe'));
    const tight = wished({ change: ['wider'] });
    expect(check(tight, wide, { offers: reframe })?.facts).toMatchObject({ tool: 'studio_reframe' });
    expect(check(tight, {}, { offers: reframe })).toBeUndefined();
  });

  it('takes the cheapest of the best kind, at most as dear as the new picture', () => {
    const two = offersOf([
      editTool('dear', { price: { credits: 6 } }),
      editTool('same', { price: { credits: 5 } }),
      ...editTools,
    ]);
    const gone = wished({ remove: ['the hat'] });
    expect(check(gone, {}, { offers: two })?.facts['tool']).toBe('studio_edit');
    const inpaint = offersOf([editTool('dear', { price: { credits: 6 } }), editTool('inpaint', { kind: 'inpaint' })]);
    expect(check(gone, {}, { offers: inpaint })?.facts['tool']).toBe('studio_inpaint');
    const dear = offersOf([editTool('same', { price: { credits: 5 } })]);
    expect(check(gone, {}, { offers: dear })?.facts).toMatchObject({ amount: 5_000_000, saving: 0 });
  });

  it('prices the edit of outputs that are kept elsewhere, without a call to copy', () => {
    const found = check({ ...wished({ remove: ['the hat'] }), assets: [] });
    expect(found).toMatchObject({ code: 'remove-or-recolour', instead: [] });
  });

  it('names the shot only where the plan knows it, and nothing to a tool that is free', () => {
    const gone = wished({ remove: ['the hat'] });
    const hints = (context: Partial<Context>) => check(gone, {}, context)?.instead?.[0]?.arguments['greenlight'];
    expect(hints({ plan: planOf(itemOf()) })).toEqual({ shot: 'fox', phase: 'explore' });
    expect(hints({ plan: planOf(itemOf({ shot: 'hare' })) })).toBeUndefined();
    expect(hints({ offers: offersOf([editTool('edit', { paid: false, price: undefined })]) })).toBeUndefined();
  });

  it('offers what is too dear for the quick lane only where the plan has it', () => {
    const policy = policyOf({ quickLane: { perCall: 2_000_000, perDay: 100_000_000 } });
    const gone = wished({ remove: ['the hat'] });
    expect(check(gone, {}, { policy })).toBeUndefined();
    expect(check(gone, {}, { policy, plan: planOf(itemOf({ kind: 'edit' })) })?.code).toBe('remove-or-recolour');
  });

  const gone = wished({ remove: ['the hat'] });
  it.each<[string, Take, Partial<GenerationRequest>, Partial<Context>]>([
    ['an edit', gone, { kind: 'edit', inputs: ['/out/fox.png'] }, {}],
    ['a picture made from another', gone, { inputs: ['/out/fox.png'] }, {}],
    ['a film', gone, { kind: 'video' }, {}],
    [
      'a prompt that changed in several ways',
      gone,
      { prompt: 'A red fox in deep grass at noon, low sun from the right, seen from below, oil' },
      {},
    ],
    ['another prompt', gone, { prompt: 'A lighthouse in a storm' }, {}],
    ['a shot of its own', { ...gone, shot: 'hare' }, {}, {}],
    ['a later phase', { ...gone, phase: 'explore' }, {}, { placement: placedIn(itemOf({ phase: 'hero' })) }],
    ['a better model', gone, { tier: 'premium' }, {}],
    ['several at once', gone, { count: 4 }, {}],
    ['a planned batch', gone, {}, { placement: placedIn(itemOf({ count: 4 })) }],
    ['an unknown price', gone, {}, { quote: unknownPrice }],
    ['a price below that of an edit', gone, {}, { quote: priceOf(2) }],
    ['a take that waits for a word', take(), wide, {}],
    ['a take that was rejected', take({ feedback: feedbackOf('reject') }), wide, {}],
    ['a wish for another one', take({ feedback: feedbackOf('another') }), wide, {}],
    ['a larger picture in another shape', take({ feedback: feedbackOf('approve') }), { width: 2048, height: 1152 }, {}],
    [
      'another shape and another prompt',
      take({ feedback: feedbackOf('approve') }),
      { ...wide, prompt: `${prompt}, oil` },
      {},
    ],
    [
      'a shape that no tool makes',
      take({ feedback: feedbackOf('approve') }),
      { width: 1000, height: 800 },
      { offers: offers.filter(({ kind }) => kind === 'reframe') },
    ],
    ['a part without a word on the rest', wished({ change: ['the sign at the left'] }), {}, {}],
    ['two wishes', wished({ change: ['the sign at the left'], remove: ['hat'], keep: ['sky'] }), {}, {}],
    ['a wish about all of it', wished({ change: ['more dramatic'], keep: ['sky'] }), {}, {}],
    ['a wish to be rid of a look', wished({ remove: ['the blur'] }), {}, {}],
    [
      'a wish that nothing connected fulfils',
      gone,
      {},
      { offers: offersOf([editTool('cut', { kind: 'background-removal' })]) },
    ],
    ['a session without other tools', gone, {}, { offers: [] }],
    ['a failed take', { ...gone, outcome: 'failed-billed' }, {}, {}],
  ])('has nothing to say of %s', (_, one, request, context) => {
    expect(check(one, request, context)).toBeUndefined();
  });
});

describe('a session in which one thing should go', () => {
  const hatted = `${prompt}, wearing a hat`;
  const fine = { model: 'fine' };

  async function refined(): Promise<GateBench> {
    const policy = { quickLane: { perCall: 60_000_000, perDay: 200_000_000 } };
    const keep: GateBench['ports']['keep'] = async (_take, result) => ({ assets: [asset], result });
    const bench = await openBench({ policy, tools: [pictureTool(), ...editTools], ports: { keep } });
    const made = await bench.run(hatted, fine);
    const id = made.kind === 'done' ? made.take.id : '';
    await bench.store.saveFeedback(id, { ...feedbackOf('refine', 'client', id), remove: ['the hat'] });
    return bench;
  }

  const codes = (answer: Awaited<ReturnType<typeof judge>>): readonly string[] =>
    answer.kind === 'refused' ? answer.verdict.findings.map(({ rule, code }) => `${rule}/${code}`) : [];

  it('is held once, and the edit that was made ready passes as it is', async () => {
    const bench = await refined();
    const held = await judge(bench.ports, bench.call(prompt, fine));
    expect(codes(held)).toEqual(['edit-first/remove-or-recolour', 'tier-for-phase/above-phase-cheap']);
    const [ready] = held.kind === 'refused' ? (held.verdict.findings[0]?.instead ?? []) : [];
    const { greenlight, ...args } = ready?.arguments ?? {};
    const [tool = pictureTool()] = editTools.filter(({ exposed }) => exposed === ready?.tool);
    const edited = await judge(bench.ports, {
      ...bench.call(prompt),
      tool,
      arguments: args,
      hints: greenlight as object,
    });
    expect(edited).toMatchObject({
      kind: 'allow',
      ticket: { take: { kind: 'edit', held: 3_000_000, shot: 'quick-1' } },
    });
  });

  it('goes on with a new picture after a line on why', async () => {
    const bench = await refined();
    await judge(bench.ports, bench.call(prompt, fine));
    const because = 'the head is too small without it';
    const answered = await judge(bench.ports, bench.call(prompt, fine, { because }));
    expect(answered).toMatchObject({ kind: 'allow', ticket: { take: { because } } });
  });
});
