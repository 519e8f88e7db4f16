import type { Account, AccountOwner, AccountRef } from '../model/budget.js';
import type { Approval, ApprovalState } from '../model/approval.js';
import type { Brief, BriefBody } from '../model/brief.js';
import type { MicroCredits } from '../model/credits.js';
import type { Feedback, FeedbackBody } from '../model/feedback.js';
import type { TakeJob } from '../model/job-map.js';
import type { JsonObject } from '../model/json.js';
import type { Kind } from '../model/kind.js';
import type { Plan, PlanItem } from '../model/plan.js';
import type { PromptReading } from '../model/prompt-features.js';
import type { Session } from '../model/session.js';
import type { Strength } from '../model/strength.js';
import type { Asset, Take, TakeOutcome } from '../model/take.js';
import type { Tier } from '../model/tier.js';
import type { Workflow, WorkflowFront } from '../model/workflow.js';
import type { HistoryStore, Page } from './history-port.js';

/** A take before the store has given it a state. */
export type NewTake = Omit<
  Take,
  'state' | 'outcome' | 'held' | 'paid' | 'costSource' | 'at' | 'endedAt' | 'job' | 'assets' | 'feedback'
>;

/**
 * Lines that a decision stayed below. Each amount (micro-credits) is the most that may be spent and held before the hold;
 * what goes beyond it makes the hold `stale`.
 */
export interface HoldLines {
  /** Of {@link DecisionStore.sinceYes} without the plan items named. */
  readonly sinceYes?: { readonly atMost: MicroCredits; readonly except: readonly string[] } | undefined;
  /** Of {@link DecisionStore.quickSpent} since `fromMs`. */
  readonly quick?: { readonly fromMs: number; readonly atMost: MicroCredits } | undefined;
  /** Of single accounts. */
  readonly accounts?: readonly { readonly id: string; readonly atMost: MicroCredits }[] | undefined;
}

/** Everything one atomic hold needs. */
export interface HoldInput {
  readonly take: NewTake;
  /** Upper bound of the quote; must fit into every account at once. */
  readonly amount: MicroCredits;
  readonly accounts: readonly AccountRef[];
  /**
   * Grants that pay for the call together, drawn from in the order in which they lapse; those that have lapsed are passed
   * over. Undefined where no balance is kept; none of them means that there is nothing to pay with.
   */
  readonly draw?: readonly AccountRef[] | undefined;
  /** Holds whatever the accounts' limits and the versions say (shadow mode: judge and record, refuse nothing). */
  readonly unlimited?: boolean | undefined;
  /** The versions the decision was made on; when either moved on, the hold is `stale`. */
  readonly expect: { readonly shotVersion: number; readonly promptKeyCount: number };
  /** Lines that the decision stayed below, checked in the same transaction. */
  readonly below?: HoldLines | undefined;
  /** Approval to consume in the same transaction. */
  readonly approval?: string | undefined;
  /** Lease of the process that will dispatch the take. */
  readonly lease: string;
  /** The hold can be dispatched only within this time, by the store's clock. */
  readonly ttlMs: number;
  /** Marks that the take's prompt is filed under (safe integers), for {@link WorkStore.similar}. */
  readonly marks?: readonly number[] | undefined;
  /** The decision behind the hold, remembered in the same transaction. */
  readonly remark?: Omit<Remark, 'take'> | undefined;
}

/** What became of a hold. Only `held` reserved money. */
export type HoldOutcome =
  | { readonly kind: 'held'; readonly take: Take }
  /** The shot, the takes with this prompt key or a sum below a line moved on since the context was read: decide again. */
  | { readonly kind: 'stale' }
  /** An account has no room; nothing was reserved anywhere. */
  | { readonly kind: 'over'; readonly account: Account }
  /** The grants have not so much left; nothing was reserved anywhere. */
  | { readonly kind: 'broke' }
  /** The same digest is held or dispatched in this project: attach to that take. */
  | { readonly kind: 'running'; readonly take: Take }
  /** The same client call id with the same digest was seen before: its first result answers. */
  | { readonly kind: 'known'; readonly take: Take }
  /** The same client call id came before with other arguments. */
  | { readonly kind: 'conflict'; readonly take: Take }
  /** The approval was consumed, denied or expired meanwhile. */
  | { readonly kind: 'approval-gone' };

