import { SUBSCRIPTION_ID_META_KEY } from '@modelcontextprotocol/client';
import type { Client } from '@modelcontextprotocol/client';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

/** A stream that the server ended is opened again after this long. */
const REOPEN_MS = 5000;

/** The part of the protocol library's client that listens. */
export type Listener = Pick<Client, 'listen'>;

type Subscription = Awaited<ReturnType<Client['listen']>>;
type Filter = Parameters<Client['listen']>[0];

function offers(capabilities: JsonObject, kind: string, what: string): boolean {
  const offered = capabilities[kind];
  return isJsonObject(offered) && offered[what] === true;
}

/**
 * Hears of changes from a server of the era of 2026, which tells only those who listen. One stream at a time: what is
 * listened for can only be changed by a new stream, and the old one is closed when the new one stands.
 */
export class Listening {
  private filter: Filter = {};
  private readonly addresses = new Set<string>();
  private current: Subscription | undefined;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: Listener,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Listens for changes of the lists that the server announces. */
  begin(capabilities: JsonObject): void {
    this.filter = {
      ...(offers(capabilities, 'tools', 'listChanged') ? { toolsListChanged: true } : {}),
      ...(offers(capabilities, 'prompts', 'listChanged') ? { promptsListChanged: true } : {}),
      ...(offers(capabilities, 'resources', 'listChanged') ? { resourcesListChanged: true } : {}),
    };
    this.reopen();
  }

  /** Takes the requests by which the era of 2025 subscribes to a resource; true when it was one. */
  take(method: string, params: JsonObject | undefined): boolean {
    if (method !== 'resources/subscribe' && method !== 'resources/unsubscribe') return false;
    const address = params?.['uri'];
    if (typeof address !== 'string') return false;
    if (method === 'resources/subscribe') this.addresses.add(address);
    else this.addresses.delete(address);
    this.reopen();
    return true;
  }

  private reopen(): void {
    this.turn = this.turn.then(() => this.open()).catch((error: unknown) => this.failed(error));
  }

  private async open(): Promise<void> {
    const old = this.current;
    const resources = this.addresses.size === 0 ? {} : { resourceSubscriptions: [...this.addresses] };
    const filter = { ...this.filter, ...resources };
    this.current = undefined;
    if (Object.keys(filter).length > 0) {
      const opened = await this.client.listen(filter);
      this.current = opened;
      void opened.closed.then((cause) => this.ended(opened, cause));
    }
    await old?.close();
  }

  private ended(subscription: Subscription, cause: string): void {
    if (this.current !== subscription || cause === 'local') return;
    this.current = undefined;
    // A closed connection refuses the next stream, and that is the end of it.
    setTimeout(() => this.reopen(), REOPEN_MS).unref();
  }
}

/** What a server says on a stream, without the stream's own mark. */
export function withoutSubscription(params: JsonObject | undefined): JsonObject | undefined {
  const meta = params?.['_meta'];
  if (!isJsonObject(meta) || meta[SUBSCRIPTION_ID_META_KEY] === undefined) return params;
  const { _meta, ...rest } = params ?? {};
  const { [SUBSCRIPTION_ID_META_KEY]: _mark, ...kept } = meta;
  if (Object.keys(kept).length > 0) return { ...rest, _meta: kept };
  return Object.keys(rest).length > 0 ? rest : undefined;
}
