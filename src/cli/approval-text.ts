import { approvalDetail, promptIn, type ApprovalDetail } from '../model/approval-detail.js';
import type { Approval } from '../model/approval.js';
import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import { shortened } from '../model/shortened.js';
import type { Texts } from '../gate/texts-port.js';
import { rules } from '../rules/index.js';
import { plainLine } from './plain-text.js';
import { ruleWords } from './rule-words.js';

const longestPrompt = 1200;

/** Everything a person should see before they decide: what, for how much, why they are asked, the prompt, how long. */
export function approvalText(texts: Texts, approval: Approval, now: number): string {
  const detail = approvalDetail(approval);
  const prompt = promptIn(detail);
  const reasons = approval.reasons.map((reason) => ({ reason: plainLine(reason), why: whyOf(texts, reason) }));
  return texts.say('cli/approve', 'show', {
    ...approval,
    title: plainLine(approval.title),
    budget: approval.subject === 'budget',
    unpriced: approval.subject !== 'budget' && approval.amount === 0,
    prompt: prompt === undefined ? undefined : short(prompt),
    arguments: argumentsOf(detail),
    shot: detail.shot === undefined ? undefined : plainLine(detail.shot),
    phase: detail.phase === undefined ? undefined : plainLine(detail.phase),
    lines: reasons,
    expires: new Date(approval.expiresAt).toISOString(),
    minutes: Math.max(0, Math.ceil((approval.expiresAt - now) / 60_000)),
  });
}

/** An approval as data; amounts in credits. */
export function approvalData(approval: Approval): JsonObject {
  return {
    id: approval.id,
    project: approval.project,
    session: approval.session,
    subject: approval.subject,
    title: approval.title,
    detail: approvalDetail(approval),
    credits: toCredits(approval.amount),
    reasons: approval.reasons,
    state: approval.state,
    strength: approval.strength ?? null,
    note: approval.note ?? null,
    at: new Date(approval.at).toISOString(),
    expiresAt: new Date(approval.expiresAt).toISOString(),
  };
}

function whyOf(texts: Texts, reason: string): string | undefined {
  const rule = reason.split('/')[0] ?? '';
  return rules.some((known) => known.id === rule) ? ruleWords(texts, rule).why : undefined;
}

/** The other arguments of the call: what is approved is the whole call, not its prompt alone. */
function argumentsOf({ arguments: args = {} }: ApprovalDetail): string | undefined {
  const { prompt: _prompt, text: _text, ...rest } = args;
  return Object.keys(rest).length === 0 ? undefined : short(JSON.stringify(rest));
}

function short(text: string): string {
  return shortened(plainLine(text), longestPrompt);
}
