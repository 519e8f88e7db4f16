import { toCredits } from '../model/credits.js';
import { feedbackSchema } from '../model/feedback.js';
import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Hints } from '../model/request.js';
import { shortened } from '../model/shortened.js';
import type { CallAnswer, CheckAnswer, Ticket } from '../gate/answer.js';
import { decideApproval } from '../gate/flow/decide-approval.js';
import { isProblem } from '../gate/flow/desk.js';
import { giveFeedback } from '../gate/flow/give-feedback.js';
import type { Gate } from '../gate/gate.js';
import type { PaidCall } from '../gate/judge.js';
import type { BadArgument, ToolView } from '../gate/lens.js';
import type { Caller, Dispatch, GatePorts } from '../gate/ports.js';
import { isUnbilled, PaidCallError, RefusedError } from './errors.js';
import type {
  AgentCall,
  AgentTool,
  CallContext,
  CallTicket,
  Checked,
  Ended,
  Greenlight,
  GuardOptions,
  Ran,
  Refused,
  Said,
} from './greenlight.js';
import { fromStored, toStored } from './stored-value.js';

/** What a Greenlight is put together from. */
export interface GreenlightParts {
  readonly gate: Gate;
  readonly ports: GatePorts;
  readonly instructions: string;
  readonly paidTools: readonly string[];
  readonly tools: readonly AgentTool[];
  readonly viewOf: (tool: string) => ToolView;
  readonly callerOf: (context: CallContext) => Caller;
  readonly publish: (inputSchema: JsonObject) => JsonObject;
  /** Takes the hints out of a call's arguments. */
  readonly split: (args: unknown) => { arguments: unknown; hints: Hints; problems: readonly BadArgument[] };
  readonly say: (answer: CallAnswer) => Said;
  readonly sayAllowed: (ticket: Ticket) => Said;
  readonly close: (graceMs: number) => Promise<void>;
}

interface Open {
  readonly ticket: Ticket;
  readonly profile: Profile;
  sent: boolean;
}

/** How long one look at a running call waits before it looks again, in milliseconds. */
const lookMs = 60_000;

/** How long closing waits for calls under way, in milliseconds. */
const closeGraceMs = 5000;

/** Puts the library's interface over one gate. */
export function makeGreenlight(parts: GreenlightParts): Greenlight {
  const { gate, ports } = parts;
  const calls = callsOver(parts);
  const { project } = parts.callerOf({});
  return {
    instructions: parts.instructions,
    paidTools: parts.paidTools,
    publish: parts.publish,
    ...ticketsOver(parts),
    outcome: async (take, withinMs = 0) => {
      const answer = await gate.outcomeOf(take, withinMs);
      return answer === undefined ? undefined : endedOf(parts, answer, take);
    },
    run: calls.run,
    guard: calls.guard,
    tools: () => parts.tools,
    feedback: async (take, body) => {
      const none = { findTool: () => undefined, toolNames: () => [] };
      const checked = { take, body: feedbackSchema.parse(body), strength: 'client' as const };
      return !isProblem(await giveFeedback({ ports, caller: parts.callerOf({}), ...none }, checked));
    },
    questions: async () =>
      (await ports.store.approvals(project, 'pending')).map(({ id, title, amount, reasons, expiresAt }) => {
        return { id, title, amount: toCredits(amount), reasons, expiresAt };
      }),
    decide: async (question, answer, note) => {
      const state = answer === 'yes' ? 'approved' : 'denied';
      return !isProblem(await decideApproval(ports.store, question, { state, strength: 'client', note }));
    },
    close: (graceMs = closeGraceMs) => parts.close(graceMs),
  };
}

/** A call as the gate takes it, or why it cannot be read. */
function paidCall(parts: GreenlightParts, call: AgentCall): PaidCall | Extract<CheckAnswer, { kind: 'bad-arguments' }> {
  const split = parts.split(call.arguments);
  if (split.problems.length > 0) return { kind: 'bad-arguments', problems: split.problems };
  const hints = { ...call.hints, ...split.hints };
  return { tool: parts.viewOf(call.tool), arguments: split.arguments, hints, caller: parts.callerOf(call) };
}

/** The half that judges and settles calls which the developer makes. */
function ticketsOver(
  parts: GreenlightParts,
): Pick<Greenlight, 'check' | 'dispatched' | 'settle' | 'release' | 'doubt'> {
  const { gate } = parts;
  const tickets = new WeakMap<CallTicket, Open>();

  const openOf = (ticket: CallTicket): Open => {
    const open = tickets.get(ticket);
    if (open === undefined) throw new Error(`the ticket of take ${ticket.take} was not given out by this Greenlight`);
    return open;
  };
  const send = async (open: Open): Promise<boolean> => {
    open.sent ||= await gate.dispatched(open.ticket);
    return open.sent;
  };
  const released = async ({ ticket }: Open, why: string): Promise<Ended> => {
    const take = await gate.release(ticket);
    return endedOf(parts, { kind: 'failed', take, session: ticket.session, why }, take.id);
  };

  return {
    async check(call): Promise<Checked> {
      const paid = paidCall(parts, call);
      if ('kind' in paid) return { kind: 'refused', ...parts.say(paid) };
      const answer = await gate.check(paid);
      if (answer.kind === 'attached') return attachedTo(parts, answer.take.id, answer.why);
      if (answer.kind !== 'allow') return { kind: 'refused', ...parts.say(answer) };
      const { take, placement, arguments: args } = answer.ticket;
      const ticket = { take: take.id, tool: call.tool, shot: placement.shot, phase: placement.phase };
      tickets.set(ticket, { ticket: answer.ticket, profile: paid.tool.profile, sent: false });
      return { kind: 'allow', arguments: args, ticket, ...parts.sayAllowed(answer.ticket) };
    },
    dispatched: (ticket) => send(openOf(ticket)),
    async settle(ticket, result) {
      const open = openOf(ticket);
      // Forgotten until now: late is better than a made call whose money is given back.
      if (!(await send(open))) return released(open, 'hold-expired');
      const answer = await gate.settle(open.ticket, open.profile, toStored(result));
      return endedOf(parts, answer, ticket.take);
    },
    release: (ticket, why) => released(openOf(ticket), why),
    async doubt(ticket, why) {
      const open = openOf(ticket);
      if (!(await send(open))) return released(open, 'hold-expired');
      const take = await gate.doubt(open.ticket, why);
      return endedOf(parts, { kind: 'failed', take, session: open.ticket.session, why }, take.id);
    },
  };
}

