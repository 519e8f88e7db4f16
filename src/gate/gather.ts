import { countsCall, remaining, type Account } from '../model/budget.js';
import type { Brief } from '../model/brief.js';
import type { Context, Placement } from '../model/context.js';
import type { MicroCredits } from '../model/credits.js';
import type { Offer } from '../model/offer.js';
import type { Plan } from '../model/plan.js';
import type { GenerationRequest, Hints } from '../model/request.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import { canonicalJson } from '../model/canonical-json.js';
import { outputsPerUnit } from '../ledger/outputs-per-unit.js';
import { periodAt } from '../ledger/period.js';
import { quoteOf } from '../ledger/quote-of.js';
import { featuresOf } from '../prompt/features-of.js';
import { restOfPlan } from '../rules/parts/rest-of-plan.js';
import { streakOf } from '../rules/parts/streak.js';
import { cheaperModels } from './cheaper.js';
import { soughtFor } from './filing.js';
import { laneCalls } from './lanes.js';
import type { ToolView } from './lens.js';
import { offersOf } from './offers.js';
import { oneCombination } from './one-combination.js';
import { saidYesTo } from './lines-below.js';
import { priceKeyOf } from './price-key.js';
import { place } from './place.js';
import type { GatePorts } from './ports.js';
import { sourcesOf } from './sources.js';
import { standingOf } from './standing.js';
import type { Remark } from './store-port.js';

/** The project's newest takes, by which a call is placed. */
const recentTakes = 50;
/** Earlier takes with a prompt like the request's, from all of the project's history. */
const mostAlike = 16;
/** Takes that a plan is measured by. */
const longHistory = 2000;
/** Attempts of one prompt. */
const mostAttempts = 50;

/** Everything that was read from the store for one decision. */
export interface Gathered {
  readonly session: Session;
  readonly brief?: Brief | undefined;
  readonly plan?: Plan | undefined;
  readonly placement: Placement;
  readonly takes: readonly Take[];
  readonly sources: readonly Take[];
  /** The tools as they were known then, and what they offer. */
  readonly tools: readonly ToolView[];
  readonly offers: readonly Offer[];
  readonly namesAssets: boolean;
  readonly accounts: readonly Account[];
  /** The grants that a call of the request's server draws from; undefined where no balance is kept for it. */
  readonly grants?: readonly Account[] | undefined;
  readonly quickSpentToday: MicroCredits;
  readonly sinceYes: MicroCredits;
  readonly expect: Context['expect'];
  readonly rest?: Context['rest'];
  readonly now: number;
  readonly promptKey: string;
  readonly nudge?: Remark | undefined;
}

type Digest = GatePorts['digest'];

/** Digests of requests that were asked for: one decision asks many times for the same. */
const digests = new WeakMap<GenerationRequest, { readonly by: Digest; readonly digest: string }>();

/** Digest of what would be sent: server, tool and canonical arguments. */
export function requestDigest(ports: GatePorts, request: GenerationRequest): string {
  const known = digests.get(request);
  if (known?.by === ports.digest) return known.digest;
  const digest = ports.digest(canonicalJson([request.server, request.tool, request.arguments]));
  digests.set(request, { by: ports.digest, digest });
  return digest;
}

/** Digest of the prompt as it reads without decoration; equal for plain re-runs. */
export function promptKeyOf(ports: GatePorts, request: GenerationRequest): string {
  // Spoken text is the product itself: nothing in it is decoration.
  const verbatim = request.kind === 'voice' ? request.prompt : undefined;
  const key = verbatim ?? featuresOf(request.prompt, request.negativePrompt, ports.policy.reading).key;
  // Calls without any prompt (reframe, upscale) are told apart by what they work on.
  return ports.digest(key === '' ? canonicalJson([request.tool, request.inputs]) : key);
}

/**
 * Reads the picture a decision is made on. Versions are read before the takes they guard, so that a take that slips in
 * between makes the later hold stale instead of going unseen.
 */
