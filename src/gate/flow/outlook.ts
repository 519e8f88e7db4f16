import { isAlive, renewsAt } from '../../ledger/grants.js';
import { dateIn, dateText } from '../../ledger/calendar.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { commonPurse, purseFor, purseOf } from '../../model/balance.js';
import { remaining, type Account } from '../../model/budget.js';
import type { MicroCredits } from '../../model/credits.js';
import type { OpenItem, PlanItem } from '../../model/plan.js';
import { phaseRank } from '../../model/phase.js';
import type { Session } from '../../model/session.js';
import type { Take } from '../../model/take.js';
import { counts, isApproved } from '../../model/takes.js';
import { tierRank } from '../../model/tier.js';
import { neededOf, restOfPlan, runningLow } from '../../rules/parts/rest-of-plan.js';
import { lowestTier } from '../../rules/parts/worth.js';
import { cheaperModels } from '../cheaper.js';
import { readRequest } from '../lens.js';
import type { Standing } from '../standing.js';
import type { Desk } from './desk.js';
import { lapsesOf, soonAt, type DatedCredits } from './lapses.js';
import { stepArguments } from './price-plan.js';

/** How a balance and the rest of the plan go together. */
export interface PurseOutlook {
  /** The server that it is for; undefined for the common one. */
  readonly server?: string | undefined;
  readonly left: MicroCredits;
  readonly need: MicroCredits;
  readonly lapses: readonly DatedCredits[];
  readonly renews: readonly DatedCredits[];
  /** Steps that can be paid now, and those that can after the next renewal. */
  readonly now: readonly string[];
  readonly later: readonly string[];
  /** What is missing even then. */
  readonly short: MicroCredits;
}

/** Credits that lapse within days, and what they could still be used for. */
export interface Lapsing extends DatedCredits {
  readonly uses: readonly string[];
  /** Approved shots of which a variation to fall back on could be made. */
  readonly spares: readonly string[];
}

/** What is still to be done, and whether the money is there. */
export interface Outlook {
  /** Whether there is a plan at all. */
  readonly isPlanned: boolean;
  /** Most valuable first. */
  readonly open: readonly OpenItem[];
  readonly need: MicroCredits;
  readonly low: readonly { readonly account: Account; readonly left: MicroCredits; readonly need: MicroCredits }[];
  /** Steps that a cheaper model could make where money is short, what is worth least first. */
  readonly ways: readonly { readonly item: string; readonly model: string; readonly saving: MicroCredits }[];
  readonly purses: readonly PurseOutlook[];
  readonly lapsing: readonly Lapsing[];
  /** Credits a week, measured over the past four; undefined when nothing was spent. */
  readonly pace?: MicroCredits | undefined;
  /** Date until which the tightest of what does not start anew lasts at that pace. */
  readonly lasts?: string | undefined;
}

const weekMs = 7 * 86_400_000;
const mostTakes = 10_000;
const mostWays = 5;

/** Looks ahead: from the plan in force, what was made of it, the budgets, the balances and the pace of the past weeks. */
export async function outlookOf(desk: Desk, session: Session, standing: Standing): Promise<Outlook> {
  const { store, policy, clock } = desk.ports;
  const { project } = session;
  const [plan, takes] = await Promise.all([store.latestPlan(project), store.takes({ project, limit: mostTakes })]);
  const now = clock();
  const open = plan === undefined ? [] : restOfPlan(plan, takes);
  const low = runningLow(standing.accounts, open);
  const purses = [...standing.purses].map(([purse, grants]) =>
    purseOutlook(desk, purse, grants, open, plan?.items ?? []),
  );
  const pace = paceOf(takes, now);
  const soon = soonAt(desk.ports);
  return {
    isPlanned: plan !== undefined,
    open,
    need: needOf(open),
    low: low.map((account) => ({ account, left: remaining(account) ?? 0, need: neededOf(account, open) })),
    ways: low.length === 0 ? [] : waysOf(desk, open),
    purses,
    lapsing: purses.flatMap(({ lapses, now: uses }) =>
      lapses.filter(({ at }) => at <= soon).map((credits) => ({ ...credits, uses, spares: sparesOf(takes) })),
    ),
    pace,
    lasts: pace === undefined ? undefined : lastsUntil(standing.accounts, pace, now, policy.zone),
  };
}

