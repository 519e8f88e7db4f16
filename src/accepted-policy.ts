import { policyOf, type Config } from './config.js';
import { accountsFor } from './ledger/period.js';
import { isMove, notePlace, placeMove, placeOf, placeStanding } from './ledger-place.js';
import type { BudgetRule } from './model/budget.js';
import { canonicalJson } from './model/canonical-json.js';
import type { LedgerMove } from './model/ledger-place.js';
import { loosened, type AcceptedPolicy } from './gate/loosened.js';
import { grantRefs, pursesFor } from './gate/standing.js';
import type { Store } from './gate/store-port.js';

/** A config as its file says it, before options of the command line. */
export interface ConfigBasis {
  readonly file: string;
  readonly config: Config;
}

/** Kept per file and project: two files of one person are two ways of working, not a change of one. */
const settingOf = ({ file, config }: ConfigBasis): string => `accepted-policy:${config.project}:${file}`;

/** The part of a config that a person accepts. */
function acceptable(config: Config): AcceptedPolicy {
  const {
    mode,
    levels,
    shots,
    quickLane,
    ask,
    attended,
    plan,
    budgets,
    client,
    balances,
    prices,
    priority,
    relayedRounds,
    quality,
    reading,
  } = policyOf(config);
  const tools: Record<string, string> = {};
  for (const [server, entry] of Object.entries(config.servers)) {
    for (const [tool, setting] of Object.entries(entry.tools)) tools[`${server}.${tool}`] = canonicalJson(setting);
  }
  const servers = Object.keys(config.servers);
  for (const server of servers) tools[`${server}.*`] = config.servers[server]?.preset ?? 'no preset';
  const lines = { quickLane, ask, attended, plan, budgets, client, priority, balances, prices, relayedRounds };
  const { allowHosts } = config.outputs;
  const lists = {
    trust: trustOf(config),
    relay: relayOf(config),
    limits: limitsOf(config),
    priceList: priceListOf(config),
    statedPrices: statedPricesOf(config),
  };
  return { mode, levels, shots, ...lines, quality, reading, allowHosts, ...lists, servers, tools };
}

/** Servers whose tools may change in other ways than usual; undefined where there is none, as before there could be. */
function trustOf({ servers }: Config): AcceptedPolicy['trust'] {
  const other = Object.entries(servers).flatMap(([server, { trust }]) =>
    trust === undefined || trust === 'pinned' ? [] : [[server, trust] as const],
  );
  return other.length === 0 ? undefined : Object.fromEntries(other);
}

/** Servers with methods outside the protocol that may pass; undefined where there is none, as before there could be. */
function relayOf({ servers }: Config): AcceptedPolicy['relay'] {
  const some = Object.entries(servers).flatMap(([server, { relay = [] }]) =>
    relay.length === 0 ? [] : [[server, relay] as const],
  );
  return some.length === 0 ? undefined : Object.fromEntries(some);
}

