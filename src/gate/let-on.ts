import type { CallAnswer, Ticket } from './answer.js';
import type { Admit, GatePorts } from './ports.js';

/**
 * Waits for the word that a held call may go out, and sees it to its end. What may not go out is given back, for it is
 * certain that nothing was sent.
 * @param admit left out: nothing is waited for
 * @param work sends the call and settles it
 */
export async function letOn(
  ports: Pick<GatePorts, 'store'>,
  { take, session }: Ticket,
  admit: Admit | undefined,
  work: () => Promise<CallAnswer>,
): Promise<CallAnswer> {
  if (admit === undefined) return work();
  const admission = await admit().catch((error: unknown) => {
    return { kind: 'not-sent', why: error instanceof Error ? error.message : String(error) } as const;
  });
  if (admission.kind === 'go') return work().finally(admission.leave);
  const ending = { outcome: 'unbilled', amount: 0, costSource: 'book', assets: [], who: 'gate' } as const;
  const released = await ports.store.settle({ take: take.id, ...ending });
  return { kind: 'failed', take: released, session, why: admission.why };
}
