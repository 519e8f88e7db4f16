import type { Approval } from '../../model/approval.js';
import { scopes, type Account } from '../../model/budget.js';
import type { Feedback, FeedbackBody } from '../../model/feedback.js';
import type { TakeJob } from '../../model/job-map.js';
import type { JsonObject } from '../../model/json.js';
import type { PromptReading } from '../../model/prompt-features.js';
import type { Session } from '../../model/session.js';
import { strengths } from '../../model/strength.js';
import { takeStates, type Asset, type Take, type TakeOutcome } from '../../model/take.js';
import type { Workflow, WorkflowFront } from '../../model/workflow.js';
import type { Entry, NewTake } from '../../gate/store-port.js';
import { integer, json, optionalInteger, optionalText, text, word } from './cells.js';
import type { Row } from './sql.js';

/** What a take has columns for from the start; the rest of what a call is made of is kept as one JSON text. */
export type TakeBody = Omit<
  NewTake,
  'id' | 'project' | 'session' | 'shot' | 'item' | 'digest' | 'promptKey' | 'callId' | 'cluster' | 'parent' | 'reading'
>;

const outcomes = ['running', 'succeeded', 'failed-billed', 'unbilled', 'unknown'] as const satisfies TakeOutcome[];
const entryKinds = ['hold', 'post', 'release', 'overrun', 'limit'] as const satisfies Entry['kind'][];
const approvalStates = ['pending', 'approved', 'denied', 'expired', 'consumed'] as const satisfies Approval['state'][];
const subjects = ['call', 'plan-item', 'budget'] as const satisfies Approval['subject'][];
const workflowStates = ['draft', 'accepted'] as const satisfies Workflow['state'][];

/**
 * Takes with their newest feedback: the columns and the join that {@link takeOf} reads. The stored answer is left out: it
 * may be large, and nearly nobody who looks at takes wants it.
 */
export const selectTakes = `SELECT t.seq, t.id, t.project, t.session, t.shot, t.item, t.digest, t.prompt_key, t.call_id,
  t.state, t.outcome, t.held, t.paid, t.cost_source, t.at, t.ended_at, t.accounts, t.draws, t.job, t.body, t.assets, t.cluster, t.parent,
  t.reader, t.features, f.id AS feedback_id, f.strength AS feedback_strength, f.at AS feedback_at,
  f.body AS feedback_body FROM takes t
  LEFT JOIN feedback f ON f.seq = t.word`;

/** A row of {@link selectTakes} as a take. */
export function takeOf(row: Row): Take {
  return {
    ...(json(row, 'body') as TakeBody),
    id: text(row, 'id'),
    project: text(row, 'project'),
    session: text(row, 'session'),
    shot: text(row, 'shot'),
    item: optionalText(row, 'item'),
    digest: text(row, 'digest'),
    promptKey: text(row, 'prompt_key'),
    callId: optionalText(row, 'call_id'),
    cluster: optionalText(row, 'cluster') ?? text(row, 'id'),
    parent: optionalText(row, 'parent'),
    reading: readingOf(row),
    state: word(row, 'state', takeStates),
    outcome: word(row, 'outcome', outcomes),
    held: integer(row, 'held'),
    paid: integer(row, 'paid'),
    costSource: optionalText(row, 'cost_source'),
    at: integer(row, 'at'),
    endedAt: optionalInteger(row, 'ended_at'),
    job: row['job'] === null ? undefined : (json(row, 'job') as TakeJob),
    assets: row['assets'] === null ? [] : (json(row, 'assets') as Asset[]),
    feedback: row['feedback_id'] === null ? undefined : joinedFeedback(row),
  };
}

function readingOf(row: Row): PromptReading | undefined {
  if (row['features'] === null) return undefined;
  return { reader: integer(row, 'reader'), features: json(row, 'features') as PromptReading['features'] };
}

function joinedFeedback(row: Row): Feedback {
  return {
    ...(json(row, 'feedback_body') as FeedbackBody),
    id: text(row, 'feedback_id'),
    take: text(row, 'id'),
    strength: word(row, 'feedback_strength', strengths),
    at: integer(row, 'feedback_at'),
  };
}

/** A row of `feedback`. */
export function feedbackOf(row: Row): Feedback {
  return {
    ...(json(row, 'body') as FeedbackBody),
    id: text(row, 'id'),
    take: text(row, 'take'),
    strength: word(row, 'strength', strengths),
    at: integer(row, 'at'),
  };
}

/** A row of `accounts`. */
export function accountOf(row: Row): Account {
  return {
    id: text(row, 'id'),
    scope: word(row, 'scope', scopes),
    subject: text(row, 'subject'),
    limit: optionalInteger(row, 'limit_micro'),
    soft: optionalInteger(row, 'soft_micro'),
    resetsAt: optionalInteger(row, 'resets_at'),
    spent: integer(row, 'spent'),
    held: integer(row, 'held'),
  };
}

/** A row of `entries`. */
export function entryOf(row: Row): Entry {
  return {
    seq: integer(row, 'seq'),
    at: integer(row, 'at'),
    kind: word(row, 'kind', entryKinds),
    account: text(row, 'account'),
    take: optionalText(row, 'take'),
    heldDelta: integer(row, 'held_delta'),
    spentDelta: integer(row, 'spent_delta'),
    note: json(row, 'note') as JsonObject,
  };
}

/** A row of `sessions`. */
export function sessionOf(row: Row): Session {
  return {
    id: text(row, 'id'),
    project: text(row, 'project'),
    principal: text(row, 'principal'),
    client: text(row, 'client'),
    clientKey: optionalText(row, 'client_key'),
    openedAt: integer(row, 'opened_at'),
    seenAt: integer(row, 'seen_at'),
    closedAt: optionalInteger(row, 'closed_at'),
  };
}

/** A row of `approvals`, read at a time: one that ran out is `expired`. */
export function approvalOf(row: Row, now: number): Approval {
  const state = word(row, 'state', approvalStates);
  const expiresAt = integer(row, 'expires_at');
  const ranOut = (state === 'pending' || state === 'approved') && expiresAt <= now;
  return {
    id: text(row, 'id'),
    project: text(row, 'project'),
    session: text(row, 'session'),
    subject: word(row, 'subject', subjects),
    digest: text(row, 'digest'),
    title: text(row, 'title'),
    detail: text(row, 'detail'),
    amount: integer(row, 'amount'),
    reasons: json(row, 'reasons') as string[],
    state: ranOut ? 'expired' : state,
    strength: row['strength'] === null ? undefined : word(row, 'strength', strengths),
    note: optionalText(row, 'note'),
    at: integer(row, 'at'),
    expiresAt,
  };
}

/** A row of `workflows`. */
export function workflowOf(row: Row): Workflow {
  return {
    project: text(row, 'project'),
    name: text(row, 'name'),
    version: integer(row, 'version'),
    state: word(row, 'state', workflowStates),
    front: json(row, 'front') as WorkflowFront,
    body: text(row, 'body'),
    at: integer(row, 'at'),
  };
}
