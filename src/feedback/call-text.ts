import { assetLink } from '../model/asset-name.js';
import { formatCredits, toCredits } from '../model/credits.js';
import { remaining, type Account } from '../model/budget.js';
import { strengthNeeded, type Approval } from '../model/approval.js';
import { nextStep } from '../gate/flow/next-step.js';
import { callsInstead } from '../gate/calls-instead.js';
import { accountData, findingData } from '../gate/views.js';
import type { JsonObject } from '../model/json.js';
import type { NextCall, WeighedFinding } from '../model/verdict.js';
import type { CallAnswer, Refusal } from '../gate/answer.js';
import type { Texts } from '../gate/texts-port.js';

/** The same facts twice: as text for people and models, and as data for programs. */
export interface SaidAnswer {
  readonly text: string;
  readonly data: JsonObject;
  readonly isError: boolean;
}

const file = 'answers/call';

/** Outputs that are named in the text; the data names all. */
const mostNamed = 8;

/** Says how a paid call ended: what was made or why not, what it cost, what is left, and what to do next. */
export function sayCall(texts: Texts, answer: CallAnswer): SaidAnswer {
  switch (answer.kind) {
    case 'done':
      return sayDone(texts, answer);
    case 'running': {
      const { id, job } = answer.take;
      const facts = { take: id, ...(job === undefined ? {} : { job: job.id }) };
      return { text: texts.say(file, 'running', facts), data: { status: 'running', ...facts }, isError: false };
    }
    case 'failed':
      return sayFailed(texts, answer);
    case 'refused':
      return sayRefused(texts, answer);
    default:
      return sayPlain(texts, answer);
  }
}

function sayDone(texts: Texts, answer: Extract<CallAnswer, { kind: 'done' }>): SaidAnswer {
  const { take, accounts, verdict, batch, replayed, missing = [] } = answer;
  const isOpen = batch !== undefined && batch.made < batch.planned;
  const facts = { ...take, take: take.id, source: take.costSource, left: leftText(texts, accounts) };
  const lines = [texts.say(file, replayed === undefined ? 'done' : 'replayed', facts)];
  const outputs = take.assets.map(({ id }) => assetLink(id));
  if (outputs.length > 0) {
    lines.push(texts.say(file, 'outputs', { outputs: outputs.slice(0, mostNamed), count: outputs.length }));
  }
  lines.push(...sayRemarks(texts, verdict?.findings ?? []));
  if (missing.length > 0) lines.push(texts.say(file, 'missing', { take: take.id, missing, count: missing.length }));
  lines.push(texts.say(file, isOpen ? 'batch' : 'wait', { take: take.id, shot: take.shot, ...batch }));
  return {
    text: lines.join('\n'),
    data: {
      status: 'done',
      take: take.id,
      shot: take.shot,
      phase: take.phase,
      session: take.session,
      paid: toCredits(take.paid),
      replayed: replayed !== undefined,
      assets: take.assets.map(({ id, path, mimeType }) => ({ id, path, mimeType, link: assetLink(id) })),
      budgets: accounts.map(accountData),
      findings: (verdict?.findings ?? []).map(findingData),
      ...(batch === undefined ? {} : { batch }),
      ...(missing.length === 0 ? {} : { missing }),
      next: isOpen ? 'batch' : 'feedback',
    },
    isError: false,
  };
}

/** What was changed about a call that passed, and what there is to say of it. */
function sayRemarks(texts: Texts, findings: readonly WeighedFinding[]): string[] {
  const said = (level: string): string[] =>
    findings.filter((finding) => finding.level === level).map((finding) => sayFinding(texts, finding));
  const changes = said('fix');
  return [...(changes.length > 0 ? [texts.say(file, 'fixed'), ...changes] : []), ...said('note')];
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

function sayRefused(texts: Texts, answer: Extract<Refusal, { kind: 'refused' }>): SaidAnswer {
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
    lines.push(texts.say(file, 'asked-pending', { approval: approval.id, expires, inPerson }));
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

/** The words of one finding, from the rule's own page. */
export function sayFinding(texts: Texts, finding: WeighedFinding): string {
  const page = `rules/${finding.rule}`;
  const because = typeof finding.facts['because'] === 'string' ? ` (“${finding.facts['because']}”)` : '';
  const said = `[${finding.rule}/${finding.code}] ${texts.say(page, finding.code, finding.facts)}${because}`;
  return [said, ...readyNext(texts, finding)].join(' ');
}

/** A note does not hold a call: the priced call that it names is for the next one. */
function readyNext(texts: Texts, { level, facts, instead = [] }: WeighedFinding): readonly string[] {
  const calls = instead.filter(({ amount }) => amount !== undefined).map(showCall);
  if (level !== 'note' || 'because' in facts || calls.length === 0) return [];
  return [texts.say(file, 'ready', { calls: calls.join(' · ') })];
}

function showCall(call: NextCall): string {
  const args = JSON.stringify(call.arguments);
  const price = call.amount === undefined ? '' : ` (${formatCredits(call.amount)} credits)`;
  return `\`${call.tool}\` ${args.length > 600 ? `${args.slice(0, 597)}…` : args}${price}`;
}

function leftText(texts: Texts, accounts: readonly Account[]): string {
  return accounts
    .filter((account) => account.limit !== undefined)
    .map((account) => texts.say(file, 'account', { ...account, left: remaining(account) }))
    .join(', ');
}
