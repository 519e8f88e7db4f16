import { toCredits } from '../model/credits.js';
import type { Asset, Take } from '../model/take.js';
import type { JsonObject } from '../model/json.js';
import { accountData, takeData } from '../gate/views.js';
import type { Store } from '../gate/store-port.js';
import type { Texts } from '../gate/texts-port.js';
import { toolError } from './results.js';

/** What the page in a conversation is read from. */
export interface ViewDataSource {
  readonly project: string;
  readonly store: Store;
  readonly texts: Texts;
  /** The blocks that show a kept output. */
  readonly show: (asset: Asset) => Promise<readonly JsonObject[]>;
}

/** Takes on the page. */
const mostTakes = 24;

/** Outputs of a take that are shown. */
const mostShown = 4;

/** How the project stands: budgets, the newest takes, and what waits for the person (to be read, not to be decided). */
export async function viewData({ store, project, texts }: ViewDataSource): Promise<JsonObject> {
  const [accounts, takes, waiting] = await Promise.all([
    store.accountsOf(project),
    store.takes({ project, limit: mostTakes }),
    store.approvals(project, 'pending'),
  ]);
  const structuredContent = {
    project,
    budgets: accounts.filter(({ limit }) => limit !== undefined).map(accountData),
    takes: takes.map(takeData),
    waiting: waiting.map(({ id, title, amount, expiresAt }) => {
      return { id, title, credits: toCredits(amount), expiresAt: new Date(expiresAt).toISOString() };
    }),
  };
  const text = texts.say('view/desk', 'stands', { project, takes: takes.length, waiting: waiting.length });
  return { content: [{ type: 'text', text }], structuredContent };
}

/** The blocks that show a take's outputs. */
export async function viewOutputs({ store, project, texts, show }: ViewDataSource, id: string): Promise<JsonObject> {
  const take: Take | undefined = await store.take(id);
  if (take === undefined || take.project !== project) return toolError(texts.say('view/desk', 'no-take', { take: id }));
  const blocks = await Promise.all(take.assets.slice(0, mostShown).map(show));
  return { content: blocks.flat(), structuredContent: { take: take.id } };
}
