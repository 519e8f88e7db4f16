import { z } from 'zod';
import { toCredits } from '../../model/credits.js';
import type { JsonObject } from '../../model/json.js';
import { feedbackSchema } from '../../model/feedback.js';
import { giveFeedback } from '../../gate/flow/give-feedback.js';
import type { NegativeOffer } from '../../gate/flow/negative-offer.js';
import { isProblem } from '../../gate/flow/desk.js';
import { deskTool, sayProblem } from '../desk-tool.js';

/** Stores a person's word on a take, as the agent tells it (strength `relayed`). */
export const feedbackTool = deskTool({
  name: 'feedback',
  title: "Store the person's word on a take",
  input: z.object({
    take: z.string().min(1).max(100).describe('take id, e.g. t_…'),
    ...feedbackSchema.shape,
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ status: z.string(), take: z.string().optional(), verdict: z.string().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(args, bench) {
    const { take, session, ...body } = args;
    const given = await giveFeedback(bench.desk, { take, body, strength: 'relayed', session });
    if (isProblem(given)) return sayProblem(bench, 'feedback', given);
    const { stillWaiting, passedOver, feedback, reading, negative } = given;
    const { keep, change, remove } = feedback;
    const points = { keep, change, remove };
    const facts = {
      ...points,
      take,
      by: feedback.strength,
      shot: given.take.shot,
      phase: given.take.phase,
      stillWaiting,
      passedOver,
    };
    const { unread } = reading;
    const lines = [
      bench.texts.say('answers/feedback', body.verdict, facts),
      ...(unread.length === 0 ? [] : [bench.texts.say('answers/feedback', 'unread', { unread })]),
      ...(negative === undefined
        ? []
        : [bench.texts.say('answers/feedback', `returns-${negative.form}`, { ...negative })]),
    ];
    return {
      text: lines.join('\n'),
      structured: {
        status: 'stored',
        take,
        shot: given.take.shot,
        verdict: body.verdict,
        by: feedback.strength,
        ...points,
        unread,
        negative: negative === undefined ? null : negativeData(negative),
        stillWaiting,
        passedOver,
      },
    };
  },
});

function negativeData({ call, ...offer }: NegativeOffer): JsonObject {
  if (call === undefined) return { ...offer };
  return { ...offer, call: { ...call, amount: call.amount === undefined ? null : toCredits(call.amount) } };
}
