import { remaining, type Account } from '../model/budget.js';
import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import type { Plan } from '../model/plan.js';
import type { Quote } from '../model/quote.js';
import type { Take } from '../model/take.js';
import type { WeighedFinding } from '../model/verdict.js';
import { shortened } from '../model/shortened.js';

/** An account as data for answers; amounts in credits. */
export function accountData(account: Account): JsonObject {
  const left = remaining(account);
  return {
    account: account.id,
    scope: account.scope,
    ...(account.phase === undefined ? {} : { phase: account.phase }),
    ...(account.server === undefined ? {} : { server: account.server }),
    ...(account.model === undefined ? {} : { model: account.model }),
    limit: account.limit === undefined ? null : toCredits(account.limit),
    soft: account.soft === undefined ? null : toCredits(account.soft),
    spent: toCredits(account.spent),
    held: toCredits(account.held),
    ...(account.keep ? { keptForOthers: toCredits(account.keep) } : {}),
    left: left === undefined ? null : toCredits(left),
    resetsAt: account.resetsAt === undefined ? null : new Date(account.resetsAt).toISOString(),
  };
}

/** A finding as data; amounts in its facts stay micro-credits, as the rules give them. */
export function findingData(finding: WeighedFinding): JsonObject {
  const { rule, code, level, facts } = finding;
  return { rule, code, level, facts };
}

/** A quote as data; amounts in credits. */
export function quoteData(quote: Quote): JsonObject {
  if (quote.status === 'unknown') return { status: 'unknown', why: quote.why };
  const { status, source, asOf } = quote;
  return { status, credits: toCredits(quote.amount), upper: toCredits(quote.upper), source, asOf: asOf ?? null };
}

/** A take as data; amounts in credits. */
export function takeData(take: Take): JsonObject {
  const { shot, phase, item, tool, model, prompt, state, outcome, assets, because } = take;
  return {
    take: take.id,
    shot,
    phase,
    item: item ?? null,
    tool,
    model: model ?? null,
    prompt: shortened(prompt, 600),
    state,
    outcome,
    held: toCredits(take.held),
    paid: toCredits(take.paid),
    at: new Date(take.at).toISOString(),
    ...(take.job === undefined ? {} : { job: take.job.id }),
    feedback: take.feedback === undefined ? null : { verdict: take.feedback.verdict, by: take.feedback.strength },
    because: because ?? null,
    assets: assets.map(({ id, path, mimeType, bytes }) => ({ id, path, mimeType, bytes })),
    ...(take.madeFrom === undefined ? {} : { madeFrom: take.madeFrom }),
  };
}

/** A plan as data; amounts in credits. */
export function planData(plan: Plan): JsonObject {
  return {
    plan: plan.id,
    version: plan.version,
    total: toCredits(plan.total),
    style: plan.style ?? null,
    items: plan.items.map(({ unit, estimate, prompt, ...item }) => ({
      ...item,
      prompt: shortened(prompt, 300),
      unit: unit === undefined ? null : toCredits(unit),
      estimate: estimate === undefined ? null : toCredits(estimate),
    })),
  };
}
