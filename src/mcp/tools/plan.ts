import { z } from 'zod';
import { countsCall, remaining, type Account } from '../../model/budget.js';
import { toCredits, type MicroCredits } from '../../model/credits.js';
import { planStepSchema, type Plan, type PlanStep } from '../../model/plan.js';
import { workflowFrontSchema } from '../../model/workflow.js';
import { isProblem, type FlowProblem } from '../../gate/flow/desk.js';
import { loadWorkflow, stepsOf } from '../../gate/flow/workflow.js';
import { makePlan } from '../../gate/flow/make-plan.js';
import type { PlanAdvice } from '../../gate/flow/price-plan.js';
import { accountData, planData } from '../../gate/views.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import type { OwnToolResult } from './tool.js';

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
    const steps = args.workflow === undefined ? args.steps : await stepsFrom(bench, args.workflow);
    if (isProblem(steps)) return sayProblem(bench, 'plan', steps);
    if (steps.length === 0) return showPlan(bench);
    const made = await makePlan(bench.desk, { ...args, steps });
    if (isProblem(made)) return sayProblem(bench, 'plan', made);
    const { plan, accounts, session, advice } = made;
    const left = accounts.flatMap((account) => remaining(account) ?? []);
    const over = accounts.some((account) => (remaining(account) ?? plan.total) < neededOf(account, plan.items));
    const facts = { ...plan, plan: plan.id, left: left.length === 0 ? undefined : Math.min(...left), over };
    const lines = [
      bench.texts.say('answers/plan', over ? 'stored-over' : 'stored', facts),
      ...itemLines(bench, plan),
      ...advice.map((each) => bench.texts.say('answers/plan', adviceText(each), { ...each })),
    ];
    return {
      text: lines.join('\n'),
      structured: {
        ...planData(plan),
        ...{ status: 'stored', session: session.id, budgets: accounts.map(accountData) },
        advice: advice.map(({ amount, ...each }) => ({
          ...each,
          credits: amount === undefined ? null : toCredits(amount),
        })),
      },
    };
  },
});

function adviceText({ size, lowest }: PlanAdvice): string {
  if (size !== undefined) return 'advice-smaller';
  return lowest === undefined ? 'advice-above' : 'advice-below';
}

/** What the items of a plan that an account counts add up to. */
function neededOf(account: Account, items: Plan['items']): MicroCredits {
  return items.reduce((sum, item) => sum + (countsCall(account, item) ? (item.estimate ?? 0) : 0), 0);
}

async function stepsFrom(bench: Bench, name: string): Promise<readonly PlanStep[] | FlowProblem> {
  const document = await loadWorkflow(bench.desk, name);
  return isProblem(document) ? document : stepsOf(document);
}

async function showPlan(bench: Bench): Promise<OwnToolResult> {
  const plan = await bench.desk.ports.store.latestPlan(bench.desk.caller.project);
  if (plan === undefined) return sayProblem(bench, 'plan', { problem: 'none', facts: {} });
  const lines = [bench.texts.say('answers/plan', 'shown', { ...plan, plan: plan.id }), ...itemLines(bench, plan)];
  return { text: lines.join('\n'), structured: { ...planData(plan), status: 'shown' } };
}

function itemLines(bench: Bench, plan: Plan): string[] {
  return plan.items.map((item) =>
    bench.texts.say('answers/plan', `item-${item.acceptance.state}`, { ...item, ...item.acceptance }),
  );
}