async function attachedTo(
  parts: GreenlightParts,
  take: string,
  why: 'running' | 'same-seed' | 'call-id',
): Promise<Checked> {
  const answer = await parts.gate.outcomeOf(take, 0);
  if (answer === undefined) {
    return { kind: 'refused', ...parts.say({ kind: 'held-back', why: `take ${take} is gone` }) };
  }
  if (answer.kind === 'running') return { kind: 'running', take, ...parts.say(answer) };
  if (answer.kind !== 'done') return { kind: 'refused', ...parts.say(answer) };
  return { kind: 'reuse', take, result: fromStored(answer.result), ...parts.say({ ...answer, replayed: why }) };
}

function endedOf(parts: GreenlightParts, answer: CallAnswer, take: string): Ended {
  const said = parts.say(answer);
  if (answer.kind === 'done') return { kind: 'done', take, result: fromStored(answer.result), ...said };
  if (answer.kind === 'running') return { kind: 'running', take, ...said };
  const result = answer.kind === 'failed' && answer.result !== undefined ? fromStored(answer.result) : undefined;
  return { kind: 'failed', take, result, ...said };
}

/** The half that makes calls itself, around the developer's functions. */
function callsOver(parts: GreenlightParts): Pick<Greenlight, 'run' | 'guard'> {
  async function run<Result>(
    call: AgentCall,
    execute: (args: JsonObject) => Result | PromiseLike<Result>,
  ): Promise<Ran<Result>> {
    const paid = paidCall(parts, call);
    if ('kind' in paid) return { kind: 'refused', ...parts.say(paid) };
    const made: { value?: { readonly of: Result }; error?: unknown } = {};
    const dispatch: Dispatch = async ({ arguments: args }) => {
      try {
        const value = await execute(args);
        made.value = { of: value };
        return { kind: 'answer', result: toStored(value) };
      } catch (error) {
        made.error = error;
        return { kind: isUnbilled(error) ? 'not-sent' : 'lost', why: reasonOf(error) };
      }
    };
    const answer = await toTheEnd(parts.gate, await parts.gate.run(paid, dispatch, () => undefined));
    return ranOf(parts, answer, made);
  }

  function guard<Args extends object, Result>(
    tool: string,
    execute: (args: Args) => Result | PromiseLike<Result>,
    options: GuardOptions = {},
  ): (args: Args, context?: CallContext) => Promise<Result> {
    return async (args, context) => {
      const call = { session: options.session, ...context, tool, arguments: args };
      // What was allowed has the shape of what was asked: a fix only lowers numbers that were there.
      const ran = await run(call, (allowed) => execute(allowed as Args));
      if (ran.kind === 'done') return ran.result;
      if (ran.kind === 'refused' && options.throwOnRefusal === true) throw new RefusedError(ran);
      if (ran.kind === 'refused') return { refused: true, text: ran.text, data: ran.data } satisfies Refused as Result;
      if (ran.error === undefined && ran.result !== undefined) return ran.result;
      throw new PaidCallError(ran, ran.error);
    };
  }

  return { run, guard };
}

/** Waits out a call that takes longer than one answer may; a call of a process that dies ends in doubt. */
async function toTheEnd(gate: Gate, answer: CallAnswer): Promise<CallAnswer> {
  let now = answer;
  while (now.kind === 'running') {
    now = (await gate.outcomeOf(now.take.id, lookMs)) ?? { kind: 'held-back', why: 'gone' };
  }
  return now;
}

function ranOf<Result>(
  parts: GreenlightParts,
  answer: CallAnswer,
  made: { readonly value?: { readonly of: Result }; readonly error?: unknown },
): Ran<Result> {
  const said = parts.say(answer);
  if (answer.kind === 'done') {
    // The caller that made it gets the very object; others get it as it was stored.
    const result = made.value === undefined ? (fromStored(answer.result) as Result) : made.value.of;
    return { kind: 'done', take: answer.take.id, result, replayed: made.value === undefined, ...said };
  }
  if (answer.kind !== 'failed') return { kind: 'refused', ...said };
  const stored = answer.result === undefined ? undefined : (fromStored(answer.result) as Result);
  const result = made.value === undefined ? stored : made.value.of;
  return { kind: 'failed', take: answer.take.id, error: made.error, result, ...said };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return shortened(text, 500);
}
