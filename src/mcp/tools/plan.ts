import { z } from 'zod';
import { planStepSchema } from '../../model/plan.js';
import { workflowFrontSchema } from '../../model/workflow.js';
import { isProblem } from '../../gate/flow/desk.js';
import { makePlan } from '../../gate/flow/make-plan.js';
import { filledSteps } from '../../gate/flow/run-workflow.js';
import { loadWorkflow } from '../../gate/flow/workflow.js';
import { progressOf } from '../../gate/progress.js';
import { planData } from '../../gate/views.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import { itemLines, sayPlan } from '../plan-answer.js';
import { progressLines } from '../progress-lines.js';
import type { OwnToolResult } from './tool.js';

/** Takes by which it is told what is done. */
const mostTakes = 1000;

/** Prices a plan, checks it against the budgets and stores it; without steps it shows the plan in force. */
export const planTool = deskTool({
  name: 'plan',
  title: 'Make or show the plan',
  input: z.object({
    steps: z.array(planStepSchema).max(500).default([]).describe('shots × phases; leave out to see the plan in force'),
    style: z.string().max(4000).optional().describe('one style block shared by related shots'),
    workflow: workflowFrontSchema.shape.name.optional().describe('take the steps of this saved workflow'),
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ status: z.string(), plan: z.string().optional(), total: z.number().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(args, bench) {
    const taken = args.workflow === undefined ? { steps: args.steps } : await takenFrom(bench, args.workflow);
    if (isProblem(taken)) return sayProblem(bench, 'plan', taken);
    if (taken.steps.length === 0) return showPlan(bench);
    const style = args.style ?? ('front' in taken ? taken.front.style : undefined);
    const made = await makePlan(bench.desk, { steps: taken.steps, style, session: args.session });
    return isProblem(made) ? sayProblem(bench, 'plan', made) : sayPlan(bench, made);
  },
});

async function takenFrom(bench: Bench, name: string): Promise<ReturnType<typeof filledSteps>> {
  const document = await loadWorkflow(bench.desk, name);
  return isProblem(document) ? document : filledSteps(document, {});
}

async function showPlan(bench: Bench): Promise<OwnToolResult> {
  const { ports, caller } = bench.desk;
  const plan = await ports.store.latestPlan(caller.project);
  if (plan === undefined) return sayProblem(bench, 'plan', { problem: 'none', facts: {} });
  const progress = progressOf(plan, await ports.store.takes({ project: caller.project, limit: mostTakes }));
  const lines = [
    bench.texts.say('answers/plan', 'shown', { ...plan, plan: plan.id }),
    ...itemLines(bench, plan),
    ...progressLines(bench.texts, progress),
  ];
  return { text: lines.join('\n'), structured: { ...planData(plan), status: 'shown', progress } };
}
