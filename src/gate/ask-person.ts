import { strengthNeeded, type Approval } from '../model/approval.js';
import { atLeast } from '../model/strength.js';
import type { Caller, GatePorts } from './ports.js';

/** What came of asking: a yes or no that is written down, or a question that still waits. */
export interface AskedPerson {
  readonly answer: 'yes' | 'no' | 'pending';
  readonly approval: Approval;
}

/**
 * Asks a person about one approval and writes down what they say. A yes that is too weak for it decides nothing; what was
 * decided elsewhere while the question was open counts.
 */
export async function askPerson(
  { ask, store }: Pick<GatePorts, 'ask' | 'store'>,
  approval: Approval,
  caller: Caller,
): Promise<AskedPerson> {
  if (approval.state === 'approved') return { answer: 'yes', approval };
  const said = await ask(approval, caller);
  const isDecided = said.kind === 'no' || (said.kind === 'yes' && atLeast(said.strength, strengthNeeded(approval)));
  if (isDecided) {
    const decision =
      said.kind === 'yes'
        ? ({ state: 'approved', strength: said.strength } as const)
        : ({ state: 'denied', strength: 'client', note: said.note } as const);
    await store.decideApproval(approval.id, decision);
  }
  const now = (await store.approval(approval.id)) ?? approval;
  return { answer: now.state === 'approved' ? 'yes' : now.state === 'denied' ? 'no' : 'pending', approval: now };
}
