import { strengthNeeded, type Approval } from '../model/approval.js';
import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import { callsInstead } from '../gate/calls-instead.js';
import { nextStep } from '../gate/flow/next-step.js';
import { accountData, findingData } from '../gate/views.js';
import type { ReceiptForm } from '../model/receipt-form.js';
import type { CallAnswer, Refusal } from '../gate/answer.js';
import type { Texts } from '../gate/texts-port.js';
import { sayFinding, showCall } from './finding-text.js';
import { sayDone } from './receipt.js';
import type { SaidAnswer } from './said-answer.js';

const file = 'answers/call';

/**
 * Says how a paid call ended: what was made or why not, what it cost, what is left, and what to do next.
 * @param receipt how much is said of a call that was made
 * @param pageOf address of the page on which the person decides a request, where there is one
 */
export function sayCall(
  texts: Texts,
  answer: CallAnswer,
  receipt: ReceiptForm = 'normal',
  pageOf: (approval: string) => string | undefined = () => undefined,
): SaidAnswer {
  switch (answer.kind) {
    case 'done':
      return sayDone(texts, answer, receipt);
    case 'running': {
      const { id, job } = answer.take;
      const facts = { take: id, ...(job === undefined ? {} : { job: job.id }) };
      return { text: texts.say(file, 'running', facts), data: { status: 'running', ...facts }, isError: false };
    }
    case 'failed':
      return sayFailed(texts, answer);
    case 'refused':
      return sayRefused(texts, answer, pageOf);
    default:
      return sayPlain(texts, answer);
  }
}

function sayFailed(texts: Texts, answer: Extract<CallAnswer, { kind: 'failed' }>): SaidAnswer {
  const { take, why } = answer;
  if (why === 'unpriced') {
    const data = { status: 'made-unpriced', take: take.id, state: take.state, shot: take.shot, phase: take.phase };
    return { text: texts.say(file, 'made-unpriced', { ...take, take: take.id }), data, isError: false };
  }
  const section =
    take.state === 'in_doubt' || take.state === 'dispatched'
      ? 'in-doubt'
      : why === 'hold-expired'
        ? 'hold-expired'
        : take.state === 'posted'
          ? 'failed-billed'
          : why === 'unbilled'
            ? 'failed-unbilled'
            : 'not-sent';
  const facts = { ...take, take: take.id, job: take.job?.id, why };
  const data = { status: section, take: take.id, state: take.state, paid: toCredits(take.paid), why };
  return { text: texts.say(file, section, facts), data, isError: true };
}

function sayRefused(
  texts: Texts,
  answer: Extract<Refusal, { kind: 'refused' }>,
  pageOf: (approval: string) => string | undefined,
): SaidAnswer {
  const { verdict, approval, asked } = answer;
  const stopping = verdict.findings.filter((finding) => ['block', 'ask', 'nudge'].includes(finding.level));
  const price = verdict.before ?? verdict.quote;
  const code = stopping.map((finding) => `${finding.rule}/${finding.code}`).join(', ');
  const amount = price.status === 'unknown' ? undefined : price.upper;
  const lines = [texts.say(file, 'refused', { code, price: amount })];
  lines.push(...stopping.map((finding) => `- ${sayFinding(texts, finding)}`));
  if (asked === 'denied') lines.push(texts.say(file, 'asked-denied', { note: approval?.note }));
  if (asked === 'pending' && approval !== undefined) {
    const expires = new Date(approval.expiresAt).toISOString();
    const inPerson = strengthNeeded(approval) === 'person';
    lines.push(
      texts.say(file, 'asked-pending', { approval: approval.id, expires, inPerson, page: pageOf(approval.id) }),
    );
  }
  if (stopping.some(({ unattended }) => unattended)) lines.push(texts.say(file, 'unattended'));
  if (verdict.outcome === 'nudge') lines.push(texts.say(file, 'nudge'));
  const instead = callsInstead(answer);
  if (instead.length > 0) lines.push(texts.say(file, 'instead', { calls: instead.map(showCall).join(' · ') }));
  return {
    text: lines.join('\n'),
    data: {
      status: 'refused',
      outcome: verdict.outcome,
      code,
      price: amount === undefined ? null : toCredits(amount),
      findings: verdict.findings.map(findingData),
      instead,
      ...(approval === undefined ? {} : askedData(approval)),
      budgets: answer.accounts.map(accountData),
      shot: answer.placement.shot,
      phase: answer.placement.phase,
    },
    isError: true,
  };
}

/** The question to the person, and the call that an agent makes next because of it. */
function askedData(approval: Approval): JsonObject {
  const { id, state, note } = approval;
  const next = nextStep(approval);
  return {
    approval: { id, state, needs: strengthNeeded(approval), ...(note === undefined ? {} : { note }) },
    next: { tool: next.tool, arguments: next.arguments },
  };
}

function sayPlain(texts: Texts, answer: Exclude<Refusal, { kind: 'refused' }>): SaidAnswer {
  const facts = answer.kind === 'call-id-conflict' ? { take: answer.take.id } : { ...answer };
  return { text: texts.say(file, answer.kind, facts), data: { status: answer.kind, ...facts }, isError: true };
}
