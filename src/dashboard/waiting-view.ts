import { approvalDetail, promptIn } from '../model/approval-detail.js';
import type { Approval } from '../model/approval.js';
import { toCredits } from '../model/credits.js';
import type { Texts } from '../gate/texts-port.js';
import type { WaitingView } from './api.js';
import { isoTime } from './take-view.js';

/**
 * A waiting request with everything that a person should see before they decide.
 * @param why why a rule is there, in words
 */
export function waitingView(texts: Texts, approval: Approval, why: (rule: string) => string): WaitingView {
  const detail = approvalDetail(approval);
  const args = detail.arguments ?? {};
  const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
  return {
    ...{ id: approval.id, subject: approval.subject, title: approval.title, session: approval.session },
    ...{ shot: detail.shot ?? null, phase: detail.phase ?? null, server: detail.server ?? null },
    ...{ tool: detail.tool ?? null, model: detail.model ?? null, because: detail.because ?? null },
    prompt: promptIn(detail) ?? null,
    negativePrompt: text(args['negative_prompt']),
    arguments: args,
    credits: approval.amount === 0 && approval.subject !== 'budget' ? null : toCredits(approval.amount),
    reasons: approval.reasons.map((code) => {
      const known = why(code.split('/')[0] ?? '');
      return { code, words: known === '' ? texts.say('dashboard/now', 'no-words', { code }) : known };
    }),
    cheaper: (detail.instead ?? []).map(({ tool, arguments: given, amount }) => {
      const title = texts.say('dashboard/now', 'cheaper', { tool, arguments: JSON.stringify(given) });
      return { title, credits: amount === undefined ? null : toCredits(amount) };
    }),
    at: isoTime(approval.at),
    expiresAt: isoTime(approval.expiresAt),
    mayEdit: approval.subject !== 'budget',
  };
}
