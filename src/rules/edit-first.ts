import { derivedKinds, type Kind } from '../model/kind.js';
import { isWaiting } from '../model/takes.js';
import { tierRank } from '../model/tier.js';
import type { Context } from '../model/context.js';
import type { ReadyCall, Wanted } from '../model/offer.js';
import type { GenerationRequest } from '../model/request.js';
import type { Take } from '../model/take.js';
import type { Finding } from '../model/verdict.js';
import { difference } from '../prompt/difference.js';
import { editWish, isOnePart } from '../prompt/edit-wish.js';
import { featuresOf, featuresOfTake } from '../prompt/features-of.js';
import { sameSubject } from '../prompt/overlap.js';
import { hasFreeSlot } from './parts/earlier-takes.js';
import { hinted } from './parts/hinted.js';
import { nameOf } from './parts/asset-name-of.js';
import { quickLaneMiss } from './parts/quick-lane.js';
import { isAllTheSame, otherShape } from './parts/same-but-shape.js';
import type { Rule } from './rule.js';

/** A prompt that changed in more ways asks for another picture, whatever the person said of the last one. */
const mostChanges = 2;

/** A change that needs no new picture, and what could make it, best first. */
interface Edit {
  readonly code: 'other-shape' | 'one-part' | 'remove-or-recolour' | 'more-canvas';
  readonly ways: readonly (readonly [kind: Kind, wanted: Wanted])[];
  /** The person's words. */
  readonly wish?: string | undefined;
}

/**
 * What is nearly right is edited, not thrown again: another shape is reframed, one part inpainted, a thing removed or
 * recoloured, a tight picture extended, where a connected tool does that for no more than the new picture would cost.
 * Source: E3, E4.
 */
export const editFirst: Rule = {
  id: 'edit-first',
  levels: { 'other-shape': 'nudge', 'one-part': 'nudge', 'remove-or-recolour': 'nudge', 'more-canvas': 'nudge' },
  check(request, context) {
    const { placement, takes, offers } = context;
    // Whoever starts from something, or makes a planned batch, does what is asked for here.
    const isNew = (request.kind === 'image' || request.kind === 'variation') && request.inputs.length === 0;
    if (!isNew || offers.length === 0 || request.count > 1 || isBatch(request, context)) return undefined;
    const take = takes.find((one) => one.shot === placement.shot && isPicture(one));
    if (take === undefined || isWaiting(take) || !goesOn(request, context, take)) return undefined;
    const edit = editFor(request, context, take);
    const ready = edit === undefined ? undefined : bestOffer(edit.ways, context, take);
    return edit === undefined || ready === undefined ? undefined : found(edit, ready, context, take);
  },
};

function isBatch(request: GenerationRequest, context: Context): boolean {
  return (context.placement.item?.count ?? 1) > 1 && hasFreeSlot(context, request);
}

function isPicture({ kind, state, outcome }: Take): boolean {
  const isStill = kind === 'image' || kind === 'variation' || derivedKinds.has(kind);
  return isStill && state === 'posted' && outcome === 'succeeded';
}

/** Whether a call is another throw for the same picture: a later phase and a better model are steps forward. */
function goesOn(request: GenerationRequest, { placement }: Context, take: Take): boolean {
  return take.phase === placement.phase && tierRank(request.tier) <= tierRank(take.tier);
}

function editFor(request: GenerationRequest, context: Context, take: Take): Edit | undefined {
  const { reading } = context.policy;
  const own = featuresOf(request.prompt, request.negativePrompt, reading);
  const before = featuresOfTake(take, reading);
  const changed = difference(before, own, reading);
  const shape = otherShape(request, take);
  const isWanted = take.feedback?.verdict === 'approve' || take.feedback?.verdict === 'refine';
  if (changed.rerun === 'certain' && isWanted && shape !== undefined && isAllTheSame(request, take)) {
    return {
      code: 'other-shape',
      ways: [
        ['reframe', shape],
        ['outpaint', shape],
      ],
    };
  }
  if (changed.material.length > mostChanges || !sameSubject(own, before)) return undefined;
  return wishedFor(request, take, shape);
}

