import { describe, expect, it } from 'vitest';
import { loosened, type AcceptedPolicy } from '../../src/gate/loosened.js';
import { usualQuality, type Quality, type Worth } from '../../src/model/quality.js';
import type { BalanceRule } from '../../src/model/balance.js';
import { usualReading } from '../../src/model/reading.js';
import { budgetOf, packOf } from '../fixtures/gate-bench.js';
import { policyOf } from '../fixtures/rule-input.js';

const accepted: AcceptedPolicy = {
  ...policyOf({
    levels: { rerun: 'ask' },
    ask: { above: 500_000_000, every: 1_000_000_000, personAbove: 500_000_000 },
    reading: { ...usualReading, boosters: ['cozy'], modelMakesAnother: false },
    budgets: [budgetOf('session', 500, 400), budgetOf('project', 2000)],
    client: 'acme',
    prices: { staleDays: 30, batchAbove: 5 },
  }),
  statedPrices: 'off',
  servers: ['studio'],
  tools: { 'studio.text_to_image': '{"paid":true}' },
};
const reading = accepted.reading ?? usualReading;
const quality = accepted.quality ?? usualQuality;
const withSocial = (worth: Partial<Worth>): Quality => ({
  ...quality,
  purposes: { ...quality.purposes, social: { ...quality.purposes.social, ...worth } },
});
const now = (changes: Partial<AcceptedPolicy>): string[] => loosened(accepted, { ...accepted, ...changes });

