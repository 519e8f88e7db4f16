import { purseFor, purseOf, type BalanceRule } from '../model/balance.js';
import { priorities, type BudgetRule } from '../model/budget.js';
import { phases, purposes } from '../model/phase.js';
import { canonicalJson } from '../model/canonical-json.js';
import { levels, type Level } from '../model/verdict.js';
import type { Levels, Policy } from '../model/policy.js';
import { usualQuality, type Quality } from '../model/quality.js';
import { tierRank, type Tier } from '../model/tier.js';
import { guardedLimits, usualLimits, type ServerLimits } from '../model/server-limits.js';
import { trustModes, type TrustMode } from '../model/tool-pin.js';
import { usualReading, type Reading } from '../model/reading.js';

/** The part of a config that decides what may be spent, as it was last accepted by the person. */
export interface AcceptedPolicy extends Pick<
  Policy,
  'mode' | 'levels' | 'quickLane' | 'ask' | 'plan' | 'budgets' | 'client' | 'priority' | 'balances' | 'prices'
> {
  readonly relayedRounds: number;
  /** Not there in what was accepted before prompts could be read in other ways. */
  readonly reading?: Reading | undefined;
  /** Not there in what was accepted before these could be configured. */
  readonly shots?: Policy['shots'] | undefined;
  readonly quality?: Quality | undefined;
  readonly attended?: boolean | undefined;
  /** Private hosts that outputs may be fetched from. */
  readonly allowHosts?: readonly string[] | undefined;
  /** Servers by how a change of their tools is taken, where not the usual way. */
  readonly trust?: Readonly<Record<string, TrustMode>> | undefined;
  /** Methods outside the protocol that pass to a server although it has paid tools, by server. */
  readonly relay?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What is taken from a server at most, where its settings say it, by server. */
  readonly limits?: Readonly<Record<string, ServerLimits>> | undefined;
  /** The price list with its rates, as canonical text. */
  readonly priceList?: string | undefined;
  /** The rates in which servers' own prices count, as canonical text; `off` where those do not count. */
  readonly statedPrices?: string | undefined;
  /** Names of the configured servers. */
  readonly servers: readonly string[];
  /** What every configured tool is taken for, as canonical text by `server.tool`; a change can make a paid tool free. */
  readonly tools: Readonly<Record<string, string>>;
}

/**
 * What a config allows that the accepted one did not: names of the settings, empty when nothing was loosened. An agent
 * that can write the config file must not be able to buy itself a larger budget with it.
 */
export function loosened(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const found: string[] = [];
  const note = (setting: string, looser: boolean): void => {
    if (looser) found.push(setting);
  };
  note('mode', accepted.mode === 'enforce' && current.mode !== 'enforce');
  note('quickLane.perCall', current.quickLane.perCall > accepted.quickLane.perCall);
  note('quickLane.perDay', current.quickLane.perDay > accepted.quickLane.perDay);
  note('ask.above', current.ask.above > accepted.ask.above);
  note('ask.every', current.ask.every > accepted.ask.every);
  note('ask.personAbove', isMore(accepted.ask.personAbove, current.ask.personAbove ?? Number.POSITIVE_INFINITY));
  note('plan.tolerance', current.plan.tolerance > accepted.plan.tolerance);
  note('feedback.relayedRounds', current.relayedRounds > accepted.relayedRounds);
  found.push(...looserLevels('', accepted.levels, current.levels));
  found.push(...looserBudgets(accepted.budgets, current.budgets), ...looserMoney(accepted, current));
  note('ask.attended', accepted.attended === false && current.attended !== false);
  const hosts = accepted.allowHosts ?? [];
  note(
    'outputs.allowHosts',
    (current.allowHosts ?? []).some((host) => !hosts.includes(host)),
  );
  found.push(...looserShots(accepted.shots ?? {}, current.shots ?? {}));
  found.push(...looserQuality(accepted.quality ?? usualQuality, current.quality ?? usualQuality));
  found.push(...looserReading(accepted.reading ?? usualReading, current.reading ?? usualReading));
  found.push(...changedTools(accepted, current), ...looserTrust(accepted, current));
  found.push(...looserRelay(accepted, current), ...looserLimits(accepted, current));
  return found;
}

