import { z } from 'zod';
import type { BalanceRule } from './balance.js';
import { budgetScopes, periods, priorities, type Priority, type BudgetRule } from './budget.js';
import { toMicro, type MicroCredits } from './credits.js';
import { phases } from './phase.js';
import { ratesSchema, type Rates } from './price-file.js';
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
  scope: z.enum(budgetScopes),
  limit: creditsSchema.describe('hard line, credits'),
  soft: creditsSchema.optional().describe('soft line: going on beyond it asks'),
  period: z.enum(periods).default('none'),
  zone,
  phase: z.enum(phases).optional().describe('counts only calls in this phase'),
  onDemand: onDemand.optional(),
  reserve: z
    .strictObject({ normal: creditsSchema.optional(), high: creditsSchema.optional() })
    .optional()
    .describe('of a client: credits kept for projects of at least this priority'),
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
  readonly priority?: Priority | undefined;
  readonly lapseDays?: number | undefined;
  readonly prices?:
    | {
        readonly staleDays: number;
        readonly batchAbove: number;
        readonly file?: string | undefined;
        readonly rates: Rates;
        readonly stated: boolean;
      }
    | undefined;
  readonly balances: readonly z.output<typeof balance>[];
  readonly onDemand?: z.output<typeof onDemand> | undefined;
}

const date = z.iso.date();

const balance = z.strictObject({
  name: projectName,
  server: projectName
    .optional()
    .describe('the server that they pay for; default: every one without a balance of its own'),
  credits: creditsSchema,
  renews: z.enum(['month', 'none']).default('none'),
  day: z.int().min(1).max(31).optional().describe('of the month on which they renew; default: that of grantedAt, or 1'),
  zone,
  rollOver: z.boolean().default(false).describe('what is left when they renew stays; needs grantedAt'),
  grantedAt: date.optional().describe('first date on which there are any'),
  expires: date.optional().describe('date with whose beginning what is left lapses'),
});

/** The settings about money that stand beside the budgets. */
export const moneySettings = {
  client: projectName.optional().describe('whom the work is for; all projects of a client share its budgets'),
  lapseDays: z.int().min(0).max(90).default(5).describe('days before credits lapse on which their use is proposed'),
  prices: z
    .strictObject({
      staleDays: z.int().min(1).max(3650).default(90).describe('a price that was read longer ago is stale'),
      batchAbove: creditsSchema.default(200).describe('one call above this counts as a batch'),
      file: z.string().min(1).optional().describe("the project's price list, beside the config; see docs/prices.md"),
      rates: ratesSchema.default({}),
      stated: z
        .boolean()
        .default(true)
        .describe('what servers state themselves counts as an estimate where nobody else has a price'),
    })
    .default({ staleDays: 90, batchAbove: 200, rates: {}, stated: true })
    .describe('a stale or changed price is seen by a person before a batch; where prices of other tools are listed'),
  priority: z.enum(priorities).default('normal').describe('of the project, beside others of its client'),
  balances: z.array(balance).default([]).describe('credits that you own at providers; no call goes beyond them'),
  onDemand: onDemand.optional().describe('for every budget that has none of its own; left out, extending is off'),
};

/** The part of a policy that is about money, in micro-credits. */
export function moneyPolicyOf(
  config: MoneyConfig,
): Pick<Policy, 'budgets' | 'client' | 'priority' | 'balances' | 'lapseDays' | 'prices'> {
  const { budgets, client, priority, balances, lapseDays, prices, onDemand: usual } = config;
  return {
    client,
    priority,
    lapseDays,
    prices: prices && { staleDays: prices.staleDays, batchAbove: micro(prices.batchAbove) },
    balances: balances.map((rule): BalanceRule => {
      return { ...rule, credits: micro(rule.credits), day: rule.day ?? Number(rule.grantedAt?.slice(-2) ?? 1) };
    }),
    budgets: budgets.map((rule): BudgetRule => {
      const extra = rule.onDemand ?? usual;
      return {
        ...rule,
        limit: micro(rule.limit),
        soft: rule.soft === undefined ? undefined : micro(rule.soft),
        onDemand: extra === undefined ? undefined : micro(extra.limit),
        reserve: rule.reserve && { normal: micro(rule.reserve.normal ?? 0), high: micro(rule.reserve.high ?? 0) },
      };
    }),
  };
}

/** What a config says of money that does not go together. */
export function moneyProblems({ budgets, client, balances }: MoneyConfig): string[] {
  const problems: string[] = [];
  const homeless = budgets.findIndex((rule) => rule.scope === 'client');
  if (client === undefined && homeless !== -1) {
    problems.push(
      `budgets.${String(homeless)}: a budget of the client needs to know who that is; expected "client": "NAME"`,
    );
  }
  for (const [index, { scope, reserve, limit }] of budgets.entries()) {
    if (reserve === undefined) continue;
    if (scope !== 'client') problems.push(`budgets.${String(index)}.reserve: only budgets of a client are shared`);
    if ((reserve.normal ?? 0) + (reserve.high ?? 0) > limit) {
      problems.push(`budgets.${String(index)}.reserve: expected no more than the limit, ${String(limit)}`);
    }
  }
  for (const [index, rule] of balances.entries()) {
    const isKnown = balances.slice(0, index).some((other) => other.name === rule.name);
    if (isKnown) {
      problems.push(`balances.${String(index)}: another balance is called ${rule.name}; expected one name each`);
    }
    if (rule.rollOver && (rule.renews === 'none' || rule.grantedAt === undefined)) {
      problems.push(
        `balances.${String(index)}: what rolls over needs to know since when; expected renews and grantedAt`,
      );
    }
  }
  return problems;
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
