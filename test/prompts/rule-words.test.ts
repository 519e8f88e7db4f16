import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import { sayFinding } from '../../src/feedback/finding-text.js';
import { laneCalls } from '../../src/gate/lanes.js';
import { offersOf } from '../../src/gate/offers.js';
import type { Account } from '../../src/model/budget.js';
import type { Context } from '../../src/model/context.js';
import type { Feedback } from '../../src/model/feedback.js';
import type { LedgerMove, LedgerPlace } from '../../src/model/ledger-place.js';
import type { Plan } from '../../src/model/plan.js';
import type { GenerationRequest } from '../../src/model/request.js';
import type { Finding } from '../../src/model/verdict.js';
import { restOfPlan } from '../../src/rules/parts/rest-of-plan.js';
import { rules } from '../../src/rules/index.js';
import { shapeOf } from '../../src/rules/parts/earlier-takes.js';
import { editTool, editTools } from '../fixtures/edit-tools.js';
import { contextOf, placedIn, policyOf, priceOf, requestOf, unknownPrice } from '../fixtures/rule-input.js';
import { accountOf, feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

type Case = readonly [code: string, context: Partial<Context>, request?: Partial<GenerationRequest>];

const policy = policyOf({ ask: { above: 200_000_000, every: 600_000_000 }, relayedRounds: 0 });
const plan: Plan = planOf(itemOf(), itemOf({ phase: 'hero' }), itemOf({ shot: 'hare' }));
const brief = { ...{ id: 'b', project: 'poster', version: 1, at: 0, goal: 'g', audience: 'a', tone: 't', why: 'w' } };
const stored = { ...brief, constraints: [], directions: [], chosen: 'c' };
const unplaced = { shot: 'bear', phase: 'hero', named: true, candidates: [] } as const;
const inPlan = (changes: Parameters<typeof itemOf>[0] = {}) => ({ placement: placedIn(itemOf(changes)) });
const three = [1, 2, 3].map((id) => takeOf({ id: `t_${String(id)}`, feedback: feedbackOf('reject', 'relayed') }));

const inFolder: LedgerPlace = { store: 'sqlite', at: '/home/ada/data', project: 'poster' };
const inMemory: LedgerPlace = { store: 'memory', project: 'poster' };
const ledgerMoved = (to: 'sqlite' | 'memory'): LedgerMove => {
  const places = to === 'memory' ? { from: inFolder, to: inMemory } : { from: inMemory, to: inFolder };
  return { kind: 'moved', ...places, settings: ['store'] };
};
const ledgerUnread: LedgerMove = { kind: 'unread', record: '/r.json', why: 'EACCES', to: inFolder, settings: ['data'] };

const winner = takeOf({ feedback: feedbackOf('approve') });
const asset = { id: 'a1', path: '/out/fox.png', mimeType: 'image/png', bytes: 1 };
const upscale: Partial<GenerationRequest> = { kind: 'upscale', prompt: '', inputs: ['fox.png'] };

const turns = ['a', undefined, 'b'].map((model) => takeOf({ phase: 'select', model }));
const editable = (words: Partial<Feedback>): Partial<Context> => {
  const shape = shapeOf(requestOf({ aspect: '1:1' }));
  return {
    offers: offersOf(editTools),
    takes: [takeOf({ shape, feedback: { ...feedbackOf('refine'), ...words } })],
  };
};

const lanesOf = (credits: number): Context['lanes'] => {
  const slow = editTool('slow', { kind: 'image', lane: 'relaxed', arguments: { prompt: 'p' }, price: { credits } });
  return laneCalls([slow], requestOf(), priceOf(5));
};

const large: Partial<GenerationRequest> = { width: 2048, height: 2048 };

const call = { tool: 'studio_generate_image', arguments: { model: 'lite' } };
const lite = { model: 'lite', tier: 'budget', amount: 12_000_000, call } as const;
const dear: Partial<Context> = { quote: priceOf(120), cheaper: [lite] };

const balanceOf = (changes: Partial<Account> = {}): Account => {
  return { ...accountOf({ limit: 50 }), id: 'balance:*', scope: 'balance', subject: '*', ...changes };
};

const watchful = policyOf({ prices: { staleDays: 30, batchAbove: 100_000_000 } });
const dearItem = itemOf({ unit: 90_000_000 });
const many = restOfPlan(planOf(...['a', 'b', 'c', 'd'].map((shot) => itemOf({ shot, unit: 20_000_000 }))), []);

/** Every way in which a rule can say something: each code with the different facts it comes with. */
const cases: readonly Case[] = [
  ['in-person/above', { policy: policyOf({ ask: { above: 0, every: 0, personAbove: 1 } }), quote: priceOf(300) }],
  ['in-person/unpriced', { policy: policyOf({ ask: { above: 0, every: 0, personAbove: 1 } }), quote: unknownPrice }],
  ['ask-above/above', { quote: priceOf(300) }],
  ['ask-above/since-yes', { quote: priceOf(50), sinceYes: 590_000_000 }],
  ['await-feedback/waiting', { takes: [takeOf()] }],
  ['await-feedback/waiting', { takes: [takeOf({ state: 'dispatched', outcome: 'running' })] }],
  ['await-feedback/relayed-rounds', { takes: three }],
  ['batch/single-in-select', { ...inPlan({ phase: 'select' }), takes: [winner] }],
  ['batch/unrefined', inPlan({ phase: 'select', count: 4 })],
  ['batch/mixed-models', { ...inPlan({ phase: 'select', count: 4 }), takes: turns }],
  ['batch/mixed-models', { ...inPlan({ phase: 'select', count: 4 }), takes: turns }, { model: 'b' }],
  ['batch/variants-in-explore', inPlan({ count: 3 }), { count: 3 }],
  ['budget/hard', { quote: priceOf(60), accounts: [accountOf({ limit: 50, spent: 20, held: 10 })] }],
  ['budget/hard', { quote: priceOf(60), accounts: [{ ...accountOf({ limit: 50 }), phase: 'hero', model: 'pro' }] }],
  ['budget/hard', { quote: priceOf(60), accounts: [{ ...accountOf({ limit: 50 }), extendTo: 70_000_000 }] }],
  ['budget/hard', { quote: priceOf(60), accounts: [{ ...accountOf({ limit: 50 }), extendTo: 55_000_000 }] }],
  ['budget/hard', { quote: priceOf(60), accounts: [{ ...accountOf({ limit: 50 }), extendTo: 50_000_000 }] }],
  ['budget/hard', { quote: priceOf(60), accounts: [{ ...accountOf({ limit: 80 }), keep: 30_000_000 }] }],
  ['budget/balance', { quote: priceOf(60), accounts: [balanceOf()] }],
  ['budget/balance', { quote: priceOf(60), accounts: [balanceOf({ server: 'studio' })] }],
  ['budget/soft', { quote: priceOf(60), accounts: [accountOf({ limit: 500, soft: 50, spent: 20 })] }],
  ['budget/running-low', { accounts: [accountOf({ limit: 80, spent: 39 })], rest: restOfPlan(planOf(dearItem), []) }],
  ['budget/running-low', { accounts: [{ ...accountOf({ limit: 80, spent: 39 }), phase: 'explore' }], rest: many }],
  ['cheaper-model/simpler', dear],
  ['cheaper-lane/not-urgent', { quote: priceOf(5), lanes: lanesOf(2) }],
  ['cheaper-lane/not-urgent', { quote: priceOf(5), lanes: lanesOf(0) }, { model: 'fine' }],
  ['config-accepted/loosened', { policy: policyOf({ loosened: ['mode', 'ask.above'] }) }],
  ['config-accepted/moved', { policy: policyOf({ loosened: ['store'], moved: ledgerMoved('sqlite') }) }],
  ['config-accepted/moved', { policy: policyOf({ loosened: ['store'], moved: ledgerMoved('memory') }) }],
  ['config-accepted/unread', { policy: policyOf({ loosened: ['data'], moved: ledgerUnread }) }],
  ['draft-low/long-draft', {}, { kind: 'video', seconds: 10 }],
  ['draft-low/large-draft', {}, large],
  ['draft-low/no-preview', {}, { kind: 'video', preview: { path: 'draft', on: true, isOn: false } }],
  ['draft-low/large-draft', { ...inPlan({ purpose: 'web' }), quote: priceOf(60) }, large],
  ['edit-first/one-part', editable({ change: ['the hat'], keep: ['sky'] })],
  ['edit-first/remove-or-recolour', editable({ remove: ['the hat'] })],
  ['edit-first/other-shape', editable({}), { aspect: '16:9' }],
  ['edit-first/other-shape', { ...editable({}), quote: priceOf(3) }, { aspect: '16:9' }],
  ['edit-first/more-canvas', editable({ change: ['zoom out'] })],
  ['finish-winner-only/not-approved', { sources: [takeOf()] }, upscale],
  ['finish-winner-only/not-approved', { sources: [takeOf({ feedback: feedbackOf('reject') })] }, upscale],
  ['finish-winner-only/no-winner', { takes: [takeOf()] }, upscale],
  ['finish-winner-only/still-changing', { sources: [winner], takes: [takeOf({ at: 9 })] }, upscale],
  [
    'finish-winner-only/still-changing',
    { sources: [winner], takes: [takeOf({ at: 9, feedback: feedbackOf('refine') })] },
    upscale,
  ],
  ['finish-winner-only/not-needed', { sources: [winner], ...inPlan({ purpose: 'web' }) }, upscale],
  ['one-version/more-than-one', {}, { count: 4 }],
  ['one-version/more-than-one', inPlan({ count: 2 }), { count: 4 }],
  ['one-version/permutations', {}, { count: 3, combinations: 3 }],
  ['one-version/permutations', inPlan({ count: 2 }), { count: 6, combinations: 3 }],
  ['plan-first/no-brief', { quote: priceOf(100) }],
  ['plan-first/no-brief', {}, { tier: 'premium' }],
  ['plan-first/no-brief', {}, { tier: 'premium', model: 'flux-2-pro' }],
  ['plan-first/no-brief', {}, { count: 4 }],
  ['plan-first/no-brief', { quote: { status: 'range', amount: 1, upper: 5_000_000, source: 'book' } }],
  ['plan-first/no-plan', { brief: stored, quickSpentToday: 99_000_000 }],
  ['plan-first/not-in-plan', { plan, placement: unplaced }],
  ['plan-first/ambiguous', { plan, placement: { ...unplaced, candidates: plan.items } }],
  ['plan-first/phase-ahead', { plan, ...inPlan({ phase: 'hero' }) }],
  [
    'plan-first/phase-relayed',
    {
      plan,
      takes: [takeOf({ feedback: feedbackOf('approve', 'relayed') })],
      ...inPlan({ phase: 'hero' }),
      quote: priceOf(300),
    },
  ],
  ['plan-first/item-denied', inPlan({ acceptance: { state: 'denied', reason: 'too dear' } })],
  ['plan-first/item-unattended', inPlan({ acceptance: { state: 'denied', reason: 'batch', unattended: true } })],
  ['plan-first/item-not-accepted', inPlan({ acceptance: { state: 'needs-yes', reasons: ['batch', 'premium'] } })],
  ['plan-first/beyond-plan', { ...inPlan(), quote: priceOf(60) }],
  ['plan-first/beyond-plan', inPlan(), { tier: 'premium' }],
  ['plan-first/beyond-plan', inPlan(), { audio: true }],
  ['plan-order/cut-out-late', { takes: [takeOf({ kind: 'upscale' })] }, { kind: 'background-removal', prompt: '' }],
  ['plan-order/change-after-upscale', { takes: [takeOf({ kind: 'upscale' })] }, { kind: 'edit' }],
  ['plan-order/change-after-upscale', { takes: [takeOf({ kind: 'upscale', paid: 0 })] }, { kind: 'edit' }],
  ['replay/same-seed', { takes: [takeOf({ digest: 'digest-1' })] }, { seed: 7 }],
  ['replay/in-doubt', { takes: [takeOf({ digest: 'digest-1', state: 'in_doubt', held: 5_000_000 })] }],
  ['rerun/certain', { takes: [takeOf()] }],
  ['rerun/certain', { takes: [takeOf({ feedback: feedbackOf('reject') })] }],
  ['rerun/another-told', { takes: [takeOf({ feedback: feedbackOf('another', 'relayed') })] }],
  ['rerun/suspect', { takes: [takeOf({ prompt: requestOf().prompt.replace('fresh snow', 'fresh blorptic snow') })] }],
  ['stills-first/no-still', {}, { kind: 'video' }],
  ['stills-first/keyframe-unused', { takes: [winner] }, { kind: 'video' }],
  ['stills-first/keyframe-unused', { takes: [{ ...winner, assets: [asset] }] }, { kind: 'video' }],
  ['stills-first/still-not-approved', { sources: [takeOf()] }, { kind: 'video', inputs: ['fox.png'] }],
  [
    'stills-first/still-not-approved',
    { sources: [takeOf({ feedback: feedbackOf('reject') })] },
    { kind: 'video', inputs: ['fox.png'] },
  ],
  ['silent-video/audio-on', {}, { kind: 'video', audio: true }],
  ['silent-video/audio-on', inPlan({ audio: false }), { kind: 'video', audio: true }],
  ['tier-for-phase/above-phase', { ...dear, ...inPlan() }, { tier: 'premium', model: 'best' }],
  ['tier-for-phase/above-phase', dear, { tier: 'premium', model: 'best' }],
  ['tier-for-phase/above-phase-cheap', { cheaper: [lite] }, { tier: 'standard', model: 'fine' }],
  ['tier-for-phase/below-purpose', inPlan({ phase: 'hero', purpose: 'print' })],
  ['tier-for-phase/unproven-hero', inPlan({ phase: 'hero', purpose: 'print', tier: 'premium' }), { tier: 'premium' }],
  [
    'tier-for-phase/not-enhanced',
    { takes: [winner], ...inPlan({ phase: 'hero', purpose: 'print', tier: 'premium' }) },
    { tier: 'premium', enhance: { path: 'enhance', on: true, isOn: false } },
  ],
  ['three-strikes/streak', { takes: three }],
  ['vague-prompt/vague', { quote: priceOf(120) }, { prompt: 'a dog' }],
  ['vague-prompt/vague-cheap', {}, { prompt: 'a dog' }],
  ['vague-prompt/contradiction', {}, { prompt: 'a street at noon, moonlight' }],
  ['vague-prompt/still-film', {}, { kind: 'video', prompt: 'photo of a red barn at dusk' }],
  ['vague-prompt/voice-open', {}, { kind: 'voice', prompt: 'Welcome aboard.' }],
  [
    'vague-prompt/returning-unwanted',
    { takes: [takeOf({ feedback: { ...feedbackOf('refine'), remove: ['hat'] } })] },
    { negative: { argument: 'negative_prompt' } },
  ],
  [
    'vague-prompt/returning-unwanted',
    { takes: [takeOf({ feedback: { ...feedbackOf('refine'), remove: ['hat'] } })] },
    { negative: { suffix: '--no ', prompt: 'prompt' } },
  ],
  ['unknown-price/unknown', { quote: unknownPrice }],
  ['unknown-price/stale', { policy: watchful, quote: priceOf(20, '2026-01-01') }, { count: 4 }],
  ['unknown-price/changed', { policy: watchful, quote: priceOf(24), ...inPlan({ priceKey: 'k' }) }, { count: 4 }],
];

function found([code, context, request = {}]: Case): Finding | undefined {
  const [id] = code.split('/');
  const rule = rules.find((candidate) => candidate.id === id);
  return rule?.check(requestOf(request), contextOf({ policy, ...context }));
}

/** What a text looks like where a fact was missing. */
const holes = /\{\{|\}\}|undefined|NaN|\[object|\(\)|“”|``| {2}| [.,;:)]|\( |(of|is|for|line of|are|against|with|at|to) [.,;)]/;

describe('the words of the rules', () => {
  it.each(cases.map((entry) => ({ code: entry[0], entry })))('say $code without a hole', ({ code, entry }) => {
    const finding = found(entry);
    expect(`${finding?.rule ?? ''}/${finding?.code ?? ''}`).toBe(code);
    if (finding === undefined) return;
    const text = sayFinding(openTexts(), { ...finding, level: 'block' });
    expect(text.length).toBeGreaterThan(`[${code}] `.length + 20);
    expect(text).not.toMatch(holes);
  });

  it('are tried for every code of every rule', () => {
    const declared = rules.flatMap(({ id, levels }) => Object.keys(levels).map((code) => `${id}/${code}`));
    expect([...new Set(cases.map(([code]) => code))].sort()).toEqual(declared.sort());
  });

  it('never say that something costs nothing which is not free', () => {
    const texts = cases.map((entry) => {
      const finding = found(entry);
      return finding === undefined ? '' : sayFinding(openTexts(), { ...finding, level: 'ask' });
    });
    expect(texts.filter((text) => /\b0 credits (in one call|instead|held for|did not)/.test(text))).toEqual([]);
  });
});
