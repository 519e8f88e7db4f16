import type { Account, AccountRef } from '../../model/budget.js';
import { inPersonRule, strengthNeeded, type Approval } from '../../model/approval.js';
import { canonicalJson } from '../../model/canonical-json.js';
import type { MicroCredits } from '../../model/credits.js';
import type { Session } from '../../model/session.js';
import { askPerson } from '../ask-person.js';
import type { Entry } from '../store-port.js';
import { outlookOf, type Outlook } from './outlook.js';
import { standingOf } from '../standing.js';
import { isProblem, sessionFor, type Desk, type FlowProblem } from './desk.js';

/** What became of a wish for another session budget. */
export interface BudgetAnswer {
  readonly session: Session;
  readonly accounts: readonly Account[];
  /**
   * `shown`: nothing was asked for; `set`: it holds now; `kept`: raising it takes the person; `denied`: the person said no;
   * `unattended`: nobody is there to say yes; `capped`: nobody may.
   */
  readonly outcome: 'shown' | 'set' | 'kept' | 'denied' | 'unattended' | 'capped';
  readonly wished?: MicroCredits | undefined;
  /** What the person said with their no. */
  readonly note?: string | undefined;
  readonly approval?: Approval | undefined;
  /** What is still to be done, and whether the money is there. */
  readonly outlook: Outlook;
}

/**
 * Shows the budgets, or passes on what the person said for this session. The agent may only tighten (and undo its own
 * tightening while nothing was spent, up to what the person set last or the config says); more than that stays as it is
 * and becomes a question to the person.
 */
export async function setBudget(
  desk: Desk,
  input: { limit?: MicroCredits | undefined; session?: string | undefined },
): Promise<BudgetAnswer | FlowProblem> {
  const session = await sessionFor(desk, input.session);
  if (isProblem(session)) return session;
  const answer = await setFor(desk, session, input.limit);
  return { ...answer, outlook: await outlookOf(desk, session, await standingOf(desk.ports, session)) };
}

type SetAnswer = Omit<BudgetAnswer, 'outlook'>;

async function setFor(desk: Desk, session: Session, wished: MicroCredits | undefined): Promise<SetAnswer> {
  const { ports } = desk;
  const { refs, accounts } = await standingOf(ports, session);
  if (wished === undefined) return { session, accounts, outcome: 'shown' };
  const configured = sessionAccount(refs);
  const current = accounts.find((account) => account.id === configured.id);
  const now = current?.limit;
  const changes = await changesOf(desk, session, configured);
  // Said again, or repeated after the person's yes: nothing changes, so nothing is written.
  if (wished === now && isLast(changes, wished)) return { session, accounts, outcome: 'set', wished };
  const undo = untouched(current) ? (limitOfPerson(changes) ?? configured.limit ?? 0) : 0;
  const ceiling = Math.max(now ?? Number.POSITIVE_INFINITY, undo);
  if (wished <= ceiling) {
    const soft = current?.soft !== undefined && current.soft > wished ? wished : undefined;
    await ports.store.limit(configured, { limit: wished, soft }, 'agent');
    return { session, accounts: (await standingOf(ports, session)).accounts, outcome: 'set', wished };
  }
  if (wished > (configured.extendTo ?? wished)) return { session, accounts, outcome: 'capped', wished };
  return raise(desk, { session, accounts, configured, wished, changes: changes.length });
}

interface Raise {
  readonly session: Session;
  readonly accounts: readonly Account[];
  readonly configured: AccountRef;
  readonly wished: MicroCredits;
  /** How often the account's limits were changed so far. */
  readonly changes: number;
}

/** Asks the person for a larger budget. */
async function raise(desk: Desk, wish: Raise): Promise<SetAnswer> {
  const { ports } = desk;
  const { session, accounts, configured, wished, changes } = wish;
  const kept = { session, accounts, outcome: 'kept', wished } as const;
  if (!ports.policy.attended) return { ...kept, outcome: 'unattended' };
  const request = raiseRequest(desk, wish);
  const denied = await ports.store.deniedFor(session.project, request.digest);
  if (denied !== undefined) return { ...kept, outcome: 'denied', note: denied.note };
  const { answer, approval } = await askPerson(ports, await ports.store.openApproval(request), desk.caller);
  if (answer === 'no') return { ...kept, outcome: 'denied', note: approval.note };
  if (answer === 'pending') return { ...kept, approval };
  // Whoever decides elsewhere sets the limit there; it is set here for a yes in the client, and where that did not end well.
  const isSet = (await changesOf(desk, session, configured)).length > changes;
  if (!isSet) await ports.store.limit(configured, { limit: wished }, approval.strength ?? 'client');
  return { session, accounts: (await standingOf(ports, session)).accounts, outcome: 'set', wished };
}

/** Every change of an account's limits so far, oldest first. */
async function changesOf({ ports }: Desk, session: Session, { id }: AccountRef): Promise<readonly Entry[]> {
  const entries = await ports.store.entries(session.project);
  return entries.filter(({ kind, account }) => kind === 'limit' && account === id);
}

/** The account that a session budget lives in: the config's, else the one that only adds up. */
function sessionAccount(refs: readonly AccountRef[]): AccountRef {
  const account = refs.find(isWholeSession);
  if (account === undefined) throw new Error('a session always has an account');
  return account;
}

/** Whether an account counts all of a session, not only a phase or a model. */
export function isWholeSession({ scope, phase, model }: AccountRef): boolean {
  return scope === 'session' && phase === undefined && model === undefined;
}

function untouched(account: Account | undefined): boolean {
  return account === undefined || (account.spent === 0 && account.held === 0);
}

/** The limit that somebody else than the agent set last; undefined when nobody did. */
function limitOfPerson(changes: readonly Entry[]): MicroCredits | undefined {
  const limit = changes.findLast(({ note }) => note['who'] !== 'agent')?.note['limit'];
  return typeof limit === 'number' ? limit : undefined;
}

function isLast(changes: readonly Entry[], limit: MicroCredits): boolean {
  return changes.at(-1)?.note['limit'] === limit;
}

/** A yes is for the budget as it stands: once a limit changed (`changes` counts that), it is another question. */
function raiseRequest(desk: Desk, { session, configured: account, wished, changes }: Raise): Approval {
  const { ports, caller } = desk;
  const now = ports.clock();
  const { personAbove = Number.POSITIVE_INFINITY } = ports.policy.ask;
  const reasons = ['budget/raise', ...(wished > personAbove ? [inPersonRule] : [])];
  return {
    id: ports.newId('a'),
    project: session.project,
    session: session.id,
    subject: 'budget',
    digest: ports.digest(
      canonicalJson(['budget', caller.principal, account.id, wished, changes, strengthNeeded({ reasons })]),
    ),
    title: `raise the budget of ${account.scope} to ${String(wished / 1_000_000)} credits`,
    detail: JSON.stringify({ account: account.id, limitMicro: wished }),
    amount: wished,
    reasons,
    state: 'pending',
    at: now,
    expiresAt: now + ports.approvalTtlMs,
  };
}
