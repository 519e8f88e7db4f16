import { strengthNeeded, type Approval } from '../model/approval.js';
import type { AskAnswer, Asker } from '../gate/ports.js';
import type { Texts } from '../gate/texts-port.js';
import { decisionForm } from './decision-form.js';
import { readDecision } from './read-decision.js';

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
    const say = (section: string): string => texts.say('ask/ask', section, factsOf(approval));
    const words = { message: say(approval.subject), choice: say('choice') };
    const answers = { yes: say('yes'), no: say('no'), note: say('note') };
    return readDecision(await caller.elicit(approval.id, decisionForm({ ...words, ...answers })));
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
