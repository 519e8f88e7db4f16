import { strengthNeeded, type Approval } from '../model/approval.js';
import type { ApprovalDetail } from '../model/approval-detail.js';
import { countsCall } from '../model/budget.js';
import { canonicalJson } from '../model/canonical-json.js';
import type { GenerationRequest, Hints } from '../model/request.js';
import type { Session } from '../model/session.js';
import { isRunning } from '../model/takes.js';
import type { WeighedFinding } from '../model/verdict.js';
import { accountsFor, periodAt } from '../ledger/period.js';
import { shapeOf } from '../rules/parts/earlier-takes.js';
import { streakOf } from '../rules/parts/streak.js';
import type { CheckAnswer, Refusal } from './answer.js';
import { applyFix } from './apply-fix.js';
import { askPerson } from './ask-person.js';
import { callsInstead } from './calls-instead.js';
import { cheaperLegal } from './cheaper.js';
import { decide, type Decision } from './decide.js';
import { filed } from './filing.js';
import { gather, requestDigest, viewOf, type Gathered } from './gather.js';
import { readRequest, type ToolView } from './lens.js';
import type { Admit, Caller, GatePorts } from './ports.js';
import { boundTool, nameInputs, type NamedInputs } from './name-inputs.js';
import { linesBelow } from './lines-below.js';
import { remarkOf } from './remark-of.js';
import { isSessionRefusal, resolveSession } from './sessions.js';
import type { HoldOutcome } from './store-port.js';

/** A paid tool call as an edge hands it over. */
export interface PaidCall {
  readonly tool: ToolView;
  readonly arguments: unknown;
  readonly hints: Hints;
  readonly caller: Caller;
  /** Waited for between hold and dispatch. */
  readonly admit?: Admit | undefined;
}

/** A call whose inputs are named: what the tool gets for the names is put in when it is sent. */
interface BoundCall extends PaidCall, Pick<NamedInputs, 'bind'> {}

function namingOf({ tool, caller, arguments: given }: PaidCall): Parameters<typeof nameInputs>[1] {
  return { tool, project: caller.project, arguments: given, paths: tool.profile.arguments.inputs };
}

/** How often a decision is made again when the shot moved on meanwhile. */
const maxRounds = 8;

/**
 * Steps 1–7 of a paid call: read, gather, decide, quote, ask, hold. Nothing is sent; `allow` means that the money is
 * held and the journal is written. A store that fails holds the call back.
 */
export async function check(ports: GatePorts, call: PaidCall): Promise<CheckAnswer> {
  const named = await nameInputs(ports, namingOf(call));
  if (!('bind' in named)) return { kind: 'bad-arguments', problems: named };
  const bound = { ...call, tool: boundTool(call.tool, named), bind: named.bind };
  const request = readRequest(bound.tool, named.arguments);
  if (!('server' in request)) return { kind: 'bad-arguments', problems: request };
  const session = await resolveSession(ports, call.caller, call.hints.session);
  if (isSessionRefusal(session)) return { kind: 'bad-session', code: session.code, session: session.session };
  for (let round = 0; round < maxRounds; round += 1) {
    const answer = await judgeOnce(ports, bound, session, request);
    if (answer !== 'again') return answer;
  }
  return { kind: 'contended' };
}

async function judgeOnce(
  ports: GatePorts,
  call: BoundCall,
  session: Session,
  request: GenerationRequest,
): Promise<CheckAnswer | 'again'> {
  const gathered = await gather(ports, session, request, call.hints);
  const known = attachTo(ports, call, gathered, request);
  if (known !== undefined) return { ...known, session };
  const decision = decideOn(ports, call, gathered, request);
  const running = attachTo(ports, call, gathered, decision.verdict.request);
  if (running !== undefined) return { ...running, session };
  if (ports.policy.mode !== 'enforce') return holdFor(ports, call, passing(ports, decision, request), gathered);
  const { outcome } = decision.verdict;
  if (outcome === 'allow') return holdFor(ports, call, decision, gathered);
  if (outcome === 'reuse') {
    const stored = reuse(decision, gathered);
    if (stored === undefined) return holdFor(ports, call, decision, gathered);
    await ports.store.remark(remarkOf(ports, decision));
    return stored;
  }
  if (outcome === 'ask') return askFor(ports, call, decision, gathered);
  const passed = await underEarlierYes(ports, call, decision, gathered);
  if (passed !== undefined) return passed;
  await ports.store.remark(remarkOf(ports, decision));
  return refusal(ports, call, decision, gathered);
}

function decideOn(ports: GatePorts, call: BoundCall, gathered: Gathered, request: GenerationRequest): Decision {
  return decide({
    rules: ports.policy.mode === 'off' ? [] : ports.rules,
    request,
    view: (candidate) => viewOf(ports, call.tool, gathered, call.hints, candidate),
    fix: (candidate, fix) => applyFix(call.tool, candidate, fix),
  });
}

