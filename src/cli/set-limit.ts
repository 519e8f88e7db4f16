import { policyOf, type Config } from '../config.js';
import { accountsFor } from '../ledger/period.js';
import type { Account, AccountRef, Period, Scope } from '../model/budget.js';
import { formatCredits, type MicroCredits } from '../model/credits.js';
import type { Store } from '../gate/store-port.js';
import { CommandError } from './command-error.js';
import { openSessions } from './budget-view.js';

/** Which budget a person means. */
export interface BudgetChoice {
  readonly scope: Scope;
  /** For session budgets: the handle; the session seen last when left out. */
  readonly session?: string | undefined;
  /** For several budgets of one scope: the one of this period. */
  readonly period?: Period | undefined;
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
  const known = (await store.accountsOf(config.project)).find(({ id }) => id === account.id);
  const before: Account = known ?? { ...account, spent: 0, held: 0 };
  // A soft line above the hard one would never be heard.
  const soft = lines.soft ?? (before.soft !== undefined && before.soft > limit ? limit : undefined);
  const raises = (from: MicroCredits | undefined, to: MicroCredits): boolean => from !== undefined && to > from;
  return { account, before, limit, soft, loosens: raises(before.limit, limit) || raises(before.soft, soft ?? 0) };
}

async function accountFor(store: Store, config: Config, now: number, choice: BudgetChoice): Promise<AccountRef> {
  const session = choice.scope === 'session' ? await sessionFor(store, config, now, choice.session) : '';
  const rules = policyOf(config).budgets.filter((rule) => rule.scope === choice.scope);
  const fitting = choice.period === undefined ? rules : rules.filter((rule) => rule.period === choice.period);
  const [rule] = fitting;
  if (fitting.length > 1) {
    const periods = fitting.map((each) => `${each.period} (${formatCredits(each.limit)})`);
    throw new CommandError('usage', 'budgets-several', { scope: choice.scope, periods });
  }
  if (rule === undefined && choice.period !== undefined && choice.period !== 'none') {
    throw new CommandError('missing', 'budget-unknown', { ...choice, periods: rules.map((each) => each.period) });
  }
  const subject = choice.scope === 'session' ? session : config.project;
  // Without a rule in the config the account that counts everything gets the limit.
  const [own] = rule === undefined ? [] : accountsFor([rule], config.project, session, now);
  return own ?? { id: `${choice.scope}:${subject}:none:all`, scope: choice.scope, subject };
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