function purseOutlook(
  desk: Desk,
  purse: string,
  grants: readonly Account[],
  open: readonly OpenItem[],
  order: readonly PlanItem[],
): PurseOutlook {
  const { balances = [], zone } = desk.ports.policy;
  const now = desk.ports.clock();
  const on = (at: number): string => dateText(dateIn(at, zone));
  const sum = (of: readonly Account[]): number => of.reduce((total, grant) => total + (remaining(grant) ?? 0), 0);
  const lapses = lapsesOf(grants, zone);
  const renews = balances
    .filter((balance) => purseOf(balance) === purse)
    .flatMap((balance): DatedCredits[] => {
      const at = renewsAt(balance, now);
      return at === undefined ? [] : [{ name: balance.name, amount: balance.credits, on: on(at), at }];
    });
  const next = Math.min(...renews.map(({ at }) => at));
  const left = sum(grants);
  const mine = open
    .filter(({ item }) => purseFor(balances, item.server) === purse)
    .sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item));
  const paidNow = within(mine, left);
  const used = needOf(paidNow);
  const staying = sum(grants.filter((grant) => isAlive(grant, next)));
  // What lapses first is spent first, so what stays is touched only by what goes beyond that.
  const kept = Math.max(0, staying - Math.max(0, used - (left - staying)));
  const fresh = renews.filter(({ at }) => at === next).reduce((total, { amount }) => total + amount, 0);
  const others = mine.filter((each) => !paidNow.includes(each));
  const paidLater = within(others, kept + fresh);
  return {
    server: purse === commonPurse ? undefined : purse,
    ...{ left, need: needOf(mine), lapses, renews },
    now: paidNow.map(({ item }) => item.id),
    later: renews.length === 0 ? [] : paidLater.map(({ item }) => item.id),
    short: Math.max(0, needOf(others) - (renews.length === 0 ? left - used : kept + fresh)),
  };
}

/** The steps that fit into an amount, one after the other. */
function within(open: readonly OpenItem[], amount: MicroCredits): readonly OpenItem[] {
  let rest = amount;
  return open.filter(({ need = 0 }) => {
    if (need > rest) return false;
    rest -= need;
    return true;
  });
}

function needOf(open: readonly OpenItem[]): MicroCredits {
  return open.reduce((sum, { need = 0 }) => sum + need, 0);
}

function waysOf(desk: Desk, open: readonly OpenItem[]): Outlook['ways'] {
  const ways = [...open].reverse().flatMap(({ item, versions }) => {
    const tool = desk.findTool(item.tool);
    const read =
      tool &&
      readRequest(
        tool,
        stepArguments({ ...item, urgent: item.urgent === true, arguments: {} }, tool),
        tool.profile.arguments.inputs,
      );
    if (tool === undefined || read === undefined || !('server' in read) || item.unit === undefined) return [];
    const one = { ...read, count: 1, combinations: 1 };
    const least = tierRank(lowestTier(desk.ports.policy.quality, item.phase, item.purpose));
    const [best] = cheaperModels(tool, one, quoteOf(tool.profile, one)).filter(({ tier }) => tierRank(tier) >= least);
    const saving = best === undefined ? 0 : (item.unit - best.amount) * versions;
    return best === undefined || saving <= 0 ? [] : [{ item: item.id, model: best.model, saving }];
  });
  return ways.slice(0, mostWays);
}

/** Shots whose look is settled: a variation of their picture is a use for credits that would be lost. */
function sparesOf(takes: readonly Take[]): readonly string[] {
  const approved = takes.filter((take) => isApproved(take) && phaseRank(take.phase) > 0);
  return [...new Set(approved.map(({ shot }) => shot))].slice(0, 3);
}

function paceOf(takes: readonly Take[], now: number): MicroCredits | undefined {
  const recent = takes.filter((take) => counts(take) && take.at > now - 4 * weekMs);
  const spent = recent.reduce((sum, take) => sum + take.paid + take.held, 0);
  if (spent === 0) return undefined;
  const weeks = Math.max(1, (now - Math.min(...recent.map(({ at }) => at))) / weekMs);
  return Math.round(spent / weeks);
}

/** Budgets that start anew soon say nothing of how long the money lasts. */
function lastsUntil(accounts: readonly Account[], pace: MicroCredits, now: number, zone: string): string | undefined {
  const left = accounts
    .filter(({ scope, resetsAt }) => scope !== 'session' && resetsAt === undefined)
    .flatMap((account) => remaining(account) ?? []);
  const weeks = Math.max(0, Math.min(...left)) / pace;
  return weeks > 520 ? undefined : dateText(dateIn(now + weeks * weekMs, zone));
}
