import { z } from 'zod';
import { feedbackSchema } from '../../model/feedback.js';
import { giveFeedback } from '../../gate/flow/give-feedback.js';
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
    const { stillWaiting, passedOver } = given;
    const facts = { ...body, take, shot: given.take.shot, phase: given.take.phase, stillWaiting, passedOver };
    return {
      text: bench.texts.say('answers/feedback', body.verdict, facts),
      structured: {
        status: 'stored',
        take,
        shot: given.take.shot,
        verdict: body.verdict,
        by: given.feedback.strength,
        stillWaiting,
        passedOver,
      },
    };
  },
});
