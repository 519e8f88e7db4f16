import type { Approval } from '../../model/approval.js';
import type { Desk, FlowProblem } from './desk.js';

/** How often an approval is looked at while it is waited for, in milliseconds. */
const pollMs = 250;

/** How one wait is made. */
export interface AwaitOptions {
  /** Longest wait, in milliseconds. */
  readonly withinMs: number;
  /** Ends the wait early: nobody listens any more. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each look but the first, with the time that passed, in milliseconds. */
  readonly waited?: ((elapsedMs: number) => void) | undefined;
}

/** Waits until an approval of the caller's project is decided, ran out, or the time is up. It decides nothing itself. */
export async function awaitApproval(desk: Desk, id: string, options: AwaitOptions): Promise<Approval | FlowProblem> {
  const { store, clock, wait } = desk.ports;
  const { withinMs, signal, waited } = options;
  const startedAt = clock();
  for (;;) {
    const approval = await store.approval(id);
    if (approval === undefined || approval.project !== desk.caller.project) {
      return { problem: 'no-such-approval', facts: { approval: id } };
    }
    const elapsedMs = clock() - startedAt;
    if (approval.state !== 'pending' || elapsedMs >= withinMs || signal?.aborted === true) return approval;
    await wait(Math.min(pollMs, withinMs - elapsedMs), signal).catch(() => undefined);
    waited?.(clock() - startedAt);
  }
}
