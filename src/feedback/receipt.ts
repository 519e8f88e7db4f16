import { assetLink } from '../model/asset-name.js';
import { remaining, type Account } from '../model/budget.js';
import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import type { ReceiptForm } from '../model/receipt-form.js';
import type { WeighedFinding } from '../model/verdict.js';
import type { CallAnswer } from '../gate/answer.js';
import type { SaidAnswer } from './said-answer.js';
import type { Texts } from '../gate/texts-port.js';
import { accountData, findingData } from '../gate/views.js';
import { sayFinding } from './finding-text.js';

const file = 'answers/call';

/** Outputs that are named in the text; the data names all. */
const mostNamed = 8;

type Done = Extract<CallAnswer, { kind: 'done' }>;

/**
 * The receipt of a call that was made. What was changed about it, what is missing and what comes next is said in every
 * form; remarks and names of outputs are left out of the short one, the full one adds quote, time and every budget.
 */
export function sayDone(texts: Texts, answer: Done, form: ReceiptForm): SaidAnswer {
  return { text: linesOf(texts, answer, form).join('\n'), data: dataOf(answer), isError: false };
}

function linesOf(texts: Texts, answer: Done, form: ReceiptForm): string[] {
  const { take, accounts, verdict, batch, replayed, missing = [] } = answer;
  const findings = verdict?.findings ?? [];
  const facts = { ...take, take: take.id, source: take.costSource, left: leftText(texts, accounts) };
  return [
    texts.say(file, replayed === undefined ? 'done' : 'replayed', facts),
    ...(form === 'full' ? sayDetails(texts, answer) : []),
    ...(form === 'short' ? [] : sayOutputs(texts, take.assets)),
    ...sayChanges(texts, findings),
    ...(form === 'short' ? [] : ofLevel(texts, findings, 'note')),
    ...(missing.length > 0 ? [texts.say(file, 'missing', { take: take.id, missing, count: missing.length })] : []),
    texts.say(file, isOpen(batch) ? 'batch' : 'wait', { take: take.id, shot: take.shot, ...batch }),
  ];
}

function dataOf({ take, accounts, verdict, batch, replayed, missing = [] }: Done): JsonObject {
  return {
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
    next: isOpen(batch) ? 'batch' : 'feedback',
  };
}

/** Whether versions of a planned batch are still to be made. */
function isOpen(batch: Done['batch']): boolean {
  return batch !== undefined && batch.made < batch.planned;
}

function sayOutputs(texts: Texts, assets: Done['take']['assets']): string[] {
  const outputs = assets.map(({ id }) => assetLink(id));
  if (outputs.length === 0) return [];
  return [texts.say(file, 'outputs', { outputs: outputs.slice(0, mostNamed), count: outputs.length })];
}

/** What the call was thought to cost, how long it took, and how every budget stands. */
function sayDetails(texts: Texts, { take, verdict, accounts }: Done): string[] {
  const { at, endedAt } = take;
  const quote = verdict === undefined || verdict.quote.status === 'unknown' ? undefined : verdict.quote;
  const budgets = accounts.map((account) => texts.say(file, 'budget', { ...account }));
  const facts = {
    ...{ quoted: quote?.amount, status: quote?.status, from: quote?.source },
    ...{ seconds: endedAt === undefined ? undefined : Math.round((endedAt - at) / 1000), budgets },
  };
  return [texts.say(file, 'details', facts)];
}

/** What was changed about a call that passed. */
function sayChanges(texts: Texts, findings: readonly WeighedFinding[]): string[] {
  const changes = ofLevel(texts, findings, 'fix');
  return changes.length > 0 ? [texts.say(file, 'fixed'), ...changes] : [];
}

function ofLevel(texts: Texts, findings: readonly WeighedFinding[], level: 'fix' | 'note'): string[] {
  return findings.filter((finding) => finding.level === level).map((finding) => sayFinding(texts, finding));
}

function leftText(texts: Texts, accounts: readonly Account[]): string {
  return accounts
    .filter((account) => account.limit !== undefined)
    .map((account) => texts.say(file, 'account', { ...account, left: remaining(account) }))
    .join(', ');
}
