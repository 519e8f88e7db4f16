import type { Take } from './take.js';

/** Whether a take may still cost money or did: everything but released ones and known unbilled failures. */
export function counts(take: Take): boolean {
  return take.state !== 'released' && take.outcome !== 'unbilled';
}

/** Whether a take is held or on its way and has not ended. */
export function isRunning(take: Take): boolean {
  return take.state === 'held' || take.state === 'dispatched';
}

/** Whether a take waits for a job at its provider, which goes on without any process of ours. */
export function isJob(take: Take): boolean {
  return take.state === 'dispatched' && take.job !== undefined;
}

/** Whether a take brought something that a person has not judged yet (or is about to). */
export function isWaiting(take: Take): boolean {
  if (isRunning(take)) return true;
  return take.state === 'posted' && take.outcome === 'succeeded' && take.feedback === undefined;
}

/** Whether a person approved a take. */
export function isApproved(take: Take): boolean {
  return take.state === 'posted' && take.feedback?.verdict === 'approve';
}

/** How many outputs a list of takes stands for. */
export function outputsOf(takes: readonly Take[]): number {
  return takes.reduce((sum, take) => sum + take.count, 0);
}

/** The takes on a shot in a phase that wait for a person's word (or are about to). */
export function waitingOn(takes: readonly Take[], at: Pick<Take, 'shot' | 'phase'>): readonly Take[] {
  return takes.filter((take) => take.shot === at.shot && take.phase === at.phase && isWaiting(take));
}