describe('a config that allows more than was accepted', () => {
  it('is none when nothing changed', () => {
    expect(now({})).toEqual([]);
  });

  it.each<[string, Partial<AcceptedPolicy>]>([
    ['mode', { mode: 'shadow' }],
    ['mode', { mode: 'off' }],
    ['quickLane.perCall', { quickLane: { ...accepted.quickLane, perCall: 20_000_001 } }],
    ['quickLane.perDay', { quickLane: { ...accepted.quickLane, perDay: 100_000_001 } }],
    ['ask.above', { ask: { ...accepted.ask, above: 500_000_001 } }],
    ['ask.every', { ask: { ...accepted.ask, every: 1_000_000_001 } }],
    ['ask.personAbove', { ask: { ...accepted.ask, personAbove: 500_000_001 } }],
    ['plan.tolerance', { plan: { tolerance: 0.2 } }],
    ['feedback.relayedRounds', { relayedRounds: 4 }],
    ['rules.rerun', { levels: { rerun: 'note' } }],
    ['rules.rerun', { levels: {} }],
    ['rules.budget/hard', { levels: { rerun: 'ask', 'budget/hard': 'off' } }],
    ['budgets.session/none', { budgets: [budgetOf('session', 501, 400), budgetOf('project', 2000)] }],
    ['budgets.session/none', { budgets: [budgetOf('session', 500, 401), budgetOf('project', 2000)] }],
    ['budgets.session/none', { budgets: [budgetOf('session', 500), budgetOf('project', 2000)] }],
    ['budgets.project/none', { budgets: [budgetOf('session', 500, 400)] }],
    ['client', { client: 'other' }],
    ['priority', { priority: 'high' }],
    ['prices.file', { priceList: '[]' }],
    ['prices.stated', { statedPrices: '{"USD":1}' }],
    ['prices.staleDays', { prices: { staleDays: 31, batchAbove: 5 } }],
    ['prices.batchAbove', { prices: { staleDays: 30, batchAbove: 6 } }],
    [
      'budgets.session/none',
      { budgets: [{ ...budgetOf('session', 500, 400), onDemand: 1 }, budgetOf('project', 2000)] },
    ],
    ['reading.weightStep', { reading: { ...reading, weightStep: 0.2 } }],
    ['reading.boosters', { reading: { ...reading, boosters: ['rich'] } }],
    ['reading.notBoosters', { reading: { ...reading, notBoosters: ['8k'] } }],
    ['reading.modelMakesAnother', { reading: { ...reading, modelMakesAnother: true } }],
    ['reading.seedMakesAnother', { reading: { ...reading, seedMakesAnother: true } }],
    ['outputs.allowHosts', { allowHosts: ['127.0.0.1:80'] }],
    ['shots.cover.rules.rerun', { shots: { cover: { rerun: 'off' } } }],
    ['quality.phases.explore', { quality: { ...quality, phases: { ...quality.phases, explore: 'standard' } } }],
    ['quality.purposes.social', { quality: withSocial({ highest: 'premium' }) }],
    ['quality.purposes.social', { quality: withSocial({ pixels: undefined }) }],
    ['quality.draft.seconds', { quality: { ...quality, draft: { ...quality.draft, seconds: 6 } } }],
    ['quality.draft.pixels', { quality: { ...quality, draft: { ...quality.draft, pixels: 2e6 } } }],
    ['servers.studio.trust', { trust: { studio: 'schema' } }],
    ['servers.studio.trust', { trust: { studio: 'off' } }],
    ['servers.studio.limits.answerMegabytes', { limits: { studio: { answerMegabytes: 129 } } }],
    ['servers.studio.limits.depth', { limits: { studio: { depth: 201 } } }],
    ['servers.studio.limits.concurrent', { limits: { studio: { concurrent: 17 } } }],
    ['servers.studio.relay', { relay: { studio: ['acme/render'] } }],
    ['tools.studio.text_to_image', { tools: { 'studio.text_to_image': '"free"' } }],
    ['tools.studio.text_to_image', { tools: {} }],
    ['tools.studio.other', { tools: { ...accepted.tools, 'studio.other': '"free"' } }],
  ])('names %s', (setting, change) => {
    expect(now(change)).toEqual([setting]);
  });

  it.each<[string, Partial<AcceptedPolicy>]>([
    ['lower lines', { ask: { above: 1, every: 1, personAbove: 1 }, quickLane: { perCall: 0, perDay: 0 } }],
    ['a smaller budget', { budgets: [budgetOf('session', 400, 300), budgetOf('project', 2000)] }],
    ['one budget more', { budgets: [...accepted.budgets, { ...budgetOf('project', 10), period: 'day' }] }],
    ['tools of a server that is new', { tools: { ...accepted.tools, 'new.make': '"free"' } }],
    ['more that is the same', { reading: { ...reading, weightStep: 1, boosters: ['cozy', 'rich'] } }],
    ['less that is worth paying for', { quality: withSocial({ highest: 'budget', pixels: 512 * 512 }) }],
    ['nobody there', { attended: false }],
    ['lower limits', { limits: { studio: { answerMegabytes: 1, depth: 10, seconds: 1, concurrent: 1 } } }],
    ['a longer wait', { limits: { studio: { seconds: 3600 } } }],
    ['a server that is new and larger', { servers: ['studio', 'new'], limits: { new: { depth: 1000 } } }],
    ['a server that is new and may be told more', { servers: ['studio', 'new'], relay: { new: ['*'] } }],
    ['a server that is new and trusted', { servers: ['studio', 'new'], trust: { new: 'off' } }],
    ['a stricter level', { levels: { rerun: 'block' } }],
  ])('is not one with %s', (_, change) => {
    expect(now(change)).toEqual([]);
  });

  it('measures what was accepted before readings were told by the usual one', () => {
    const before = { ...accepted, reading: undefined };
    expect(loosened(before, { ...before, reading: usualReading })).toEqual([]);
    expect(loosened(before, { ...before, reading: { ...usualReading, seedMakesAnother: true } })).toEqual([
      'reading.seedMakesAnother',
    ]);
  });

  it('names a method more that may pass, and none where all or the same may', () => {
    const before = (...relay: string[]): AcceptedPolicy => ({ ...accepted, relay: { studio: relay } });
    expect(loosened(before('a/x'), before('a/x', 'a/y'))).toEqual(['servers.studio.relay']);
    expect(loosened(before('a/x'), before('*'))).toEqual(['servers.studio.relay']);
    expect(loosened(before('a/x', 'a/y'), before('a/y'))).toEqual([]);
    expect(loosened(before('*'), before('a/x'))).toEqual([]);
    expect(loosened(before('a/x'), accepted)).toEqual([]);
  });

  it('names a limit that is gone, where it was lower than the usual one', () => {
    const before = { ...accepted, limits: { studio: { depth: 100, concurrent: 20 } } };
    expect(loosened(before, accepted)).toEqual(['servers.studio.limits.depth']);
  });

  it('takes what could not be configured before as it usually is', () => {
    const before = { ...accepted, shots: undefined, quality: undefined, attended: undefined };
    expect(loosened(before, accepted)).toEqual([]);
  });

  it('names that somebody is said to be there again', () => {
    expect(loosened({ ...accepted, attended: false }, accepted)).toEqual(['ask.attended']);
  });

  it('tells a budget of a phase from one of everything', () => {
    const hero = { ...budgetOf('project', 100), phase: 'hero' as const };
    const before = { ...accepted, budgets: [budgetOf('project', 2000), hero] };
    expect(loosened(before, { ...before, budgets: [budgetOf('project', 2000)] })).toEqual([
      'budgets.project/none/hero',
    ]);
    expect(loosened(before, { ...before, budgets: [hero, budgetOf('project', 1000)] })).toEqual([]);
  });

  it('names a reserve that keeps less for others', () => {
    const shared = (high: number) => [{ ...budgetOf('client', 100), reserve: { high } }];
    const before = { ...accepted, budgets: shared(50) };
    expect(loosened(before, { ...before, budgets: shared(49) })).toEqual(['budgets.client/none']);
    expect(loosened(before, { ...before, budgets: shared(51) })).toEqual([]);
  });

  it('names balances from which more could be drawn, and none where there were none', () => {
    const ofStudio = { ...packOf(50), name: 'studio-pack', server: 'studio' };
    const before = { ...accepted, balances: [packOf(100), ofStudio] };
    const after = (...balances: readonly BalanceRule[]): string[] => loosened(before, { ...before, balances });
    expect(after(packOf(100), ofStudio)).toEqual([]);
    expect(after(packOf(90), ofStudio)).toEqual([]);
    expect(after(packOf(101), ofStudio)).toEqual(['balances.pack']);
    expect(after({ ...packOf(100), renews: 'month' }, ofStudio)).toEqual(['balances.pack']);
    expect(after(packOf(100), ofStudio, { ...packOf(1), name: 'more' })).toEqual(['balances.more']);
    expect(after(packOf(100), ofStudio, { ...ofStudio, name: 'more', server: 'video' })).toEqual(['balances.more']);
    expect(after(packOf(100))).toEqual(['balances.studio-pack']);
    expect(after()).toEqual(['balances.pack', 'balances.studio-pack']);
    expect(loosened(accepted, before)).toEqual([]);
    expect(loosened({ ...before, balances: undefined }, before)).toEqual([]);
  });

  it('names all of them together', () => {
    expect(now({ mode: 'off', relayedRounds: 9 })).toEqual(['mode', 'feedback.relayedRounds']);
  });
});
