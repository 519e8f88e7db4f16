import { describe, expect, it } from 'vitest';
import { openTexts } from '../../../src/feedback/texts.js';
import { specificity } from '../../../src/prompt/specificity.js';
import { briefBody } from '../../fixtures/brief.js';
import { startAt } from '../../fixtures/gate-bench.js';
import { openOwnTools } from '../../fixtures/own-tools.js';
import { vagueShort } from '../../prompt/fixtures/short-prompts.js';

const call = (args: object, tool = 'studio_generate_image') => ({
  tool,
  arguments: { prompt: 'a red fox in snow at dawn', ...args },
});

describe('the estimate tool', () => {
  it('says what a call would cost and that it would pass', async () => {
    const bench = await openOwnTools();
    const { text, structured } = await bench.use('estimate', call({}));
    expect(text).toContain('studio_generate_image would cost 5 credits (exact, price list)');
    expect(text).toContain('It would pass.');
    expect(structured).toMatchObject({ outcome: 'allow', quote: { credits: 5, upper: 5 }, findings: [], cheaper: [] });
  });

  it('takes the very call that would be made, hints included; what is said beside it wins', async () => {
    const bench = await openOwnTools();
    const hinted = call({ greenlight: { shot: 'cover', phase: 'hero' } });
    expect((await bench.use('estimate', hinted)).structured).toMatchObject({ shot: 'cover', phase: 'hero' });
    expect((await bench.use('estimate', { ...hinted, shot: 'back' })).structured).toMatchObject({ shot: 'back' });
  });

  it('says what stands against it and what would be cheaper', async () => {
    const bench = await openOwnTools();
    const { text, structured } = await bench.use('estimate', call({ model: 'best' }));
    expect(text).toContain('Cheaper: draft (budget) 5.');
    expect(text).toContain('It would be refused.');
    expect(text).toContain('- [plan-first/no-brief]');
    expect(structured).toMatchObject({
      outcome: 'block',
      cheaper: [
        { model: 'draft', tier: 'budget', credits: 5 },
        { model: 'fine', tier: 'standard', credits: 50 },
      ],
    });
  });

  it('answers the four questions from the ledger, and says what the rest costs and the cheapest way', async () => {
    const bench = await openOwnTools();
    const plain = await bench.use('estimate', call({}));
    expect(plain.text).toContain('Quality needed: yes. Edit instead: nothing to edit. Final version: no.');
    expect(plain.text).not.toMatch(/Needed |Cheapest way|rest of the plan/);
    expect(plain.structured).toMatchObject({ questions: { quality: true, final: false }, instead: [], rest: null });
    await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
    const step = { shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt: 'a red fox', rounds: 5 };
    await bench.use('plan', { steps: [step, { ...step, shot: 'hare', tool: 'other_make' }] });
    const { text, structured } = await bench.use('estimate', {
      ...call({ model: 'fine' }),
      shot: 'fox',
      phase: 'explore',
    });
    expect(text).toContain('Quality needed: no (budget is enough).');
    expect(text).toContain('Needed this good → use draft: 5.');
    expect(text).toContain('The rest of the plan: 25 credits and 1 step(s) of unknown price.');
    expect(text).toContain('Cheapest way there: 5 drafts on draft and this once, 75 credits instead of 250.');
    expect(structured).toMatchObject({
      questions: { quality: false, highest: 'budget', final: false },
      instead: [{ needed: 'quality', model: 'draft', credits: 5 }],
      rest: { credits: 25, unpriced: 1 },
      way: { rounds: 5, total: 75, direct: 250 },
    });
  });

  it('has words for everything that may be used instead', () => {
    const texts = openTexts();
    for (const needed of ['quality', 'idea', 'still', 'change', 'aspect']) {
      const row = { tool: 'studio_edit', model: 'lite', amount: 5_000_000, take: 't_1' };
      expect(texts.say('answers/estimate', `needed-${needed}`, row)).toMatch(/^Needed .+ → use .+: 5\.$/);
    }
  });

  it('says what a vague prompt leaves to chance, three hints at most, and what cannot both be meant', async () => {
    const bench = await openOwnTools();
    const { text, structured } = await bench.use('estimate', call({ prompt: 'a fox, monochrome, colorful' }));
    expect(text).toContain('leaves most to chance');
    expect(text.match(/^- (?:setting|light|style|composition|action): /gm)).toHaveLength(3);
    expect(text).toContain('both “monochrome” and “colorful”');
    expect(structured).toMatchObject({ prompt: { isVague: true, contradictions: [['monochrome', 'colorful']] } });
    const said = await bench.use('estimate', call({ prompt: 'a red fox in a forest at dawn, low angle, running' }));
    expect(said.text).not.toContain('chance');
  });

  it('has a hint in words for each layer that a prompt can lack', () => {
    const texts = openTexts();
    const lacks = new Set(vagueShort.flatMap((described) => specificity(described).lacks));
    expect(lacks.size).toBeGreaterThan(12);
    for (const layer of lacks) {
      expect(texts.say('answers/estimate', `lacks-${layer}`)).toMatch(new RegExp(`^${layer}: .{20,140}$`));
    }
  });

  it('says what changed since the take that comes closest, unless that is said already', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red kite over the dunes', 'kite');
    const { text, structured } = await bench.use('estimate', call({ prompt: 'a blue kite over the dunes' }));
    expect(text).toContain(`Against ${take}, which comes closest: red → blue (colour).`);
    expect(structured).toMatchObject({
      prompt: { closest: { take, confidence: 0.95, changes: [{ type: 'colour', before: 'red', after: 'blue' }] } },
    });
    const again = await bench.use('estimate', call({ prompt: 'a red kite over the dunes, 8k' }));
    expect(again.text).toContain('only “8k” changed');
    expect(again.text).not.toContain('comes closest');
  });

  it('never gives an unknown price a number', async () => {
    const bench = await openOwnTools();
    const { text, structured } = await bench.use('estimate', call({}, 'other_make'));
    expect(text).toContain('The price of other_make is not known');
    expect(text).not.toMatch(/\b0 credits/);
    expect(structured).toMatchObject({ outcome: 'ask', quote: { status: 'unknown' } });
  });

  it.each([
    [
      call({}, 'gone'),
      'REFUSED no-such-tool · There is no paid tool gone. Paid tools: studio_generate_image, other_make',
    ],
    [call({ count: 0 }), 'REFUSED bad-arguments · count is 0, expected a whole number from 1 to 1000'],
  ])('answers %j with what is wrong', async (args, expected) => {
    const bench = await openOwnTools();
    const { text, isError } = await bench.use('estimate', args);
    expect(isError).toBe(true);
    expect(text).toContain(expected);
  });
});
