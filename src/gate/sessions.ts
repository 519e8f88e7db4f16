import type { Session } from '../model/session.js';
import type { Caller, GatePorts } from './ports.js';

/** Why a session handle was refused. */
export interface SessionRefusal {
  readonly code: 'session-unknown' | 'session-foreign' | 'session-closed';
  readonly session: string;
}

/**
 * The session a call belongs to: its explicit handle, else the one bound to the client's own conversation id, else the
 * project's one open session. A handle works only for the principal and project it was opened for.
 */
export async function resolveSession(
  ports: GatePorts,
  caller: Caller,
  handle: string | undefined,
): Promise<Session | SessionRefusal> {
  const now = ports.clock();
  if (handle !== undefined) return byHandle(ports, caller, handle, now);
  const fresh: Session = {
    id: ports.newId('s'),
    project: caller.project,
    principal: caller.principal,
    client: caller.client,
    clientKey: caller.clientKey,
    openedAt: now,
    seenAt: now,
  };
  return ports.store.openSession(fresh, now - ports.sessionIdleMs);
}

/** Whether resolving ended in a refusal. */
export function isSessionRefusal(value: Session | SessionRefusal): value is SessionRefusal {
  return 'code' in value;
}

async function byHandle(
  ports: GatePorts,
  caller: Caller,
  handle: string,
  now: number,
): Promise<Session | SessionRefusal> {
  const known = await ports.store.session(handle);
  if (known === undefined) return { code: 'session-unknown', session: handle };
  if (known.principal !== caller.principal || known.project !== caller.project) {
    return { code: 'session-foreign', session: handle };
  }
  if (known.closedAt !== undefined) return { code: 'session-closed', session: handle };
  await ports.store.touchSession(handle, now);
  return known;
}