/** In shadow mode the judgement is kept, but the call passes as it came. */
function passing({ policy }: GatePorts, decision: Decision, request: GenerationRequest): Decision {
  const { verdict } = decision;
  const unshadowed = policy.mode === 'shadow' ? verdict : undefined;
  return {
    ...decision,
    unshadowed,
    verdict: { ...verdict, outcome: 'allow', request, quote: verdict.before ?? verdict.quote },
  };
}

/** An equal call under way (or one with the same client call id) answers this one; nothing is decided anew. */
function attachTo(
  ports: GatePorts,
  call: BoundCall,
  gathered: Gathered,
  request: GenerationRequest,
): { kind: 'attached'; take: Gathered['takes'][number]; why: 'running' | 'call-id' } | undefined {
  const digest = requestDigest(ports, request);
  const { callId } = call.caller;
  const session = gathered.session.id;
  for (const take of gathered.takes) {
    if (take.digest !== digest) continue;
    if (isRunning(take)) return { kind: 'attached', take, why: 'running' };
    if (callId !== undefined && take.callId === callId && take.session === session && take.state === 'posted') {
      return { kind: 'attached', take, why: 'call-id' };
    }
  }
  return undefined;
}

function reuse(decision: Decision, gathered: Gathered): CheckAnswer | undefined {
  const id = decision.verdict.findings.find((finding) => finding.level === 'reuse')?.take;
  const take = gathered.takes.find((candidate) => candidate.id === id);
  return take === undefined ? undefined : { kind: 'attached', take, why: 'same-seed', session: gathered.session };
}

/** A person's yes to this exact call, or a pending question. */
async function askFor(
  ports: GatePorts,
  call: BoundCall,
  decision: Decision,
  gathered: Gathered,
): Promise<CheckAnswer | 'again'> {
  const digest = approvalDigest(ports, call, decision, gathered);
  const given = await ports.store.approvedFor(gathered.session.project, digest);
  if (given !== undefined) return holdFor(ports, call, decision, gathered, given.id);
  const refused = refusal(ports, call, decision, gathered);
  const denied = await ports.store.deniedFor(gathered.session.project, digest);
  if (denied !== undefined) return { ...refused, approval: denied, asked: 'denied' };
  const question = approvalFor(ports, call, decision, gathered, refused, digest);
  const opened = await ports.store.openApproval(question);
  // A call repeated while its question waits asks nothing new; an answer to a nudge that it brings is kept all the same.
  const isNew = opened.id === question.id || decision.context.answered !== undefined;
  if (isNew && opened.state === 'pending') {
    await ports.store.remark({ ...remarkOf(ports, decision), approval: opened.id });
  }
  const { answer, approval } = await askPerson(ports, opened, call.caller);
  // After a yes only budget, price or expiry can still refuse; the hold checks all three again.
  return answer === 'yes' ? 'again' : { ...refused, approval, asked: answer === 'no' ? 'denied' : 'pending' };
}

/**
 * What a person said yes to passes although a rule that was silent then would now refuse it: only the money, a config that
 * waits for the person, a later no of theirs and a broken rule still stop it.
 */
async function underEarlierYes(
  ports: GatePorts,
  call: BoundCall,
  decision: Decision,
  gathered: Gathered,
): Promise<CheckAnswer | 'again' | undefined> {
  const { findings, outcome } = decision.verdict;
  if ((outcome !== 'block' && outcome !== 'nudge') || findings.some(standsAgainstYes)) return undefined;
  const digest = approvalDigest(ports, call, decision, gathered);
  const given = await ports.store.approvedFor(gathered.session.project, digest);
  return given === undefined ? undefined : holdFor(ports, call, decision, gathered, given.id);
}

function standsAgainstYes({ rule, code, level }: WeighedFinding): boolean {
  if (level !== 'block') return false;
  return rule === 'budget' || rule === 'config-accepted' || code === 'item-denied' || code === 'rule-failed';
}

/** Why a person is asked, as `rule/code`. */
function reasonsOf(findings: readonly WeighedFinding[]): string[] {
  return findings.filter(({ level }) => level === 'ask').map(({ rule, code }) => `${rule}/${code}`);
}

/**
 * Binds a yes to who asks, in which session, the tool as it describes itself, the exact arguments and price, and how strong
 * it had to be: a line that was lowered since asks anew.
 */
function approvalDigest(
  ports: GatePorts,
  { caller, tool }: BoundCall,
  { verdict: { quote, request, findings } }: Decision,
  { session }: Gathered,
): string {
  const price = quote.status === 'unknown' ? 'unknown' : quote.upper;
  const schema = ports.digest(canonicalJson(tool.schema));
  const needs = strengthNeeded({ reasons: reasonsOf(findings) });
  const bound = ['call', caller.principal, session.id, schema, requestDigest(ports, request), price, needs];
  return ports.digest(canonicalJson(bound));
}