/** The one thing that the person wants otherwise, where that is all they said and it is one thing. */
function wishedFor(request: GenerationRequest, take: Take, shape: Wanted | undefined): Edit | undefined {
  const { feedback } = take;
  if (feedback?.verdict !== 'refine' || feedback.change.length + feedback.remove.length !== 1) return undefined;
  const [goes] = feedback.remove;
  const kept = feedback.keep.length === 0 ? '' : `; keep ${feedback.keep.join(', ')}`;
  const edited = (prompt: string): Edit['ways'] => [
    ['edit', { prompt }],
    ['inpaint', { prompt }],
  ];
  if (goes !== undefined) {
    return isOnePart(goes)
      ? { code: 'remove-or-recolour', ways: edited(`remove ${goes}${kept}`), wish: goes }
      : undefined;
  }
  const [wish = ''] = feedback.change;
  const ways = edited(`${[wish, ...newClauses(request.prompt, take.prompt)].join(': ')}${kept}`);
  switch (editWish(wish)) {
    case 'canvas':
      return { code: 'more-canvas', ways: widened(wish, shape), wish };
    case 'colour':
      return { code: 'remove-or-recolour', ways, wish };
    case 'part':
      // Without a word on what stays, the rest of the picture may be as wrong.
      return kept === '' ? undefined : { code: 'one-part', ways: [...ways].reverse(), wish };
    case 'other':
      return undefined;
  }
}

/** What a prompt says in words that an earlier one did not have, clause by clause: what the part is to become. */
function newClauses(prompt: string, earlier: string): readonly string[] {
  const clauses = (text: string): readonly string[] => text.split(/[,.;\n]+/).map((clause) => clause.trim());
  const before = new Set(clauses(earlier));
  return clauses(prompt).filter((clause) => clause !== '' && !before.has(clause));
}

/** Ways to more canvas: a reframe is one only into another shape. */
function widened(prompt: string, shape: Wanted | undefined): Edit['ways'] {
  if (shape === undefined) return [['outpaint', { prompt }]];
  return [
    ['outpaint', { ...shape, prompt }],
    ['outpaint', shape],
    ['outpaint', { prompt }],
    ['reframe', shape],
  ];
}

/** The first way that an offered tool goes for no more than the new picture costs, and that the gate would let pass. */
function bestOffer(ways: Edit['ways'], context: Context, take: Take): ReadyCall | undefined {
  const { quote, offers } = context;
  if (quote.status === 'unknown') return undefined;
  // The id stands for outputs that are kept elsewhere; such a call is priced, but not offered as ready.
  const inputs = [nameOf(take, context) ?? take.id];
  for (const [kind, wanted] of ways) {
    const [best] = offers
      .flatMap((offer) => (offer.kind === kind ? (offer.ready({ ...wanted, inputs }) ?? []) : []))
      .filter((ready) => ready.quote.upper <= quote.upper && wouldPass(ready, context))
      .sort((one, other) => one.quote.upper - other.quote.upper);
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Whether a call needs no plan, or the accepted plan has a step for it. */
function wouldPass({ paid, request, quote }: ReadyCall, context: Context): boolean {
  const { plan, placement } = context;
  const isPlanned = plan?.items.some(
    ({ shot, kind, acceptance }) => shot === placement.shot && kind === request.kind && acceptance.state === 'accepted',
  );
  return !paid || isPlanned === true || quickLaneMiss(request, { ...context, quote, outputsPerUnit: 1 }) === undefined;
}

function found({ code, wish }: Edit, ready: ReadyCall, context: Context, take: Take): Finding {
  const { quote, placement } = context;
  const asked = quote.status === 'unknown' ? 0 : quote.upper;
  const amount = ready.quote.upper;
  const { kind } = ready.request;
  const { shot } = placement;
  const facts = { take: take.id, shot, tool: ready.call.tool, kind, wish, amount, asked, saving: asked - amount };
  return { rule: 'edit-first', code, facts, instead: take.assets.length === 0 ? [] : [hinted(ready, context)] };
}