/** How a take ends. */
export interface Settlement {
  readonly take: string;
  readonly outcome: Exclude<TakeOutcome, 'running'>;
  /** Amount to post; 0 releases everything. May exceed what is held: the rest becomes an `overrun` entry. */
  readonly amount: MicroCredits;
  readonly costSource: string;
  readonly assets: readonly Asset[];
  /** The answer as the agent may be given it again: compact, without media. Left out, the one kept before stays. */
  readonly result?: JsonObject | undefined;
  /** Who ended it: `gate`, `recovery` or `person`. */
  readonly who: string;
}

/** What was kept of an answer: its files, and the answer as the agent may be given it again. */
export type KeptAnswer = Pick<Settlement, 'assets' | 'result'>;

/** One line of the ledger: what a movement did to one account. Deltas are micro-credits. */
export interface Entry {
  readonly seq: number;
  readonly at: number;
  /** `hold | post | release | overrun | limit`. */
  readonly kind: 'hold' | 'post' | 'release' | 'overrun' | 'limit';
  readonly account: string;
  readonly take?: string | undefined;
  readonly heldDelta: MicroCredits;
  readonly spentDelta: MicroCredits;
  /** New limits for `limit` entries, and who did it. */
  readonly note: JsonObject;
}

/** The money side of the store: every method is one transaction. */
export interface LedgerStore {
  hold(input: HoldInput): Promise<HoldOutcome>;
  /** Compare-and-set "held, this lease, unexpired" → dispatched; false when it may no longer be dispatched. */
  dispatch(take: string, lease: string): Promise<boolean>;
  /** Ends a held, dispatched or in-doubt take; a take that has ended already is returned as it is. */
  settle(settlement: Settlement): Promise<Take>;
  /** Puts what was kept of an answer in the place of what was, whatever became of the take's money. */
  keep(take: string, kept: KeptAnswer): Promise<Take>;
  /** dispatched → in_doubt; the money stays held. What was kept of an answer stays with the take, however it ends. */
  doubt(take: string, why: string, kept?: KeptAnswer): Promise<Take>;
  /**
   * Notes the job that a dispatched or in-doubt take waits for: from now on it is dispatched, its money stays held, and
   * neither {@link endLease} nor {@link recover} touches it. A take that has ended is returned as it is.
   */
  noteJob(take: string, job: TakeJob, kept?: KeptAnswer): Promise<Take>;
  /** Opens accounts that do not exist yet and returns all of them with balances, in the given order. */
  accounts(refs: readonly AccountRef[]): Promise<Account[]>;
  /** Every account of a project (its own and its stored sessions') and of others that it shares, by id. */
  accountsOf(project: string, shared?: readonly AccountOwner[]): Promise<Account[]>;
  /** Grants of a purse that have not lapsed, in the order in which they lapse; those given are opened when they are new. */
  grants(purse: string, refs: readonly AccountRef[]): Promise<Account[]>;
  /** Changes an account's limits; undefined leaves one as it is, null takes it away. Recorded as an entry. */
  limit(
    account: AccountRef,
    change: { readonly limit?: MicroCredits | null | undefined; readonly soft?: MicroCredits | null | undefined },
    who: string,
  ): Promise<Account>;
  /** All entries of the accounts of {@link accountsOf}, oldest first. */
  entries(project: string, shared?: readonly AccountOwner[]): Promise<Entry[]>;
  /** The same page by page; `after` is the `seq` of an entry. */
  entriesInOrder(project: string, page: Page<number>, shared?: readonly AccountOwner[]): Promise<Entry[]>;
  /** Shows that a process lives; opens the lease when new. */
  beat(lease: string): Promise<void>;
  /** Gives up a lease at a clean end: its undispatched takes are released, its dispatched ones (without a job) in doubt. */
  endLease(lease: string): Promise<void>;
  /**
   * Ends what dead processes left: takes whose lease has not beaten for `lapsedMs`: held → released, dispatched →
   * in_doubt. A held take past its expiry is released whoever holds it: nobody can dispatch it any more. Takes that wait
   * for a job at the provider are left as they are.
   */
  recover(lapsedMs: number): Promise<{ released: Take[]; inDoubt: Take[] }>;
}

/** What may be asked of past takes. */
export interface TakeQuery {
  readonly project: string;
  readonly session?: string | undefined;
  readonly shot?: string | undefined;
  readonly state?: Take['state'] | undefined;
  readonly digest?: string | undefined;
  readonly promptKey?: string | undefined;
  readonly cluster?: string | undefined;
  /** The id of an output or how it begins (hexadecimal), or the address that one was fetched from. */
  readonly asset?: string | undefined;
  /** Newest first; default 200. */
  readonly limit?: number | undefined;
}

