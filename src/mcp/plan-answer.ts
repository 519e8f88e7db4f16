import { countsCall, remaining, type Account } from '../model/budget.js';
import { toCredits, type MicroCredits } from '../model/credits.js';
import type { Plan, PlanItem } from '../model/plan.js';
import type { MadePlan } from '../gate/flow/make-plan.js';
import type { PlanAdvice } from '../gate/flow/price-plan.js';
import { spaced, type SoughtPrompt } from '../gate/flow/offer-prompts.js';
import { accountData, planData } from '../gate/views.js';
import type { Bench } from './desk-tool.js';
import { outlookData, outlookLines } from './outlook-text.js';
import { sayOffers } from './offered-prompts.js';
import type { OwnToolResult } from './tools/tool.js';

/** A stored plan as an answer: what it costs, what is left, which steps are accepted, and what would do for less. */
export async function sayPlan(bench: Bench, made: MadePlan): Promise<OwnToolResult> {
  const { plan, accounts, session, advice, outlook } = made;
  const left = accounts.flatMap((account) => remaining(account) ?? []);
  const over = accounts.some((account) => (remaining(account) ?? plan.total) < neededOf(account, plan.items));
  const facts = { ...plan, plan: plan.id, left: left.length === 0 ? undefined : Math.min(...left), over };
  const offers = await sayOffers(bench, plan.items.map(soughtFor));
  const lines = [
    bench.texts.say('answers/plan', over ? 'stored-over' : 'stored', facts),
    ...itemLines(bench, plan),
    ...advice.map((each) => bench.texts.say('answers/plan', adviceText(each), { ...each })),
    ...outlookLines(bench.texts, outlook),
    ...offers.lines,
  ];
  return {
    text: lines.join('\n'),
    structured: {
      ...planData(plan),
      outlook: outlookData(outlook),
      ...{ status: 'stored', session: session.id, budgets: accounts.map(accountData) },
      advice: advice.map(({ amount, ...each }) => ({
        ...each,
        credits: amount === undefined ? null : toCredits(amount),
      })),
      offers: offers.data,
    },
  };
}

function adviceText({ size, lowest }: PlanAdvice): string {
  if (size !== undefined) return 'advice-smaller';
  return lowest === undefined ? 'advice-above' : 'advice-below';
}

/** What the items of a plan that an account counts add up to. */
function neededOf(account: Account, items: Plan['items']): MicroCredits {
  return items.reduce((sum, item) => sum + (countsCall(account, item) ? (item.estimate ?? 0) : 0), 0);
}

function soughtFor({ id, kind, prompt, shot, purpose }: PlanItem): SoughtPrompt {
  return { for: id, kind, text: [prompt, spaced(shot), spaced(purpose)].join(' ').trim() };
}

/** A line for each step of a plan. */
export function itemLines(bench: Bench, plan: Plan): string[] {
  return plan.items.map((item) =>
    bench.texts.say('answers/plan', `item-${item.acceptance.state}`, { ...item, ...item.acceptance }),
  );
}