function approvalFor(
  ports: GatePorts,
  call: BoundCall,
  decision: Decision,
  { session, placement }: Gathered,
  refused: Extract<Refusal, { kind: 'refused' }>,
  digest: string,
): Approval {
  const { request, quote, findings } = decision.verdict;
  const now = ports.clock();
  const detail: ApprovalDetail = {
    ...{ tool: call.tool.exposed, server: request.server, model: request.model, arguments: request.sent },
    ...{ hints: { ...call.hints }, because: call.hints.because, shot: placement.shot, phase: placement.phase },
    instead: callsInstead(refused),
  };
  return {
    id: ports.newId('a'),
    project: session.project,
    session: session.id,
    subject: 'call',
    digest,
    title: `${request.server}: ${call.tool.exposed}${request.model === undefined ? '' : ` (${request.model})`}`,
    detail: JSON.stringify(detail),
    amount: quote.status === 'unknown' ? 0 : quote.upper,
    reasons: reasonsOf(findings),
    state: 'pending',
    at: now,
    expiresAt: now + ports.approvalTtlMs,
  };
}

/** A refusal with the best cheaper call that would pass right now, where only the price stands against this one. */
function refusal(
  ports: GatePorts,
  call: BoundCall,
  { verdict }: Decision,
  gathered: Gathered,
): Extract<Refusal, { kind: 'refused' }> {
  const { placement, session, accounts } = gathered;
  const passes = (other: GenerationRequest): boolean =>
    decideOn(ports, call, gathered, other).verdict.outcome === 'allow';
  const cheaper = cheaperLegal(call.tool, verdict, passes);
  return { kind: 'refused', verdict, placement, session, accounts, cheaper };
}

/** Reserves the money against every budget and the shot's version, and writes the journal, in one commit. */
async function holdFor(
  ports: GatePorts,
  call: BoundCall,
  decision: Decision,
  gathered: Gathered,
  approval?: string,
): Promise<CheckAnswer | 'again'> {
  const { verdict, context } = decision;
  const { placement, session } = gathered;
  const { request, quote } = verdict;
  const enforced = ports.policy.mode === 'enforce';
  const id = ports.newId('t');
  const { reading, marks } = filed(request, ports.policy.reading);
  const streak = streakOf(request, context.takes, context.answered?.because, ports.policy.reading);
  await ports.reached('decided', id);
  const outcome = await ports.store.hold({
    take: {
      id,
      project: session.project,
      session: session.id,
      shot: placement.shot,
      phase: placement.phase,
      item: placement.item?.id,
      server: request.server,
      tool: request.tool,
      kind: request.kind,
      model: request.model,
      tier: request.tier,
      count: request.count,
      digest: requestDigest(ports, request),
      promptKey: gathered.promptKey,
      cluster: streak.cluster ?? id,
      parent: streak.parent,
      reading,
      prompt: request.prompt,
      negativePrompt: request.negativePrompt,
      seed: request.seed,
      shape: shapeOf(request),
      arguments: request.arguments,
      ...(gathered.sources.length === 0 ? {} : { madeFrom: gathered.sources.map(({ id: source }) => source) }),
      callId: call.caller.callId,
      because: context.answered?.because,
    },
    amount: quote.status === 'unknown' ? 0 : quote.upper,
    accounts: accountsFor(ports.policy, session.project, session.id, ports.clock()).filter((ref) =>
      countsCall(ref, { ...request, phase: placement.phase }),
    ),
    draw: gathered.grants,
    unlimited: !enforced,
    expect: gathered.expect,
    below: enforced ? linesBelow(context, dayStart(ports)) : undefined,
    approval,
    lease: ports.lease,
    ttlMs: ports.holdTtlMs,
    marks,
    remark: remarkOf(ports, decision),
  });
  return heldAnswer(call, outcome, decision, gathered);
}

/** When the quick lane's day began. */
function dayStart(ports: GatePorts): number {
  return periodAt(ports.clock(), 'day', ports.policy.zone).startsAt;
}

function heldAnswer(
  { bind }: BoundCall,
  outcome: HoldOutcome,
  decision: Decision,
  gathered: Gathered,
): CheckAnswer | 'again' {
  const { session, placement } = gathered;
  const { verdict } = decision;
  switch (outcome.kind) {
    case 'held':
      return {
        kind: 'allow',
        ticket: { take: outcome.take, arguments: bind(verdict.request.sent), verdict, placement, session },
      };
    case 'running':
      return { kind: 'attached', take: outcome.take, why: 'running', session };
    case 'known':
      return { kind: 'attached', take: outcome.take, why: 'call-id', session };
    case 'conflict':
      return { kind: 'call-id-conflict', take: outcome.take };
    // The next round sees what changed: the new take, the spent budget, the missing yes.
    case 'stale':
    case 'over':
    case 'broke':
    case 'approval-gone':
      return 'again';
  }
}
