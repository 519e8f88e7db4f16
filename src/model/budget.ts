import type { MicroCredits } from './credits.js';

/** Whose money an account counts. */
export const scopes = ['session', 'project'] as const;

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
  /** IANA time zone on whose calendar the period turns. */
  readonly zone: string;
}

/** One account that a call's hold must fit into; opened with these limits when it does not exist yet. */
export interface AccountRef {
  /** e.g. `session:s_1` or `project:poster:day:2026-11-22`. */
  readonly id: string;
  readonly scope: Scope;
  readonly subject: string;
  readonly limit?: MicroCredits | undefined;
  readonly soft?: MicroCredits | undefined;
  readonly resetsAt?: number | undefined;
}

/** An account with its balance. */
export interface Account extends AccountRef {
  readonly spent: MicroCredits;
  readonly held: MicroCredits;
}

/** What is left under an account's hard limit; undefined without a limit. May be negative after an overrun. */
export function remaining(account: Account): MicroCredits | undefined {
  return account.limit === undefined ? undefined : account.limit - account.spent - account.held;
}
