import { strengthNeeded, type Approval } from '../model/approval.js';
import { approvalDetail, promptIn } from '../model/approval-detail.js';
import { shortened } from '../model/shortened.js';
import type { AskAnswer, Asker, Caller } from '../gate/ports.js';
import type { Texts } from '../gate/texts-port.js';
import type { ApprovalPages } from './approval-pages.js';
import { decisionForm } from './decision-form.js';
import { readDecision } from './read-decision.js';

/** Longest prompt that a dialog shows. */
const longestPrompt = 500;

/**
 * The rung of the approval ladder that asks through the client's own dialog: with a form, or where only the person
 * themselves can say (or the client has no forms) by opening the page on which they decide. A slow "no" is a person's and final; a fast
 * one, a cancel or no answer means that nobody was there, and the approval stays pending. Yes must be chosen: the safe
 * answer is filled in beforehand.
 */
export function askInClient(texts: Texts, pages?: ApprovalPages): Asker {
  return async (approval, caller): Promise<AskAnswer> => {
    const say = (section: string): string => texts.say('ask/ask', section, factsOf(approval));
    if (strengthNeeded(approval) === 'person') return sendToPage(approval, caller, say(approval.subject), pages);
    if (caller.elicit === undefined) return { kind: 'unavailable', why: 'the client has no dialog' };
    const words = { message: say(approval.subject), choice: say('choice') };
    const answers = { yes: say('yes'), no: say('no'), note: say('note') };
    const outcome = await caller.elicit(approval.id, decisionForm({ ...words, ...answers }));
    const isWithoutForms = outcome.kind === 'unavailable' && outcome.lacks === true;
    return isWithoutForms ? sendToPage(approval, caller, words.message, pages) : readDecision(outcome);
  };
}

/** Offers to open the page on which the person decides. What the client answers only says whether it was opened. */
async function sendToPage(
  { id }: Approval,
  { openPage }: Caller,
  message: string,
  pages: ApprovalPages | undefined,
): Promise<AskAnswer> {
  const url = pages?.addressOf(id);
  if (pages === undefined || url === undefined || openPage === undefined) {
    return { kind: 'unavailable', why: 'only the person themselves can say' };
  }
  await openPage(`${id}-page`, { message, url, decided: () => pages.decided(id) });
  return { kind: 'unavailable', why: 'it is decided on the page' };
}

function factsOf(approval: Approval): Record<string, unknown> {
  const prompt = promptIn(approvalDetail(approval));
  return { ...approval, prompt: prompt === undefined ? undefined : shortened(prompt, longestPrompt) };
}