/** What may be asked of takes whose prompts are like another. */
export interface SimilarQuery {
  /** Left out: every project of the store. */
  readonly project?: string | undefined;
  /** Of what was found in the project or library, only this session's. */
  readonly session?: string | undefined;
  /** Marks of the other prompt, at most 40. */
  readonly marks: readonly number[];
  /** Most takes to return. */
  readonly limit: number;
}

/** A take as its prompt is filed: what of it is found again, and under which marks. */
export interface Filing {
  readonly take: string;
  readonly reading: PromptReading;
  readonly marks: readonly number[];
}

/** What a project has made and paid for. Amounts are micro-credits. */
export interface ProjectSum {
  readonly project: string;
  /** Takes that were paid for. */
  readonly takes: number;
  /** Of these, the ones that a person approved last. */
  readonly kept: number;
  readonly paid: MicroCredits;
  readonly held: MicroCredits;
}

/** Where a request stands: the place it is for, and what makes it equal to others. */
export interface GlanceQuery {
  readonly project: string;
  readonly shot: string;
  readonly phase: string;
  readonly promptKey: string;
  readonly digest: string;
}

/** What there is at a request's place, in little: most of it is not there, and need not be read then. */
export interface Glance {
  /** As {@link TakeStore.shotVersion}; 0 where the shot has no takes. */
  readonly shotVersion: number;
  /** As {@link TakeStore.promptKeyCount}. */
  readonly promptKeyCount: number;
  /** Whether any take of the project, whatever became of it, has the digest. */
  readonly hasEqual: boolean;
  /** Whether a remark on the shot and phase was a nudge, answered or not. */
  readonly hasNudge: boolean;
}

/** Takes and the words on them. */
export interface TakeStore {
  take(id: string): Promise<Take | undefined>;
  /** Takes newest first, with feedback and assets. */
  takes(query: TakeQuery): Promise<Take[]>;
  /**
   * Takes that are filed under any of the marks and not released: those under most of them first, then the newest; without
   * those under less than a quarter as many as the first. Under each mark only 24 are looked at (in one project: the newest), so that the cost does not grow with what is stored.
   */
  similar(query: SimilarQuery): Promise<Take[]>;
  /** Takes that were approved, of every session of one principal in any project; the newest word first. */
  approvedTakes(principal: string, limit: number): Promise<Take[]>;
  /** Every project with takes, the dearest first. */
  projects(): Promise<ProjectSum[]>;
  /** Takes of a project that were filed by another reader, or never, newest first; at most `limit`. */
  unfiled(project: string, reader: number, limit: number): Promise<Take[]>;
  /** Files takes anew, all in one transaction; unknown ones are passed over. */
  file(filings: readonly Filing[]): Promise<void>;
  /** Takes of a project that have not ended and whose job is known, oldest first. */
  jobs(project: string): Promise<Take[]>;
  /** The stored result of a settled take. */
  result(take: string): Promise<JsonObject | undefined>;
  /** Version of a shot: grows with every take, settlement and feedback on it; 0 when unseen. */
  shotVersion(project: string, shot: string): Promise<number>;
  /** How many takes of the project have this prompt key and are not released. */
  promptKeyCount(project: string, promptKey: string): Promise<number>;
  /** All of a {@link Glance} as it was at one moment. */
  glance(query: GlanceQuery): Promise<Glance>;
  /** Stores feedback and moves the shot's version on. */
  saveFeedback(
    take: string,
    feedback: FeedbackBody & { id: string; strength: Strength; at: number },
  ): Promise<Feedback>;
}

/** The creative side of the store. */
export interface WorkStore extends TakeStore {
  /** The session by handle, or undefined. */
  session(id: string): Promise<Session | undefined>;
  /** Sessions of a project that are open and were seen after `sinceMs` (epoch), newest first. */
  openSessions(project: string, sinceMs: number): Promise<Session[]>;
  saveSession(session: Session): Promise<void>;
  /**
   * Opens the session unless an open one of the same project and principal (and client key, when given) was seen after `sinceMs`;
   * atomic, so that two processes starting at once share one. Touches and returns the one in force.
   */
  openSession(session: Session, sinceMs: number): Promise<Session>;
  touchSession(id: string, at: number): Promise<void>;

  saveBrief(project: string, id: string, body: BriefBody, at: number): Promise<Brief>;
  latestBrief(project: string): Promise<Brief | undefined>;
  /** Stores the next version; the highest version is the plan in force. */
  savePlan(project: string, id: string, plan: Omit<Plan, 'id' | 'project' | 'version'>): Promise<Plan>;
  latestPlan(project: string): Promise<Plan | undefined>;
  /** Changes one item's acceptance in the plan in force (same version); false when that plan or item is not in force. */
  acceptItem(project: string, plan: string, item: string, acceptance: PlanItem['acceptance']): Promise<boolean>;

