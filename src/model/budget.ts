import type { MicroCredits } from './credits.js';
import type { Phase } from './phase.js';

/** Whose money an account counts. */
export const scopes = ['session', 'project', 'client'] as const;

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** Calendar periods after which a budget starts anew; `none` never does. */
export const periods = ['none', 'day', 'week', 'month'] as const;

/** One of {@link periods}. */
export type Period = (typeof periods)[number];

/** A budget that a person configured for a scope. */
export interface BudgetRule {
  readonly scope: Scope;
  readonly limit: MicroCredits;
  readonly soft?: MicroCredits | undefined;
  readonly period: Period;
  /** Credits by which a person may extend the limit on demand; undefined where that is not bounded. */
  readonly onDemand?: MicroCredits | undefined;
  /** Counts only calls in this phase. */
  readonly phase?: Phase | undefined;
  /** Counts only calls of this model, by the name that the tool knows it under. */
  readonly model?: string | undefined;
  /** IANA time zone on whose calendar the period turns. */
  readonly zone: string;
}

/** Whose an account is. */
export interface AccountOwner {
  readonly scope: Scope;
  /** Handle of the session, or name of the project or client. */
  readonly subject: string;
}

/** One account that a call's hold must fit into; opened with these limits when it does not exist yet. */
export interface AccountRef extends AccountOwner {
  /** e.g. `session:s_1` or `project:poster:day:2026-11-22`. */
  readonly id: string;
  readonly limit?: MicroCredits | undefined;
  readonly soft?: MicroCredits | undefined;
  readonly resetsAt?: number | undefined;
  /** The limit that no extension may pass. This and what follows is of the budget behind it; no store keeps it. */
  readonly extendTo?: MicroCredits | undefined;
  readonly phase?: Phase | undefined;
  readonly model?: string | undefined;
}

/** An account with its balance. */
export interface Account extends AccountRef {
  readonly spent: MicroCredits;
  readonly held: MicroCredits;
}

/** Whether an account counts a call in a phase, of a model. */
export function countsCall(
  { phase, model }: Pick<AccountRef, 'phase' | 'model'>,
  call: { readonly phase: Phase; readonly model?: string | undefined },
): boolean {
  return (phase === undefined || phase === call.phase) && (model === undefined || model === call.model);
}

/** What is left under an account's hard limit; undefined without a limit. May be negative after an overrun. */
export function remaining(account: Account): MicroCredits | undefined {
  return account.limit === undefined ? undefined : account.limit - account.spent - account.held;
}