/** Whose budgets count, which balances pay, and when a price is looked at. */
function looserMoney(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const rank = ({ priority = 'normal' }: AcceptedPolicy): number => priorities.indexOf(priority);
  const looser = {
    priority: rank(current) > rank(accepted),
    client: accepted.client !== undefined && current.client !== accepted.client,
    'prices.staleDays': isMore(accepted.prices?.staleDays, current.prices?.staleDays),
    'prices.file': current.priceList !== undefined && current.priceList !== accepted.priceList,
    'prices.stated': isOtherStated(accepted.statedPrices, current.statedPrices),
    'prices.batchAbove': isMore(accepted.prices?.batchAbove, current.prices?.batchAbove),
  };
  const names = Object.entries(looser).flatMap(([setting, is]) => (is ? [setting] : []));
  return [...names, ...looserBalances(accepted.balances ?? [], current.balances ?? [])];
}

/** Whether servers' own prices count now, or in other rates; one that was accepted before there were any says nothing of them. */
function isOtherStated(accepted: string | undefined, current: string | undefined): boolean {
  return accepted !== undefined && current !== undefined && current !== 'off' && current !== accepted;
}

/** Whether a line was moved up; where none was accepted before, any is tighter. */
function isMore(accepted: number | undefined, current: number | undefined): boolean {
  return accepted !== undefined && current !== undefined && current > accepted;
}

/** Ways to read that let more pass as another request: a re-run that is not seen as one is paid. */
function looserReading(accepted: Reading, current: Reading): string[] {
  const lacks = (words: readonly string[], others: readonly string[]): boolean =>
    others.some((word) => !words.includes(word));
  const looser: Readonly<Record<keyof Reading, boolean>> = {
    weightStep: current.weightStep < accepted.weightStep,
    boosters: lacks(current.boosters, accepted.boosters),
    notBoosters: lacks(accepted.notBoosters, current.notBoosters),
    modelMakesAnother: current.modelMakesAnother && !accepted.modelMakesAnother,
    seedMakesAnother: current.seedMakesAnother && !accepted.seedMakesAnother,
  };
  return (Object.keys(looser) as (keyof Reading)[]).filter((key) => looser[key]).map((key) => `reading.${key}`);
}

/** Shots that have other levels of their own. */
function looserShots(accepted: Policy['shots'], current: Policy['shots']): string[] {
  const shots = new Set([...Object.keys(accepted), ...Object.keys(current)]);
  return [...shots].flatMap((shot) => looserLevels(`shots.${shot}.`, accepted[shot] ?? {}, current[shot] ?? {}));
}

/** Phases, purposes and drafts that more is worth paying for. */
function looserQuality(accepted: Quality, current: Quality): string[] {
  const higher = (is: Tier, was: Tier): boolean => tierRank(is) > tierRank(was);
  const larger = (is: number | undefined, was: number | undefined): boolean =>
    (is ?? Number.POSITIVE_INFINITY) > (was ?? Number.POSITIVE_INFINITY);
  return [
    ...phases
      .filter((phase) => higher(current.phases[phase], accepted.phases[phase]))
      .map((phase) => `quality.phases.${phase}`),
    ...purposes
      .filter((purpose) => {
        const [is, was] = [current.purposes[purpose], accepted.purposes[purpose]];
        return higher(is.highest, was.highest) || larger(is.pixels, was.pixels);
      })
      .map((purpose) => `quality.purposes.${purpose}`),
    ...(['seconds', 'pixels'] as const)
      .filter((bound) => current.draft[bound] > accepted.draft[bound])
      .map((bound) => `quality.draft.${bound}`),
  ];
}