export async function gather(
  ports: GatePorts,
  session: Session,
  request: GenerationRequest,
  hints: Hints,
): Promise<Gathered> {
  const { store, policy } = ports;
  const project = session.project;
  const now = ports.clock();
  const promptKey = promptKeyOf(ports, request);
  const digest = requestDigest(ports, request);
  const [brief, plan, recent] = await Promise.all([
    store.latestBrief(project),
    store.latestPlan(project),
    store.takes({ project, limit: recentTakes }),
  ]);
  const placement = place(request, hints, plan, recent, policy.reading);
  const { shot, phase } = placement;
  const seen = await store.glance({ project, shot, phase, promptKey, digest });
  const today = periodAt(now, 'day', policy.zone);
  const [ofShot, ofDigest, alike, standing, quickSpentToday, sinceYes, nudge] = await Promise.all([
    seen.shotVersion === 0 ? [] : store.takes({ project, shot }),
    seen.hasEqual ? store.takes({ project, digest }) : [],
    takesLike(ports, project, request, promptKey),
    standingOf(ports, session, { server: request.server }),
    store.quickSpent(project, today.startsAt),
    store.sinceYes(project, saidYesTo(plan)),
    seen.hasNudge ? store.openNudge(project, shot, phase) : undefined,
  ]);
  const takes = await withCluster(ports, project, request, merge(ofShot, alike, ofDigest, recent));
  const sources = await sourcesOf(store, request, takes, project);
  const expect = { shotVersion: seen.shotVersion, promptKeyCount: seen.promptKeyCount };
  const rest = await restBelow(ports, plan, standing.accounts, recent);
  const tools = ports.tools();
  return {
    session,
    brief,
    plan,
    placement,
    takes,
    sources,
    tools,
    offers: offersOf(tools),
    namesAssets: ports.inputs !== undefined,
    accounts: standing.accounts,
    grants: [...standing.purses.values()][0],
    quickSpentToday,
    sinceYes,
    expect,
    rest,
    now,
    promptKey,
    nudge,
  };
}

/** Earlier takes of the project whose prompts come near the request's: all of its history is looked through. */
function takesLike(
  ports: GatePorts,
  project: string,
  request: GenerationRequest,
  promptKey: string,
): Promise<readonly Take[]> {
  const marks = soughtFor(request, ports.policy.reading);
  if (marks.length === 0) return ports.store.takes({ project, promptKey });
  return ports.store.similar({ project, marks, limit: mostAlike });
}

/** What is still to be made, where money could be short for it; a long history is read only then. */
async function restBelow(
  { store }: GatePorts,
  plan: Plan | undefined,
  accounts: readonly Account[],
  recent: readonly Take[],
): Promise<Context['rest']> {
  if (plan === undefined || accounts.every((account) => (remaining(account) ?? plan.total) >= plan.total)) {
    return undefined;
  }
  const isAll = recent.length < recentTakes;
  return restOfPlan(plan, isAll ? recent : await store.takes({ project: plan.project, limit: longHistory }));
}

/** Adds the rest of the attempts that the request goes on with. */
async function withCluster(
  ports: GatePorts,
  project: string,
  request: GenerationRequest,
  takes: readonly Take[],
): Promise<readonly Take[]> {
  const { cluster } = streakOf(request, takes, undefined, ports.policy.reading);
  if (cluster === undefined) return takes;
  const members = await ports.store.takes({ project, cluster, limit: mostAttempts });
  const ids = new Set(takes.map(({ id }) => id));
  return members.every(({ id }) => ids.has(id)) ? takes : merge(takes, members);
}

/** The frozen picture for one request, out of what was gathered. */
export function viewOf(
  ports: GatePorts,
  tool: ToolView,
  gathered: Gathered,
  hints: Hints,
  request: GenerationRequest,
): Context {
  const quote = quoteOf(tool.profile, request);
  const { tools, ...seen } = gathered;
  return {
    ...seen,
    accounts: gathered.accounts.filter((account) =>
      countsCall(account, { ...request, phase: gathered.placement.phase }),
    ),
    policy: ports.policy,
    quote,
    cheaper: cheaperModels(tool, request, quote),
    lanes: laneCalls(tools, request, quote),
    oneCombination: oneCombination(tool, request),
    digest: requestDigest(ports, request),
    priceKey: gathered.placement.item?.priceKey === undefined ? undefined : priceKeyOf(ports, tool),
    outputsPerUnit: outputsPerUnit(tool.profile, request),
    answered: answeredNudge(gathered.nudge, hints),
  };
}

/** A one-line answer counts for the open nudge of the shot and phase, once. */
function answeredNudge(nudge: Remark | undefined, hints: Hints): Context['answered'] {
  const because = hints.because?.trim() ?? '';
  if (nudge === undefined || because.length < 3) return undefined;
  const codes = nudge.findings.filter((found) => found.level === 'nudge').map((found) => `${found.rule}/${found.code}`);
  return { codes, because: because.slice(0, 500) };
}

/** Takes of several readings, newest first, the freshest reading of each. */
function merge(...readings: readonly (readonly Take[])[]): Take[] {
  const byId = new Map<string, Take>();
  for (const reading of readings) {
    for (const take of reading) if (!byId.has(take.id)) byId.set(take.id, take);
  }
  return [...byId.values()].sort((a, b) => b.at - a.at);
}
