import { describe, expect, it } from 'vitest';
import { accountData, findingData, planData, quoteData, takeData } from '../../src/gate/views.js';
import { priceOf, unknownPrice } from '../fixtures/rule-input.js';
import { accountOf, feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

describe('data for answers', () => {
  it('shows an account in credits, and what is left of it', () => {
    expect(accountData({ ...accountOf({ limit: 100, soft: 80, spent: 30.5, held: 20 }), resetsAt: 0 })).toEqual({
      account: 'session:s_1:none:all',
      scope: 'session',
      limit: 100,
      soft: 80,
      spent: 30.5,
      held: 20,
      left: 49.5,
      resetsAt: '1970-01-01T00:00:00.000Z',
    });
  });

  it('says null where an account has no line', () => {
    const open = { limit: null, soft: null, left: null, resetsAt: null };
    expect(accountData(accountOf())).toMatchObject(open);
  });

  it('shows a quote in credits, and never a number where none is known', () => {
    expect(quoteData(priceOf(0.1))).toEqual({
      status: 'exact',
      credits: 0.1,
      upper: 0.1,
      source: 'price book',
      asOf: null,
    });
    expect(quoteData(unknownPrice)).toEqual({ status: 'unknown', why: 'no price is known for this tool' });
  });

  it('shows a finding without what is meant for the gate', () => {
    const finding = { rule: 'a', code: 'b', level: 'fix', facts: { x: 1 }, fix: { count: 1 }, take: 't_1' } as const;
    expect(findingData(finding)).toEqual({ rule: 'a', code: 'b', level: 'fix', facts: { x: 1 } });
  });

  it('shows a take with its cost, its files and who said what', () => {
    const asset = { id: 'abc', path: '/out/a.png', mimeType: 'image/png', bytes: 7 };
    const take = takeOf({ assets: [asset], feedback: feedbackOf('refine', 'relayed'), at: 1000 });
    expect(takeData(take)).toMatchObject({
      take: 't_1',
      paid: 5,
      held: 0,
      at: '1970-01-01T00:00:01.000Z',
      feedback: { verdict: 'refine', by: 'relayed' },
      assets: [asset],
      item: null,
      model: null,
    });
    expect(takeData(takeOf())['feedback']).toBeNull();
  });

  it('shows a plan in credits, unknown prices as null', () => {
    const plan = planOf(itemOf(), itemOf({ shot: 'hare', unit: undefined, estimate: undefined }));
    expect(planData(plan)).toMatchObject({
      plan: 'p_1',
      version: 1,
      total: 5,
      style: null,
      items: [
        { id: 'fox/explore', unit: 5, estimate: 5 },
        { id: 'hare/explore', unit: null, estimate: null },
      ],
    });
  });

  it('cuts long prompts, so that answers stay short', () => {
    const prompt = 'x'.repeat(1000);
    expect(String(takeData(takeOf({ prompt }))['prompt'])).toHaveLength(600);
    expect(JSON.stringify(planData(planOf(itemOf({ prompt })))).length).toBeLessThan(800);
  });
});
