import type { MicroCredits } from './credits.js';
import type { Phase } from './phase.js';

/** What a budget may count. */
export const budgetScopes = ['session', 'project', 'client'] as const;

/** One of {@link budgetScopes}. */
export type BudgetScope = (typeof budgetScopes)[number];

/** What an account counts: a budget's calls, one grant of credits, or all grants that a call may draw from (no store keeps that). */
export const scopes = [...budgetScopes, 'grant', 'balance'] as const;

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** Calendar periods after which a budget starts anew; `none` never does. */
export const periods = ['none', 'day', 'week', 'month'] as const;

/** One of {@link periods}. */
export type Period = (typeof periods)[number];

/** How important a project is beside others that share a budget. */
export const priorities = ['low', 'normal', 'high'] as const;

/** One of {@link priorities}. */
export type Priority = (typeof priorities)[number];

/** A budget that a person configured for a scope. */
export interface BudgetRule {
  readonly scope: BudgetScope;
  readonly limit: MicroCredits;
  readonly soft?: MicroCredits | undefined;
  readonly period: Period;
  /** Credits by which a person may extend the limit on demand; undefined where that is not bounded. */
  readonly onDemand?: MicroCredits | undefined;
  /** Credits of a shared budget that are kept for projects of at least this priority. */
  readonly reserve?:
    { readonly normal?: MicroCredits | undefined; readonly high?: MicroCredits | undefined } | undefined;
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
  /** Handle of the session, name of the project or client, or purse of a grant. */
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
  /** What must be left for projects of a higher priority. */
  readonly keep?: MicroCredits | undefined;
  readonly phase?: Phase | undefined;
  readonly model?: string | undefined;
  /** Counts only calls to this server, or to any but these. */
  readonly server?: string | undefined;
  readonly notServers?: readonly string[] | undefined;
}

/** An account with its balance. */
export interface Account extends AccountRef {
  readonly spent: MicroCredits;
  readonly held: MicroCredits;
}

/** Whether an account counts a call in a phase, of a model, to a server. */
export function countsCall(
  { phase, model, server, notServers }: Pick<AccountRef, 'phase' | 'model' | 'server' | 'notServers'>,
  call: { readonly phase: Phase; readonly model?: string | undefined; readonly server: string },
): boolean {
  return (
    (phase === undefined || phase === call.phase) &&
    (model === undefined || model === call.model) &&
    (server === undefined || server === call.server) &&
    notServers?.includes(call.server) !== true
  );
}

/** What is left under an account's hard limit, without what is kept for others; undefined without a limit. May be negative after an overrun. */
export function remaining(account: Account): MicroCredits | undefined {
  return account.limit === undefined ? undefined : account.limit - account.spent - account.held - (account.keep ?? 0);
}
