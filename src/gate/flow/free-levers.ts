import type { Placement } from '../../model/context.js';
import { derivedKinds, type Kind } from '../../model/kind.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Quality } from '../../model/quality.js';
import type { Take } from '../../model/take.js';
import { counts, isApproved } from '../../model/takes.js';
import { tierRank, type Tier } from '../../model/tier.js';
import type { CheaperCall, Verdict } from '../../model/verdict.js';
import { shapeOf } from '../../rules/parts/earlier-takes.js';
import { highestTier } from '../../rules/parts/worth.js';
import { cheapestTool, type ToolOffer } from './cheapest-tool.js';
import type { Desk } from './desk.js';

/** What is really needed, and what does it for less. */
export interface Instead extends ToolOffer {
  /**
   * `quality` a model that is good enough · `idea` the same kind of thing on any tool, while it is looked for · `still`
   * a picture before the film · `change` an edit of what is there · `aspect` what is there in another format.
   */
  readonly needed: 'quality' | 'idea' | 'still' | 'change' | 'aspect';
  /** The take that would be worked on. */
  readonly take?: string | undefined;
}

/** The four questions before each generation, answered from plan and ledger, and what may be used instead. Source: A5. */
export interface Levers {
  /** Whether the quality asked for is needed for this phase and purpose. */
  readonly quality: boolean;
  /** The best tier that is worth its price here. */
  readonly highest: Tier;
  /** Whether a film is needed, or a still would do for now; undefined for anything else. */
  readonly video?: boolean | undefined;
  /** The take that could be edited instead; undefined when there is none. */
  readonly edit?: string | undefined;
  /** Whether this is meant to be the final version. */
  readonly final: boolean;
  readonly instead: readonly Instead[];
}

/** What the questions are answered from. */
export interface LeverFacts {
  readonly request: GenerationRequest;
  readonly placement: Placement;
  readonly quality: Quality;
  readonly takes: readonly Take[];
  readonly cheaper: readonly CheaperCall[];
  readonly quote: Verdict['quote'];
  /** Whether the film's prompt has nothing move. */
  readonly isStill: boolean;
}

const changing: readonly Kind[] = ['inpaint', 'edit'];

/** Answers the four questions for one call; what is offered instead is connected, and costs less than the call. */
export function freeLevers(desk: Desk, facts: LeverFacts): Levers {
  const { request, placement, takes, isStill } = facts;
  const { phase, item, shot } = placement;
  const highest = highestTier(facts.quality, phase, item?.purpose);
  const isNeeded = tierRank(request.tier) <= tierRank(highest);
  const isFinal = phase === 'hero' || phase === 'finish';
  const ofShot = takes.filter((take) => take.shot === shot && counts(take) && take.outcome === 'succeeded');
  const hasStill = ofShot.some((take) => take.kind !== 'video' && isApproved(take)) || request.inputs.length > 0;
  const video = request.kind === 'video' ? !isStill && hasStill : undefined;
  const edited = derivedKinds.has(request.kind) ? undefined : changeable(ofShot);
  const reframed = edited === undefined ? onlyShapeDiffers(request, ofShot) : undefined;
  const enough = facts.cheaper.filter(({ tier }) => tierRank(tier) <= tierRank(highest)).at(-1);
  const from = (needed: Instead['needed'], offer: ToolOffer | undefined, take?: Take): readonly Instead[] =>
    offer === undefined || !isLess(offer, facts.quote) ? [] : [{ needed, ...offer, take: take?.id }];
  const change = edited === undefined ? [] : from('change', cheapestTool(desk, changing, request.prompt), edited);
  return {
    quality: isNeeded,
    highest,
    video,
    edit: change[0]?.take,
    final: isFinal,
    instead: [
      ...(isNeeded || enough === undefined
        ? []
        : from('quality', { tool: request.exposed, model: enough.model, amount: enough.amount })),
      // On the tool itself its own cheaper models are named already.
      ...(isFinal
        ? []
        : from('idea', cheapestTool(desk, [request.kind], request.prompt)).filter(
            (offer) => offer.tool !== request.exposed,
          )),
      ...(video === false ? from('still', cheapestTool(desk, ['image'], request.prompt)) : []),
      ...change,
      ...(reframed === undefined ? [] : from('aspect', cheapestTool(desk, ['reframe', 'outpaint']), reframed)),
    ],
  };
}

/** The newest take of the shot of which a person wants a part changed, so that the rest of it can stay. */
function changeable(ofShot: readonly Take[]): Take | undefined {
  const newest = ofShot.find(({ feedback }) => feedback !== undefined);
  const { verdict, change = [], remove = [] } = newest?.feedback ?? {};
  return verdict === 'refine' && change.length + remove.length > 0 ? newest : undefined;
}

/** A take of the same prompt on the shot that nobody rejected, where format or size is all that differs. */
function onlyShapeDiffers(request: GenerationRequest, ofShot: readonly Take[]): Take | undefined {
  if (request.kind !== 'image' && request.kind !== 'video') return undefined;
  return ofShot.find(
    (take) =>
      take.kind === request.kind &&
      take.prompt === request.prompt &&
      take.shape !== shapeOf(request) &&
      take.feedback?.verdict !== 'reject',
  );
}

function isLess(offer: ToolOffer, quote: Verdict['quote']): boolean {
  return quote.status !== 'unknown' && offer.amount < quote.upper;
}