/** Servers with limits of their own; undefined where there is none, as before they counted. */
function limitsOf({ servers }: Config): AcceptedPolicy['limits'] {
  const own = Object.entries(servers).flatMap(([server, { limits }]) =>
    limits === undefined ? [] : [[server, limits] as const],
  );
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

/** Prices that are used where no profile has one: another list can make a call cheaper, or known at all. */
function priceListOf({ priceEntries, prices }: Config): string | undefined {
  return priceEntries === undefined ? undefined : canonicalJson({ priceEntries, rates: prices.rates });
}

/** In which rates servers' own prices count; other rates can make a call cheaper. */
function statedPricesOf({ prices }: Config): string {
  return prices.stated ? canonicalJson(prices.rates) : 'off';
}

/**
 * Compares a config with what the person accepted before: the first one is taken as it is, a tighter one holds at once
 * (for accounts that are open too), and a looser one is named setting by setting until it is accepted.
 */
export async function looserThanAccepted(store: Store, basis: ConfigBasis, now: number): Promise<readonly string[]> {
  const { config } = basis;
  const current = acceptable(config);
  const known = await store.setting(settingOf(basis));
  if (known !== undefined) {
    const accepted = JSON.parse(known) as AcceptedPolicy;
    const settings = loosened(accepted, current);
    if (settings.length > 0) return settings;
    if (known === JSON.stringify(current)) return [];
    // A budget that says what it said before leaves alone what the person made of its account since.
    const isSame = (rule: BudgetRule): boolean =>
      accepted.budgets.some((before) => canonicalJson(before) === canonicalJson(rule));
    await applyBudgets(store, config, now, 'tighten', isSame);
  }
  await store.saveSetting(settingOf(basis), JSON.stringify(current));
  return [];
}

/** What of a config waits for the person. */
export interface Waiting {
  /** Names of the settings; empty when nothing waits. */
  readonly settings: readonly string[];
  /** Where they say another ledger than the one that is known. */
  readonly moved?: LedgerMove | undefined;
}

/**
 * Compares a config with what the person accepted, at a start. First it has to be their ledger: another one knows of no
 * acceptance and nothing spent, so nothing is taken as accepted there.
 * @param unnoted hears why the place of a ledger that is seen for the first time could not be put on record; then it is
 *   taken as it is, and the next start takes it so again
 */
export async function waitingAtStart(
  store: Store,
  basis: ConfigBasis,
  now: number,
  unnoted: (why: string) => void,
): Promise<Waiting> {
  const { file, config } = basis;
  const standing = placeStanding(file, config);
  if (isMove(standing)) {
    return { settings: [...standing.settings, ...(await looserThanKnown(store, basis))], moved: standing };
  }
  const settings = await looserThanAccepted(store, basis, now);
  if (standing.kind === 'known') return { settings };
  try {
    notePlace(file, placeOf(config));
  } catch (error) {
    unnoted(error instanceof Error ? error.message : String(error));
  }
  return { settings };
}

/** What a config allows beyond what the person accepted, setting by setting; nothing is noted or changed. */
export async function waitsForAcceptance(store: Store, basis: ConfigBasis): Promise<readonly string[]> {
  const moved = placeMove(basis.file, basis.config);
  return [...(moved?.settings ?? []), ...(await looserThanKnown(store, basis))];
}

/** What a config allows beyond what a store knows as accepted; nothing where it knows nothing. */
async function looserThanKnown(store: Store, basis: ConfigBasis): Promise<readonly string[]> {
  const known = await store.setting(settingOf(basis));
  return known === undefined ? [] : loosened(JSON.parse(known) as AcceptedPolicy, acceptable(basis.config));
}

/**
 * The person accepts a config as it is: its budgets hold for open accounts of the project too. Where its ledger is has to
 * be put on record beside it.
 */
export async function acceptPolicy(store: Store, basis: ConfigBasis, now: number): Promise<void> {
  await applyBudgets(store, basis.config, now, 'set');
  await store.saveSetting(settingOf(basis), JSON.stringify(acceptable(basis.config)));
}

/** Brings the open accounts of project and client to the config's limits; `tighten` never raises one. */
async function applyBudgets(
  store: Store,
  config: Config,
  now: number,
  how: 'tighten' | 'set',
  except: (rule: BudgetRule) => boolean = () => false,
): Promise<void> {
  const whole = policyOf(config);
  const policy = { ...whole, budgets: whole.budgets.filter((rule) => !except(rule)) };
  const grants = pursesFor(policy).flatMap((purse) => grantRefs(policy, purse, now));
  const refs = [...accountsFor(policy, config.project, '', now), ...grants].filter(
    (ref) => ref.scope !== 'session' && ref.limit !== undefined,
  );
  for (const account of await store.accounts(refs)) {
    const wanted = refs.find((ref) => ref.id === account.id);
    if (wanted?.limit === undefined || account.limit === wanted.limit) continue;
    if (how === 'tighten' && account.limit !== undefined && account.limit < wanted.limit) continue;
    await store.limit(wanted, { limit: wanted.limit, soft: wanted.soft ?? null }, 'config');
  }
}
