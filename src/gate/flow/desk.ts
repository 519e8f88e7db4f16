import type { Session } from '../../model/session.js';
import type { ToolView } from '../lens.js';
import type { Caller, GatePorts } from '../ports.js';
import { isSessionRefusal, resolveSession } from '../sessions.js';

/** What the flows work with: the gate's effects, who is asking, and the tools that can be planned with. */
export interface Desk {
  readonly ports: GatePorts;
  readonly caller: Caller;
  /** A paid tool by the name the agent sees; undefined when there is none (or it is free). */
  readonly findTool: (exposed: string) => ToolView | undefined;
  /** Names of all paid tools. */
  readonly toolNames: () => readonly string[];
}

/** A flow that could not be carried out: a stable code and the facts behind it. Nothing was changed. */
export interface FlowProblem {
  readonly problem: string;
  readonly facts: { readonly [key: string]: unknown };
}

/** Whether a flow ended in a problem. */
export function isProblem(value: object): value is FlowProblem {
  return 'problem' in value;
}

/** The caller's session, or why the handle was refused. */
export async function sessionFor(desk: Desk, handle: string | undefined): Promise<Session | FlowProblem> {
  const session = await resolveSession(desk.ports, desk.caller, handle);
  return isSessionRefusal(session) ? { problem: session.code, facts: { session: session.session } } : session;
}
