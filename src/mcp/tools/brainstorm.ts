import { z } from 'zod';
import { briefSchema } from '../../model/brief.js';
import { sayOffers } from '../offered-prompts.js';
import type { FlowProblem } from '../../gate/flow/desk.js';
import { makeBrief } from '../../gate/flow/make-brief.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import type { OwnToolResult } from './tool.js';

/** Stores the brief that a brainstorm ended in. Free; the first step before any plan. */
export const brainstormTool = deskTool({
  name: 'brainstorm',
  title: 'Store the brief',
  input: z.object({ ...briefSchema.shape }),
  output: z.looseObject({ status: z.string(), brief: z.string().optional(), version: z.number().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run(args, bench) {
    const brief = await makeBrief(bench.desk, args);
    if (!('id' in brief)) return refused(bench, brief);
    const idea = brief.directions.find(({ name }) => name === brief.chosen)?.idea ?? '';
    const offers = await sayOffers(bench, [{ for: 'brief', text: `${brief.goal} ${idea}` }]);
    const stored = bench.texts.say('answers/brainstorm', 'stored', { ...brief, idea });
    return {
      text: [stored, ...offers.lines].join('\n'),
      structured: { status: 'stored', brief: brief.id, version: brief.version, next: 'plan', offers: offers.data },
    };
  },
});

/** All that keeps a brief from being one, at once. */
function refused(bench: Bench, problems: readonly FlowProblem[]): OwnToolResult {
  const said = problems.map((problem) => sayProblem(bench, 'brainstorm', problem));
  return {
    text: said.map(({ text }) => text).join('\n'),
    structured: {
      ...said[0]?.structured,
      problems: problems.map(({ problem, facts }) => ({ code: problem, ...facts })),
    },
    isError: true,
  };
}
