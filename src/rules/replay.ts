import type { Rule } from './rule.js';

/**
 * The same request, seed and all, gives the same thing: the stored output answers for nothing. While an equal call's
 * fate is unknown, paying again needs a person's yes. Source: E8.
 */
export const replay: Rule = {
  id: 'replay',
  levels: { 'same-seed': 'reuse', 'in-doubt': 'ask' },
  check(request, context) {
    const same = context.takes.filter((take) => take.digest === context.digest);
    const doubtful = same.find((take) => take.state === 'in_doubt');
    if (doubtful !== undefined) {
      return { rule: 'replay', code: 'in-doubt', facts: { take: doubtful.id, held: doubtful.held } };
    }
    if (request.seed === undefined) return undefined;
    const done = same.find((take) => take.state === 'posted' && take.outcome === 'succeeded');
    if (done === undefined) return undefined;
    return { rule: 'replay', code: 'same-seed', facts: { take: done.id, paid: done.paid }, take: done.id };
  },
};
