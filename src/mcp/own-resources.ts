import { ProtocolError } from '@modelcontextprotocol/server';
import { assetLink, assetScheme } from '../model/asset-name.js';
import type { Asset } from '../model/take.js';
import type { Store } from '../gate/store-port.js';
import { progressOf } from '../gate/progress.js';
import { accountData, planData, takeData } from '../gate/views.js';
import type { JsonObject } from '../model/json.js';
import type { Workflow } from '../model/workflow.js';
import { viewAddress, type AppView } from './app-view.js';
import type { OwnResources } from './face-options.js';

const scheme = 'greenlight://';

/** What the resources are read from. */
export interface ResourceSource {
  readonly project: string;
  readonly store: () => Promise<Store>;
  readonly reportText: () => Promise<string>;
  readonly workflowText: (document: Workflow) => string;
  /** The page of budgets and takes, for clients that show pages. */
  readonly view?: AppView | undefined;
  /** The content of a kept output as base64, or why it is not read into a conversation. */
  readonly content: (asset: Asset, take: string) => Promise<{ readonly blob: string } | { readonly problem: string }>;
}

/** Newest outputs that are listed. */
const mostListed = 50;

const fixed: readonly JsonObject[] = [
  { uri: `${scheme}brief`, name: 'brief', title: 'The brief in force', mimeType: 'application/json' },
  { uri: `${scheme}plan`, name: 'plan', title: 'The plan in force', mimeType: 'application/json' },
  { uri: `${scheme}budget`, name: 'budget', title: 'Budgets: spent, held, left', mimeType: 'application/json' },
  { uri: `${scheme}takes`, name: 'takes', title: 'Takes, newest first', mimeType: 'application/json' },
  { uri: `${scheme}report`, name: 'report', title: 'Where the credits went', mimeType: 'text/markdown' },
];

/** The gateway's own resources, and where it says that the project moved on. */
export interface LiveResources extends OwnResources {
  /** A call was paid or something was stored: whoever subscribed to a resource is told. */
  moved(): void;
}

/** The gateway's own resources: brief, plan, budget, takes, report and the saved workflow documents. */
export function ownResources(source: ResourceSource): LiveResources {
  const subscribed = new Set<string>();
  const listeners = new Set<(uri: string) => void>();
  const read = async (uri: string): Promise<Contents | undefined> => {
    const store = await source.store();
    const { project } = source;
    const json = (value: unknown): { mimeType: string; text: string } => ({
      mimeType: 'application/json',
      text: JSON.stringify(value, null, 2),
    });
    const name = uri.slice(scheme.length);
    if (name === 'brief') return json((await store.latestBrief(project)) ?? null);
    if (name === 'budget') return json((await store.accountsOf(project)).map(accountData));
    if (name === 'takes') return json((await store.takes({ project, limit: 50 })).map(takeData));
    if (name === 'report') return { mimeType: 'text/markdown', text: await source.reportText() };
    if (name === 'plan') {
      const plan = await store.latestPlan(project);
      if (plan === undefined) return json(null);
      const progress = progressOf(plan, await store.takes({ project, limit: 1000 }));
      return json({ ...planData(plan), progress });
    }
    if (name.startsWith('asset/')) return readAsset(source, store, name.slice('asset/'.length));
    const document = name.startsWith('workflows/') ? await store.workflow(name.slice('workflows/'.length)) : undefined;
    return document === undefined ? undefined : { mimeType: 'text/markdown', text: source.workflowText(document) };
  };
  return {
    subscribe: (uri, wanted) => {
      if (wanted) subscribed.add(uri);
      else subscribed.delete(uri);
    },
    onMoved: (listener) => {
      listeners.add(listener);
    },
    moved: () => {
      for (const uri of subscribed) for (const listener of listeners) listener(uri);
    },
    owns: (uri) => uri.startsWith(scheme) || uri === viewAddress,
    async list() {
      const documents = await (await source.store()).workflows();
      const saved = documents.map(({ front, version }) => ({
        uri: `${scheme}workflows/${front.name}`,
        name: `workflow ${front.name}`,
        title: front.title ?? `Workflow ${front.name} (version ${String(version)})`,
        mimeType: 'text/markdown',
      }));
      const page = source.view === undefined ? [] : [source.view.resource()];
      return [...fixed, ...page, ...saved, ...(await listAssets(source))];
    },
    templates: () =>
      Promise.resolve([
        {
          uriTemplate: `${scheme}workflows/{name}`,
          name: 'workflow',
          title: 'A saved way of working',
          mimeType: 'text/markdown',
        },
        { uriTemplate: `${assetScheme}{id}`, name: 'asset', title: 'A kept output, by its id' },
      ]),
    async read(uri) {
      const page = source.view?.contents(uri);
      if (page !== undefined) return page;
      const found = await read(uri);
      return found === undefined ? undefined : [{ uri, ...found }];
    },
  };
}

type Contents = { readonly mimeType: string } & ({ readonly text: string } | { readonly blob: string });

const invalidParams = -32602;

async function listAssets({ store, project }: ResourceSource): Promise<readonly JsonObject[]> {
  const takes = await (await store()).takes({ project, limit: mostListed });
  const seen = new Map<string, JsonObject>();
  for (const { id: take, shot, phase, assets } of takes) {
    for (const { id, mimeType, bytes: size } of assets) {
      const uri = assetLink(id);
      if (!seen.has(uri)) seen.set(uri, { uri, name: `${take} ${shot}/${phase}`, mimeType, size });
    }
  }
  return [...seen.values()].slice(0, mostListed);
}

async function readAsset(source: ResourceSource, store: Store, id: string): Promise<Contents | undefined> {
  if (!/^[0-9a-f]{12,64}$/.test(id)) return undefined;
  const [take] = await store.takes({ project: source.project, asset: id, limit: 1 });
  const asset = take?.assets.find((each) => each.id.startsWith(id));
  if (take === undefined || asset === undefined) return undefined;
  const read = await source.content(asset, take.id);
  if ('problem' in read) throw new ProtocolError(invalidParams, read.problem);
  return { mimeType: asset.mimeType, blob: read.blob };
}
