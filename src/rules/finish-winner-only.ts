import { isApproved, isWaiting } from '../model/takes.js';
import type { Context } from '../model/context.js';
import type { JsonObject } from '../model/json.js';
import type { Take } from '../model/take.js';
import type { Finding, NextCall } from '../model/verdict.js';
import type { Rule } from './rule.js';

/**
 * Upscaling is for the one winner, as the last step: never for a draft, for every variant, for what will still be changed,
 * or for a use that the native size serves. An approved film may be enlarged instead of made again. Source: D1, E5.
 */
export const finishWinnerOnly: Rule = {
  id: 'finish-winner-only',
  levels: { 'not-approved': 'block', 'no-winner': 'block', 'still-changing': 'nudge', 'not-needed': 'nudge' },
  check(request, context) {
    if (request.kind !== 'upscale') return undefined;
    const { sources, placement } = context;
    const onShot = context.takes.filter((take) => take.shot === placement.shot && take.kind !== 'upscale');
    const loser = sources.find((take) => !isApproved(take));
    if (loser !== undefined) return found('not-approved', factsOf(loser), [feedbackOn(loser)]);
    const made = onShot.filter((take) => take.state === 'posted' && take.outcome === 'succeeded');
    if (sources.length === 0 && made.length > 0 && !made.some(isApproved)) {
      const waiting = made.filter(isWaiting).slice(0, 4);
      return found('no-winner', { shot: placement.shot, takes: made.length }, waiting.map(feedbackOn));
    }
    const later = stillChanging(sources, onShot);
    if (later !== undefined) return found('still-changing', factsOf(later));
    return notNeeded(context, sources);
  },
};

/** What the provider enlarges is worth it for print, and for films, which cost far more to make again. */
function notNeeded({ placement: { item } }: Context, sources: readonly Take[]): Finding | undefined {
  if (item === undefined || item.purpose === 'print' || sources.some(({ kind }) => kind === 'video')) return undefined;
  return found('not-needed', { item: item.id, purpose: item.purpose });
}

/** A take on the shot that is newer than the winner: it waits for a word, or the word on it was to change something. */
function stillChanging(sources: readonly Take[], onShot: readonly Take[]): Take | undefined {
  if (sources.length === 0) return undefined;
  const winnerAt = Math.max(...sources.map(({ at }) => at));
  return onShot.find((take) => take.at > winnerAt && (isWaiting(take) || take.feedback?.verdict === 'refine'));
}

function found(code: string, facts: JsonObject, instead: readonly NextCall[] = []): Finding {
  return { rule: 'finish-winner-only', code, facts, instead };
}

const factsOf = ({ id, shot, feedback }: Take): JsonObject => ({ take: id, shot, feedback: feedback?.verdict });

const feedbackOn = ({ id }: Take): NextCall => ({ tool: 'feedback', arguments: { take: id } });
