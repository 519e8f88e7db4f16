import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Session } from '../model/session.js';
import type { Take } from '../model/take.js';
import { isJob, isRunning } from '../model/takes.js';
import type { Attached, CallAnswer, CheckAnswer, Ticket } from './answer.js';
import { InputRequired } from './call-port.js';
import { createJobs, type Jobs } from './jobs.js';
import { check, type PaidCall } from './judge.js';
import { letOn } from './let-on.js';
import type { Dispatch, GatePorts } from './ports.js';
import { settleAnswer, spend } from './spend.js';
import { sessionOf, storedAnswer } from './stored-answer.js';

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
  release(ticket: Ticket): Promise<Take>;
  /** Leaves a ticket's money held because the call's fate is not known. */
  doubt(ticket: Ticket, why: string): Promise<Take>;
  /**
   * Waits (at most `withinMs`) for a take's end and says how it stands; undefined when there is no such take. A job at the
   * provider is asked for meanwhile.
   * @param looked called when the provider has been asked again, with how often
   */
  outcomeOf(take: string, withinMs: number, looked?: (times: number) => void): Promise<CallAnswer | undefined>;
  /** The jobs that takes wait for; undefined where no provider can be asked. */
  readonly jobs?: Jobs | undefined;
  /** Resolves when no call of this process is under way any more. */
  idle(): Promise<void>;
}

/** How often another process's take is looked at while waiting for it. */
const pollMs = 150;

/** Makes the engine out of its ports. */
export function createGate(ports: GatePorts): Gate {
  const underWay = new Map<string, Promise<CallAnswer>>();
  const jobs = ports.jobs === undefined ? undefined : createJobs(ports, ports.jobs);
  const engine: Engine = { ports, underWay, jobs };
  return {
    jobs,
    run: (call, dispatch, progress) => run(engine, call, dispatch, progress),
    check: (call) => safely(ports, () => check(ports, call)),
    dispatched: (ticket) => ports.store.dispatch(ticket.take.id, ports.lease),
    settle: (ticket, profile, answer) => settleAnswer(ports, profile, ticket, answer),
    release: (ticket) => {
      const ending = { outcome: 'unbilled', amount: 0, costSource: 'book', assets: [], who: 'gate' } as const;
      return ports.store.settle({ take: ticket.take.id, ...ending });
    },
    doubt: (ticket, why) => ports.store.doubt(ticket.take.id, why),
    outcomeOf: (take, withinMs, looked) => outcomeOf(engine, take, withinMs, looked),
    idle: async () => {
      await Promise.allSettled([...underWay.values(), jobs?.idle()]);
    },
  };
}

interface Engine {
  readonly ports: GatePorts;
  /** Calls of this process that are on their way. */
  readonly underWay: Map<string, Promise<CallAnswer>>;
  readonly jobs: Jobs | undefined;
}

async function run(
  engine: Engine,
  call: PaidCall,
  dispatch: Dispatch,
  progress: (params: JsonObject) => void,
): Promise<CallAnswer> {
  const { ports, underWay, jobs } = engine;
  const checked = await safely(ports, () => check(ports, call));
  if (checked.kind === 'attached') return attached(engine, checked);
  if (checked.kind !== 'allow') return checked;
  const { ticket } = checked;
  const ended = spendSafely(ports, call, ticket, dispatch, progress);
  underWay.set(ticket.take.id, ended);
  void ended.finally(() => underWay.delete(ticket.take.id));
  void ended.then((answer) => (answer.kind === 'running' ? jobs?.add(answer.take) : undefined));
  return within(ports, ended, ticket.take, ticket.session, ports.answerWithinMs);
}

/** Money may have moved already: what fails here leaves the take in doubt, for the person to end. */
async function spendSafely(
  ports: GatePorts,
  call: PaidCall,
  ticket: Ticket,
  dispatch: Dispatch,
  progress: (params: JsonObject) => void,
): Promise<CallAnswer> {
  const { take, session } = ticket;
  try {
    const work = (): Promise<CallAnswer> => spend(ports, call.tool.profile, ticket, dispatch, progress);
    return await letOn(ports, ticket, call.admit, work);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    ports.warn('a paid call could not be settled', { take: take.id, why });
    // A store that cannot even take this down leaves the take dispatched; recovery ends it later.
    const left = await ports.store.doubt(take.id, why).catch((): Take => ({ ...take, state: 'dispatched' }));
    return { kind: 'failed', take: left, session, why };
  }
}

async function attached(engine: Engine, found: Attached): Promise<CallAnswer> {
  const answer = await outcomeOf(engine, found.take.id, engine.ports.answerWithinMs);
  if (answer === undefined) return { kind: 'held-back', why: `take ${found.take.id} is gone` };
  return answer.kind === 'done' ? { ...answer, replayed: found.why } : answer;
}

async function within(
  ports: GatePorts,
  ended: Promise<CallAnswer>,
  take: Take,
  session: Session,
  withinMs: number,
): Promise<CallAnswer> {
  const answered = new AbortController();
  const late = ports.wait(withinMs, answered.signal).then((): CallAnswer => ({ kind: 'running', take, session }));
  try {
    return await Promise.race([ended, late]);
  } finally {
    // A timer that nobody waits for would keep the whole call in memory until it fires.
    answered.abort('answered');
  }
}

async function outcomeOf(
  { ports, underWay, jobs }: Engine,
  id: string,
  withinMs: number,
  looked?: (times: number) => void,
): Promise<CallAnswer | undefined> {
  const deadline = ports.clock() + withinMs;
  let times = 0;
  for (;;) {
    const take = await ports.store.take(id);
    if (take === undefined) return undefined;
    const session = await sessionOf(ports, take);
    // A call of this process that is settled may still be fetching what it made.
    const own = underWay.get(id);
    if (own !== undefined) return within(ports, own, take, session, withinMs);
    if (!isRunning(take)) return storedAnswer(ports, take, session);
    const left = deadline - ports.clock();
    if (left <= 0) return { kind: 'running', take, session };
    if (jobs !== undefined && isJob(take)) {
      const look = jobs.look(take, true).then(({ answer }) => answer);
      const seen = await within(ports, look, take, session, left);
      if (seen.kind !== 'running') return seen;
      if (jobs.looks(id) > times) looked?.((times = jobs.looks(id)));
    }
    await ports.wait(Math.min(pollMs, left));
  }
}

/** A store or a rule that throws before anything was held keeps the call back instead of letting it through. */
async function safely<T>(
  ports: GatePorts,
  work: () => Promise<T>,
): Promise<T | { readonly kind: 'held-back'; readonly why: string }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputRequired) throw error;
    const why = error instanceof Error ? error.message : String(error);
    ports.warn('a paid call was held back', { why });
    return { kind: 'held-back', why };
  }
}
