import { policyOf, type Config } from '../config.js';
import { accountsFor } from '../ledger/period.js';
import type { Account, AccountRef, BudgetRule, BudgetScope, Period } from '../model/budget.js';
import { addMicro, formatCredits, type MicroCredits } from '../model/credits.js';
import type { Phase } from '../model/phase.js';
import { sharedOwners } from '../gate/standing.js';
import type { Store } from '../gate/store-port.js';
import { CommandError } from './command-error.js';
import { budgetView, openSessions } from './budget-view.js';

/** Which budget a person means. */
export interface BudgetChoice {
  readonly scope: BudgetScope;
  /** For session budgets: the handle; the session seen last when left out. */
  readonly session?: string | undefined;
  /** For several budgets of one scope: the one of this period, phase and model. */
  readonly period?: Period | undefined;
  readonly phase?: Phase | undefined;
  readonly model?: string | undefined;
}

/** New lines of a budget, and what they mean. */
export interface LimitChange {
  readonly account: AccountRef;
  readonly before: Account;
  readonly limit: MicroCredits;
  /** undefined leaves the soft line as it is. */
  readonly soft?: MicroCredits | undefined;
  /** Whether more could be spent afterwards than before. */
  readonly loosens: boolean;
}

/**
 * What setting a limit would change.
 * @param limit micro-credits
 * @throws CommandError when no such budget is in force, several are, or the soft line lies above the limit.
 */
export async function planLimit(
  store: Store,
  config: Config,
  now: number,
  choice: BudgetChoice,
  lines: { readonly limit: MicroCredits; readonly soft?: MicroCredits | undefined },
): Promise<LimitChange> {
  const { limit } = lines;
  if (lines.soft !== undefined && lines.soft > limit) {
    throw new CommandError('usage', 'soft-above-limit', { soft: lines.soft, limit });
  }
  const account = await accountFor(store, config, now, choice);
  const known = (await store.accountsOf(config.project, sharedOwners(policyOf(config)))).find(
    ({ id }) => id === account.id,
  );
  const before: Account = known ?? { ...account, spent: 0, held: 0 };
  refuseBeyondCap(account, before.limit, limit);
  // A soft line above the hard one would never be heard.
  const soft = lines.soft ?? (before.soft !== undefined && before.soft > limit ? limit : undefined);
  const raises = (from: MicroCredits | undefined, to: MicroCredits): boolean => from !== undefined && to > from;
  return { account, before, limit, soft, loosens: raises(before.limit, limit) || raises(before.soft, soft ?? 0) };
}

/**
 * What extending a budget on demand would change: the same as setting its limit, as far as the cap allows.
 * @param credits micro-credits to add
 * @throws CommandError when no such budget is in force, it has no limit, extending is off, or the cap is passed.
 */
export async function planExtension(
  store: Store,
  config: Config,
  now: number,
  id: string,
  credits: MicroCredits,
): Promise<LimitChange> {
  const { accounts } = await budgetView(store, config, now);
  const before = accounts.find((account) => account.id === id);
  if (before?.limit === undefined) {
    const known = accounts.filter((account) => account.limit !== undefined).map((account) => account.id);
    throw new CommandError('missing', 'no-such-budget', { account: id, known });
  }
  if (before.extendTo === undefined) throw new CommandError('refused', 'extend-off', { account: id });
  const limit = addMicro(before.limit, credits);
  refuseBeyondCap(before, before.limit, limit);
  return { account: before, before, limit, loosens: credits > 0 };
}

/** Whoever raises a limit, by setting or extending it, stays within the cap. */
function refuseBeyondCap({ id, extendTo }: AccountRef, before: MicroCredits | undefined, limit: MicroCredits): void {
  if (extendTo === undefined || limit <= Math.max(extendTo, before ?? 0)) return;
  const left = Math.max(0, extendTo - (before ?? 0));
  throw new CommandError('refused', 'extend-capped', { account: id, limit, cap: extendTo, left });
}

async function accountFor(store: Store, config: Config, now: number, choice: BudgetChoice): Promise<AccountRef> {
  const session = choice.scope === 'session' ? await sessionFor(store, config, now, choice.session) : '';
  const subject = { session, project: config.project, client: config.client }[choice.scope];
  if (subject === undefined) throw new CommandError('missing', 'no-client');
  const policy = policyOf(config);
  const rules = policy.budgets.filter((rule) => rule.scope === choice.scope);
  const fitting = rules.filter((rule) => fits(rule, choice));
  const [rule] = fitting;
  if (fitting.length > 1) {
    throw new CommandError('usage', 'budgets-several', { scope: choice.scope, budgets: named(fitting) });
  }
  const isTotal = (choice.period ?? 'none') === 'none' && choice.phase === undefined && choice.model === undefined;
  if (rule === undefined && !isTotal) {
    throw new CommandError('missing', 'budget-unknown', { ...choice, budgets: named(rules) });
  }
  // Without a rule in the config the account that counts everything gets the limit.
  const [own] = rule === undefined ? [] : accountsFor({ ...policy, budgets: [rule] }, config.project, session, now);
  return own ?? { id: `${choice.scope}:${subject}:none:all`, scope: choice.scope, subject };
}

/** Whether a budget is the one that is meant; one of a phase or model only where it is named. */
function fits(rule: BudgetRule, { period, phase, model }: BudgetChoice): boolean {
  return rule.phase === phase && rule.model === model && (period === undefined || rule.period === period);
}

/** Budgets as a person can tell them apart. */
function named(rules: readonly BudgetRule[]): string[] {
  return rules.map(({ period, phase, model, limit }) => {
    const options = [phase === undefined ? '' : ` --phase ${phase}`, model === undefined ? '' : ` --model ${model}`];
    return `--period ${period}${options.join('')} (${formatCredits(limit)})`;
  });
}

async function sessionFor(store: Store, config: Config, now: number, handle: string | undefined): Promise<string> {
  if (handle === undefined) {
    const [latest] = await openSessions(store, config, now);
    if (latest === undefined) throw new CommandError('missing', 'no-open-session', { project: config.project });
    return latest.id;
  }
  const session = await store.session(handle);
  if (session?.project !== config.project) throw new CommandError('missing', 'no-such-session', { session: handle });
  return session.id;
}
