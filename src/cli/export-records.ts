import type { AccountOwner } from '../model/budget.js';
import type { Take } from '../model/take.js';
import type { Store } from '../gate/store-port.js';
import { workflowText } from '../feedback/workflow-text.js';
import { shownArguments } from '../stores/sidecar.js';

/** The kinds of records of an export, in the order in which they are written. */
export const recordKinds = [
  'brief',
  'plan',
  'workflow',
  'account',
  'take',
  'feedback',
  'entry',
  'approval',
  'remark',
] as const;

/** One of {@link recordKinds}. */
export type RecordKind = (typeof recordKinds)[number];

/** Some records of one kind. */
export interface RecordPage {
  readonly kind: RecordKind;
  readonly records: readonly object[];
}

/** Takes and entries are read so many at a time: an export needs no more memory for a large project than for a small one. */
const pageSize = 500;

/**
 * Everything that is kept of a project, page by page. Amounts are micro-credits, times epoch milliseconds, as the store has
 * them; arguments come without secrets and long content.
 * @param shared owners of accounts that the project shares, such as its client
 * @param heard is told of every page of takes
 */
export async function* exportRecords(
  store: Store,
  project: string,
  shared: readonly AccountOwner[],
  heard: (takes: number) => void,
): AsyncGenerator<RecordPage> {
  yield { kind: 'brief', records: await store.briefs(project) };
  yield { kind: 'plan', records: await store.plans(project) };
  yield* workflowsOf(store, project);
  yield { kind: 'account', records: await store.accountsOf(project, shared) };
  yield* takesOf(store, project, heard);
  yield* entriesOf(store, project, shared);
  yield { kind: 'approval', records: (await store.approvals(project)).reverse() };
  yield { kind: 'remark', records: await store.remarks(project) };
}

/** Every version that was saved in the project, with the document as it is imported again. */
async function* workflowsOf(store: Store, project: string): AsyncGenerator<RecordPage> {
  for (const newest of await store.workflows()) {
    for (let version = 1; version <= newest.version; version += 1) {
      const document = await store.workflow(newest.name, version);
      if (document?.project !== project) continue;
      yield { kind: 'workflow', records: [{ ...document, document: workflowText(document) }] };
    }
  }
}

async function* takesOf(store: Store, project: string, heard: (takes: number) => void): AsyncGenerator<RecordPage> {
  for (let after: string | undefined; ;) {
    const takes = await store.takesInOrder(project, { after, limit: pageSize });
    if (takes.length > 0) {
      yield { kind: 'take', records: takes.map(takeRecord) };
      yield { kind: 'feedback', records: await store.wordsOn(takes.map(({ id }) => id)) };
    }
    heard(takes.length);
    if (takes.length < pageSize) return;
    after = takes.at(-1)?.id;
  }
}

async function* entriesOf(store: Store, project: string, shared: readonly AccountOwner[]): AsyncGenerator<RecordPage> {
  for (let after = 0; ;) {
    const entries = await store.entriesInOrder(project, { after, limit: pageSize }, shared);
    if (entries.length > 0) yield { kind: 'entry', records: entries };
    if (entries.length < pageSize) return;
    after = entries.at(-1)?.seq ?? after;
  }
}

/** What was read out of the prompt is left out: any Greenlight reads it again. The words stand apart. */
function takeRecord({ reading: _reading, feedback: _feedback, arguments: args, ...take }: Take): object {
  return { ...take, arguments: shownArguments(args) };
}
