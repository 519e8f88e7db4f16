import { describe, expect, it } from 'vitest';
import { decide } from '../../src/gate/decide.js';
import { remarkOf } from '../../src/gate/remark-of.js';
import type { Context } from '../../src/model/context.js';
import type { GenerationRequest } from '../../src/model/request.js';
import { oneVersion } from '../../src/rules/one-version.js';
import type { Rule } from '../../src/rules/rule.js';
import { unknownPrice as unknownPriceRule } from '../../src/rules/unknown-price.js';
import { openBench, startAt } from '../fixtures/gate-bench.js';
import { contextOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';

async function remark(rules: readonly Rule[], request: GenerationRequest, changes: Partial<Context> = {}) {
  const { ports } = await openBench();
  const view = ({ count }: GenerationRequest): Context => contextOf({ quote: priceOf(5 * count), ...changes });
  const fix = (given: GenerationRequest): GenerationRequest => ({ ...given, count: 1 });
  return remarkOf(ports, decide({ rules, request, view, fix }));
}

describe('what is remembered of a decision', () => {
  it('is what was asked, where, what every rule said and what it costs', async () => {
    expect(await remark([oneVersion], requestOf({ count: 4 }))).toEqual({
      at: startAt,
      project: 'poster',
      session: 's_1',
      shot: 'fox',
      phase: 'explore',
      digest: 'digest-1',
      promptKey: 'fox snow',
      prompt: requestOf().prompt,
      tool: 'studio_generate_image',
      kind: 'image',
      tier: requestOf().tier,
      outcome: 'allow',
      findings: [{ rule: 'one-version', code: 'more-than-one', level: 'fix' }],
      asked: 20_000_000,
      passed: 5_000_000,
      because: undefined,
    });
  });

  it('has no price that passed when it did not pass', async () => {
    const block: Rule = { id: 'b', levels: { c: 'block' }, check: () => ({ rule: 'b', code: 'c', facts: {} }) };
    expect(await remark([block], requestOf())).toMatchObject({ outcome: 'block', asked: 5_000_000, passed: undefined });
  });

  it('has no price at all when none is known', async () => {
    const made = await remark([unknownPriceRule], requestOf(), { quote: unknownPrice });
    expect(made).toMatchObject({ outcome: 'ask', asked: undefined, passed: undefined });
  });

  it('names what a cheaper call that was offered would cost', async () => {
    const instead = [{ tool: 't', arguments: {}, amount: 2_000_000 }];
    const held: Rule = { id: 'b', levels: { c: 'nudge' }, check: () => ({ rule: 'b', code: 'c', facts: {}, instead }) };
    expect((await remark([held], requestOf())).findings).toEqual([
      { rule: 'b', code: 'c', level: 'nudge', cheaper: 2_000_000 },
    ]);
  });

  it('keeps the reason that the agent gave, and not more of a prompt than is worth reading', async () => {
    const answered = { codes: [], because: 'I want fog' };
    const made = await remark([], requestOf({ prompt: 'x'.repeat(5000) }), { answered });
    expect(made.because).toBe('I want fog');
    expect(made.prompt).toHaveLength(2000);
  });
});
