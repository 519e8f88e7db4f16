import { strengthNeeded, type Approval } from '../model/approval.js';
import type { AskAnswer, Asker } from '../gate/ports.js';
import type { Texts } from '../gate/texts-port.js';

/** An answer faster than this was given by no person: a client that declines by itself. Measured: about 5 ms. */
const fastestPersonMs = 300;

/**
 * The rung of the approval ladder that asks through the client's own dialog. A slow "no" is a person's and final; a fast
 * one, a cancel or no answer means that nobody was there, and the approval stays pending. Yes must be chosen: the safe
 * answer is filled in beforehand.
 */
export function askInClient(texts: Texts): Asker {
  return async (approval, caller): Promise<AskAnswer> => {
    if (strengthNeeded(approval) === 'person') {
      return { kind: 'unavailable', why: 'only the person themselves can say' };
    }
    if (caller.elicit === undefined) return { kind: 'unavailable', why: 'the client has no dialog' };
    const outcome = await caller.elicit(approval.id, {
      message: texts.say('ask/ask', approval.subject, factsOf(approval)),
      requestedSchema: {
        type: 'object',
        properties: {
          decision: {
            type: 'string',
            title: texts.say('ask/ask', 'choice'),
            enum: ['no', 'yes'],
            enumNames: [texts.say('ask/ask', 'no'), texts.say('ask/ask', 'yes')],
            default: 'no',
          },
          note: { type: 'string', title: 'Note', maxLength: 500 },
        },
        required: ['decision'],
      },
    });
    if (outcome.kind === 'unavailable') return outcome;
    const note = typeof outcome.content?.['note'] === 'string' ? outcome.content['note'] : undefined;
    if (outcome.action === 'accept') {
      const yes = outcome.content?.['decision'] === 'yes';
      return yes ? { kind: 'yes', strength: 'client' } : { kind: 'no', note };
    }
    if (outcome.action === 'cancel') return { kind: 'unavailable', why: 'the dialog was closed without an answer' };
    if (outcome.afterMs < fastestPersonMs) return { kind: 'unavailable', why: 'the client declined by itself' };
    return { kind: 'no', note };
  };
}

function factsOf(approval: Approval): Record<string, unknown> {
  const detail = readDetail(approval.detail);
  const args = detail['arguments'];
  const prompt = detail['prompt'] ?? (isRecord(args) ? (args['prompt'] ?? args['text']) : undefined);
  return { ...approval, prompt: typeof prompt === 'string' ? prompt.slice(0, 500) : undefined };
}

function readDetail(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