/** Tools that a server of the accepted config is now taken for something else: paid can become free, or cheaper. */
function changedTools(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const servers = new Set(accepted.servers);
  const names = new Set([...Object.keys(accepted.tools), ...Object.keys(current.tools)]);
  return [...names]
    .filter((name) => servers.has(name.slice(0, name.indexOf('.'))) && accepted.tools[name] !== current.tools[name])
    .map((name) => `tools.${name}`);
}

/** Known servers whose tools may now change in more ways without the person. */
function looserTrust(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const rank = ({ trust }: AcceptedPolicy, server: string): number => trustModes.indexOf(trust?.[server] ?? 'pinned');
  return accepted.servers
    .filter((server) => current.servers.includes(server) && rank(current, server) > rank(accepted, server))
    .map((server) => `servers.${server}.trust`);
}

/** Known servers that methods outside the protocol now reach which did not before. */
function looserRelay(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  return accepted.servers
    .filter((server) => {
      const before = accepted.relay?.[server] ?? [];
      if (before.includes('*')) return false;
      return (current.relay?.[server] ?? []).some((method) => !before.includes(method));
    })
    .map((server) => `servers.${server}.relay`);
}

/** Known servers of which more is taken than before. */
function looserLimits(accepted: AcceptedPolicy, current: AcceptedPolicy): string[] {
  const of = ({ limits }: AcceptedPolicy, server: string): ServerLimits => limits?.[server] ?? {};
  return accepted.servers.flatMap((server) =>
    guardedLimits
      .filter((limit) => {
        const [was, is] = [of(accepted, server)[limit], of(current, server)[limit]];
        return (is ?? usualLimits[limit]) > (was ?? usualLimits[limit]);
      })
      .map((limit) => `servers.${server}.limits.${limit}`),
  );
}

function looserLevels(where: string, accepted: Levels, current: Levels): string[] {
  const rank = (level: Level | undefined): number | undefined =>
    level === undefined ? undefined : levels.indexOf(level);
  const keys = new Set([...Object.keys(accepted), ...Object.keys(current)]);
  return [...keys]
    .filter((key) => {
      const was = rank(accepted[key]);
      const is = rank(current[key]);
      // A level that is new or gone moves away from, or back to, a default that only the rule knows: that is a change.
      return was === undefined || is === undefined ? was !== is : is < was;
    })
    .map((key) => `${where}rules.${key}`);
}

/** Balances from which more could be drawn; keeping the first one of a purse is a bound where there was none. */
function looserBalances(accepted: readonly BalanceRule[], current: readonly BalanceRule[]): string[] {
  const text = ({ credits: _credits, ...rest }: BalanceRule): string => canonicalJson({ ...rest });
  const isBound = (balances: readonly BalanceRule[], purse: string): boolean =>
    balances.some((balance) => purseOf(balance) === purse);
  const more = current.filter((is) => {
    const was = accepted.find(({ name }) => name === is.name);
    if (was === undefined) return isBound(accepted, purseOf(is)) || purseFor(accepted, purseOf(is)) !== undefined;
    return is.credits > was.credits || text(is) !== text(was);
  });
  const unbound = accepted.filter((was) => !isBound(current, purseOf(was)));
  return [...new Set([...more, ...unbound].map(({ name }) => `balances.${name}`))];
}

function looserBudgets(accepted: readonly BudgetRule[], current: readonly BudgetRule[]): string[] {
  const key = ({ scope, period, phase, model }: BudgetRule): string =>
    [scope, period, phase, model].filter((part) => part !== undefined).join('/');
  const now = new Map(current.map((rule) => [key(rule), rule]));
  return accepted
    .filter((was) => {
      const is = now.get(key(was));
      if (is === undefined || is.limit > was.limit) return true;
      if ((['normal', 'high'] as const).some((who) => (is.reserve?.[who] ?? 0) < (was.reserve?.[who] ?? 0))) {
        return true;
      }
      if ((is.onDemand ?? 0) > (was.onDemand ?? 0)) return true;
      return was.soft !== undefined && (is.soft === undefined || is.soft > was.soft);
    })
    .map((was) => `budgets.${key(was)}`);
}
