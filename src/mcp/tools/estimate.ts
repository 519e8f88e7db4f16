import { z } from 'zod';
import { toCredits } from '../../model/credits.js';
import { phases } from '../../model/phase.js';
import { estimate } from '../../gate/flow/estimate.js';
import { isProblem } from '../../gate/flow/desk.js';
import { findingData, quoteData } from '../../gate/views.js';
import { deskTool, sayProblem } from '../desk-tool.js';

/** What a call would cost and whether it would pass, without spending or remembering anything. */
export const estimateTool = deskTool({
  name: 'estimate',
  title: 'Price a call before making it',
  input: z.object({
    tool: z.string().min(1).max(200).describe('the paid tool, by the name you see'),
    arguments: z.record(z.string(), z.unknown()).default({}).describe('the arguments you would call it with'),
    shot: z.string().max(80).optional(),
    phase: z.enum(phases).optional(),
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ outcome: z.string().optional(), shot: z.string().optional(), phase: z.string().optional() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  async run(args, bench) {
    const hints = { shot: args.shot, phase: args.phase, session: args.session };
    const made = await estimate(bench.desk, { tool: args.tool, arguments: args.arguments, hints });
    if (isProblem(made)) return sayProblem(bench, 'estimate', made);
    const { verdict, placement, cheaper } = made;
    const facts = {
      tool: args.tool,
      outcome: verdict.outcome,
      amount: verdict.quote.status === 'unknown' ? undefined : verdict.quote.upper,
      status: verdict.quote.status,
      source: verdict.quote.source,
      shot: placement.shot,
      phase: placement.phase,
      cheaper,
    };
    const lines = [
      bench.texts.say('answers/estimate', verdict.quote.status === 'unknown' ? 'unknown' : 'priced', facts),
      bench.texts.say('answers/estimate', verdict.outcome, facts),
      ...verdict.findings.map((finding) => `- ${bench.sayFinding(finding)}`),
      bench.texts.say('answers/estimate', 'questions', facts),
    ];
    return {
      text: lines.filter((line) => line !== '').join('\n'),
      structured: {
        outcome: verdict.outcome,
        quote: quoteData(verdict.quote),
        shot: placement.shot,
        phase: placement.phase,
        findings: verdict.findings.map(findingData),
        cheaper: cheaper.map(({ model, tier, amount }) => ({ model, tier, credits: toCredits(amount) })),
      },
    };
  },
});