  /** Stores the next version of a document. */
  saveWorkflow(
    project: string,
    document: { front: WorkflowFront; body: string; state: Workflow['state']; at: number },
  ): Promise<Workflow>;
  /** One version of a document (the highest when no version is given). */
  workflow(name: string, version?: number): Promise<Workflow | undefined>;
  /** The highest version of every document, by name. */
  workflows(): Promise<Workflow[]>;
}

/** A finding as it is remembered. */
export interface RemarkedFinding {
  readonly rule: string;
  readonly code: string;
  readonly level: string;
  /** Price of the cheaper call that it named, where it named one. */
  readonly cheaper?: MicroCredits | undefined;
}

/** A decision as it is remembered, for reports and for nudges that are answered later. */
export interface Remark {
  readonly at: number;
  readonly project: string;
  readonly session: string;
  readonly shot: string;
  readonly phase: string;
  /** Digest of the request judged. */
  readonly digest: string;
  readonly promptKey: string;
  readonly prompt: string;
  readonly tool: string;
  readonly kind: Kind;
  readonly model?: string | undefined;
  readonly tier: Tier;
  /** `allow | nudge | ask | block | reuse`. */
  readonly outcome: string;
  readonly findings: readonly RemarkedFinding[];
  /** What would have become of the call, where shadow mode let it pass as it was. */
  readonly shadow?: { readonly outcome: string; readonly passed?: MicroCredits | undefined } | undefined;
  /** The question to a person that it ended in. */
  readonly approval?: string | undefined;
  /** What the call as asked would have cost, where known. */
  readonly asked?: MicroCredits | undefined;
  /** What the call as passed costs; undefined when it did not pass. */
  readonly passed?: MicroCredits | undefined;
  readonly take?: string | undefined;
  readonly because?: string | undefined;
}

/** Approvals and remembered decisions. */
export interface DecisionStore {
  /** Stores a pending approval, or returns the live one (pending or approved, unexpired) with the same digest. */
  openApproval(approval: Approval): Promise<Approval>;
  approval(id: string): Promise<Approval | undefined>;
  /** The approved, unexpired, unconsumed approval for a digest. */
  approvedFor(project: string, digest: string): Promise<Approval | undefined>;
  /** The denied approval for a digest, as long as the question would have lived. */
  deniedFor(project: string, digest: string): Promise<Approval | undefined>;
  /** Approvals of a project, newest first. Everywhere, one that ran out while pending or approved reads as `expired`. */
  approvals(project: string, state?: ApprovalState): Promise<Approval[]>;
  /** pending → approved | denied, while unexpired; undefined when it was not pending any more. */
  decideApproval(
    id: string,
    decision: { state: 'approved' | 'denied'; strength: Strength; note?: string | undefined },
  ): Promise<Approval | undefined>;
  remark(remark: Remark): Promise<void>;
  /** Remarks of a project, oldest first. */
  remarks(project: string): Promise<Remark[]>;
  /**
   * The newest remark on a shot and phase whose outcome was a nudge, and was not answered yet. A later remark there
   * answers it when it carries a `because` or a take.
   */
  openNudge(project: string, shot: string, phase: string): Promise<Remark | undefined>;
  /**
   * Spent or held in the project since a person was last there: an approval or any feedback of strength client or
   * better (0 when nothing was spent).
   * @param except plan items that do not count, because a person said yes to them
   */
  sinceYes(project: string, except?: readonly string[]): Promise<MicroCredits>;
  /** Spent or held without a plan item since `fromMs`. */
  quickSpent(project: string, fromMs: number): Promise<MicroCredits>;
  /** A small value kept by key, e.g. the password's hash. */
  setting(key: string): Promise<string | undefined>;
  saveSetting(key: string, value: string): Promise<void>;
  /** Keeps values where their keys have none yet, in one transaction. Returns the values in force. */
  keepSettings(values: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>>;
  /** Every value whose key begins so, by key, in the order of the keys. */
  settings(prefix: string): Promise<ReadonlyMap<string, string>>;
}

/** Everything Greenlight keeps. Implementations pass the store contract suite. */
export interface Store extends LedgerStore, WorkStore, DecisionStore, HistoryStore {
  readonly name: string;
  close(): Promise<void>;
}
