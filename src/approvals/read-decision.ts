import type { AskAnswer } from '../gate/ports.js';
import type { ElicitOutcome } from '../gate/call-port.js';

/** An answer faster than this was given by no person: a client that declines by itself. Measured: about 5 ms. */
const fastestPersonMs = 300;

/**
 * What came of a question in the client's dialog. A slow "no" is a person's and final; a fast one, a cancel or no answer
 * means that nobody was there. Yes must be chosen: the safe answer is filled in beforehand.
 */
export function readDecision(outcome: ElicitOutcome): AskAnswer {
  if (outcome.kind === 'unavailable') return outcome;
  const note = typeof outcome.content?.['note'] === 'string' ? outcome.content['note'] : undefined;
  if (outcome.action === 'accept') {
    const yes = outcome.content?.['decision'] === 'yes';
    return yes ? { kind: 'yes', strength: 'client' } : { kind: 'no', note };
  }
  if (outcome.action === 'cancel') return { kind: 'unavailable', why: 'the dialog was closed without an answer' };
  if (outcome.afterMs < fastestPersonMs) return { kind: 'unavailable', why: 'the client declined by itself' };
  return { kind: 'no', note };
}
