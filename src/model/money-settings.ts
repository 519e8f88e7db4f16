import { z } from 'zod';
import { periods, scopes, type BudgetRule } from './budget.js';
import { toMicro, type MicroCredits } from './credits.js';
import { phases } from './phase.js';
import type { Policy } from './policy.js';

/** An amount as a person writes it: credits, 0 to a billion. */
export const creditsSchema = z.number().nonnegative().max(1e9).describe('credits');

/** The name of a project, server or client. */
export const projectName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/, 'letters, digits and dashes (1–40), no underscore');

const zone = z.string().refine(isZone, 'an IANA time zone such as Europe/Paris').default('UTC');

const onDemand = z.strictObject({
  limit: creditsSchema.describe('credits by which the person may extend a hard line with `greenlight budget extend`'),
});

const budget = z.strictObject({
  scope: z.enum(scopes),
  limit: creditsSchema.describe('hard line, credits'),
  soft: creditsSchema.optional().describe('soft line: going on beyond it asks'),
  period: z.enum(periods).default('none'),
  zone,
  phase: z.enum(phases).optional().describe('counts only calls in this phase'),
  onDemand: onDemand.optional(),
  model: z.string().min(1).max(200).optional().describe("counts only calls of this model, by the tool's name for it"),
});

/** The budgets of a config. Two of one scope, period, phase and model would be one account with two limits. */
export const budgetsSchema = z.array(budget).superRefine((budgets, context) => {
  const seen = new Set<string>();
  for (const [index, { scope, period, phase, model }] of budgets.entries()) {
    const key = JSON.stringify([scope, period, phase, model]);
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'the same budget as one above' });
    seen.add(key);
  }
});

/** The part of a config that is about money. */
export interface MoneyConfig {
  readonly budgets: readonly z.output<typeof budget>[];
  readonly client?: string | undefined;
  readonly onDemand?: z.output<typeof onDemand> | undefined;
}

/** The settings about money that stand beside the budgets. */
export const moneySettings = {
  client: projectName.optional().describe('whom the work is for; all projects of a client share its budgets'),
  onDemand: onDemand.optional().describe('for every budget that has none of its own; left out, extending is off'),
};

/** The part of a policy that is about money, in micro-credits. */
export function moneyPolicyOf(config: MoneyConfig): Pick<Policy, 'budgets' | 'client'> {
  const { budgets, client, onDemand: usual } = config;
  return {
    client,
    budgets: budgets.map((rule): BudgetRule => {
      const extra = rule.onDemand ?? usual;
      return {
        ...rule,
        limit: micro(rule.limit),
        soft: rule.soft === undefined ? undefined : micro(rule.soft),
        onDemand: extra === undefined ? undefined : micro(extra.limit),
      };
    }),
  };
}

/** What a config says of money that does not go together. */
export function moneyProblems({ budgets, client }: MoneyConfig): string[] {
  const homeless = budgets.findIndex((rule) => rule.scope === 'client');
  if (client !== undefined || homeless === -1) return [];
  return [`budgets.${String(homeless)}: a budget of the client needs to know who that is; expected "client": "NAME"`];
}

function micro(credits: number): MicroCredits {
  return toMicro(credits) ?? 0;
}

/** Whether a text names a time zone that the calendar knows. */
export function isZone(text: string): boolean {
  // Asking the calendar takes longer than reading the rest of the file, and nearly every config says UTC.
  if (text === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
