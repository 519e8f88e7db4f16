import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import { isRunning } from '../model/takes.js';
import { accountsFor } from '../ledger/period.js';
import type { Attached, CallAnswer, CheckAnswer, Ticket } from './answer.js';
import { InputRequired } from './call-port.js';
import { check, type PaidCall } from './judge.js';
import type { Dispatch, GatePorts } from './ports.js';
import { settleAnswer, spend } from './spend.js';

/** The one engine behind both doors: the gateway runs whole calls, the library checks and settles around its own. */
export interface Gate {
  /** A whole paid call: judged, held, sent once, settled. Never rejects except for {@link InputRequired}. */
  run(call: PaidCall, dispatch: Dispatch, progress: (params: JsonObject) => void): Promise<CallAnswer>;
  /** Judges and holds, without sending: for callers that make the call themselves and settle afterwards. */
  check(call: PaidCall): Promise<CheckAnswer>;
  /** Marks a ticket as sent; false when its hold lapsed and the call must not be made. */
  dispatched(ticket: Ticket): Promise<boolean>;
  /** Settles a ticket by the answer of the call. */
  settle(ticket: Ticket, profile: Profile, answer: JsonObject): Promise<CallAnswer>;
  /** Gives the money of a ticket back; only for calls that are known not to be billed. */
  release(ticket: Ticket, why: string): Promise<Take>;
  /** Leaves a ticket's money held because the call's fate is not known. */
  doubt(ticket: Ticket, why: string): Promise<Take>;
  /** Waits (at most `withinMs`) for a take's end and says how it stands. */
  outcomeOf(take: string, withinMs: number): Promise<CallAnswer | undefined>;
  /** Resolves when no call of this process is under way any more. */
  idle(): Promise<void>;
}

/** How often another process's take is looked at while waiting for it. */
const pollMs = 150;

/** Makes the engine out of its ports. */
export function createGate(ports: GatePorts): Gate {
  const underWay = new Map<string, Promise<CallAnswer>>();

  async function run(
    call: PaidCall,
    dispatch: Dispatch,
    progress: (params: JsonObject) => void,
  ): Promise<CallAnswer> {
    const checked = await safely(() => check(ports, call));
    if (checked.kind === 'attached') return attached(checked);
    if (checked.kind !== 'allow') return checked;
    const { ticket } = checked;
    const ended = safely(() => spend(ports, call.tool.profile, ticket, dispatch, progress));
    underWay.set(ticket.take.id, ended);
    void ended.finally(() => underWay.delete(ticket.take.id));
    return within(ended, ticket.take, ticket.session, ports.answerWithinMs);
  }

  async function attached(found: Attached): Promise<CallAnswer> {
    const answer = await outcomeOf(found.take.id, ports.answerWithinMs);
    if (answer === undefined) return { kind: 'held-back', why: `take ${found.take.id} is gone` };
    return answer.kind === 'done' ? { ...answer, replayed: found.why } : answer;
  }

  async function within(
    ended: Promise<CallAnswer>,
    take: Take,
    session: Session,
    withinMs: number,
  ): Promise<CallAnswer> {
    const late = ports.wait(withinMs).then((): CallAnswer => ({ kind: 'running', take, session }));
    return Promise.race([ended, late]);
  }

  async function outcomeOf(id: string, withinMs: number): Promise<CallAnswer | undefined> {
    const own = underWay.get(id);
    const deadline = ports.clock() + withinMs;
    for (;;) {
      const take = await ports.store.take(id);
      if (take === undefined) return undefined;
      const session = (await ports.store.session(take.session)) ?? unknownSession(take);
      if (own !== undefined && isRunning(take)) return within(own, take, session, withinMs);
      if (!isRunning(take)) return storedAnswer(take, session);
      const left = deadline - ports.clock();
      if (left <= 0) return { kind: 'running', take, session };
      await ports.wait(Math.min(pollMs, left));
    }
  }

  async function storedAnswer(take: Take, session: Session): Promise<CallAnswer> {
    const result = await ports.store.result(take.id);
    if (take.state !== 'posted' || take.outcome !== 'succeeded') {
      return { kind: 'failed', take, session, why: take.state === 'in_doubt' ? 'in-doubt' : take.outcome, result };
    }
    const refs = accountsFor(ports.policy.budgets, session.project, session.id, ports.clock());
    return { kind: 'done', take, result: result ?? {}, session, accounts: await ports.store.accounts(refs) };
  }

  /** A store or a rule that throws holds the call back instead of letting it through. */
  async function safely<T>(work: () => Promise<T>): Promise<T | { kind: 'held-back'; why: string }> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof InputRequired) throw error;
      const why = error instanceof Error ? error.message : String(error);
      ports.warn('a paid call was held back', { why });
      return { kind: 'held-back', why };
    }
  }

  return {
    run,
    check: (call) => safely(() => check(ports, call)),
    dispatched: (ticket) => ports.store.dispatch(ticket.take.id, ports.lease),
    settle: (ticket, profile, answer) => settleAnswer(ports, profile, ticket, answer),
    release: (ticket) => {
      const ending = { outcome: 'unbilled', amount: 0, costSource: 'book', assets: [], who: 'gate' } as const;
      return ports.store.settle({ take: ticket.take.id, ...ending });
    },
    doubt: (ticket, why) => ports.store.doubt(ticket.take.id, why),
    outcomeOf,
    idle: async () => {
      await Promise.allSettled(underWay.values());
    },
  };
}

function unknownSession(take: Take): Session {
  const { session: id, project, at } = take;
  return { id, project, principal: '', client: '', openedAt: at, seenAt: at };
}
