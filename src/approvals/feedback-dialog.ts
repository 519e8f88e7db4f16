import type { Confirmer } from '../gate/ports.js';
import type { Texts } from '../gate/texts-port.js';
import { decisionForm } from './decision-form.js';
import { readDecision } from './read-decision.js';
import { shortened } from '../model/shortened.js';

/**
 * Asks in the client's dialog whether the person approves a take, as the agent tells. Once for each word; a client in which
 * a question went unanswered is not asked about feedback again, so that no approval waits for a dialog that nobody sees.
 */
export function confirmInClient(texts: Texts): Confirmer {
  const silent = new Set<string>();
  return async (take, { note }, caller) => {
    if (caller.elicit === undefined || silent.has(caller.client)) return { kind: 'unavailable', why: 'nobody to ask' };
    const facts = { ...take, take: take.id, prompt: shortened(take.prompt, 500), note };
    const say = (section: string): string => texts.say('ask/ask', section, facts);
    const words = { message: say('approve-take'), choice: say('approve-choice') };
    const answers = { yes: say('approve-yes'), no: say('approve-no'), note: say('note') };
    const answer = readDecision(await caller.elicit(`feedback-${take.id}`, decisionForm({ ...words, ...answers })));
    if (answer.kind === 'unavailable') silent.add(caller.client);
    return answer;
  };
}
