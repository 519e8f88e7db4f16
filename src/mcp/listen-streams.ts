import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const LISTEN = 'subscriptions/listen';
const CANCELLED = 'notifications/cancelled';

/** The streams on which a client of 2026 listens, as far as they name resources: who has those must be asked to tell. */
export class ListenStreams {
  private readonly streams = new Map<unknown, readonly string[]>();

  /** @param follow called when the first stream wants a resource's changes, and when the last one no longer does */
  constructor(private readonly follow: (uri: string, wanted: boolean) => void) {}

  /** Hears every message of the client; all but the beginning and the end of a stream pass by. */
  hear({ id, method, params }: JsonObject): void {
    if (!isJsonObject(params)) return;
    if (method === LISTEN) this.begin(id, params);
    else if (method === CANCELLED) this.end(params['requestId']);
  }

  private begin(id: unknown, { notifications }: JsonObject): void {
    const named = isJsonObject(notifications) ? notifications['resourceSubscriptions'] : undefined;
    const uris = Array.isArray(named) ? named.filter((uri) => typeof uri === 'string') : [];
    const fresh = uris.filter((uri) => !this.isFollowed(uri));
    this.streams.set(id, uris);
    for (const uri of fresh) this.follow(uri, true);
  }

  private end(id: unknown): void {
    const uris = this.streams.get(id) ?? [];
    this.streams.delete(id);
    for (const uri of uris) {
      if (!this.isFollowed(uri)) this.follow(uri, false);
    }
  }

  private isFollowed(uri: string): boolean {
    return [...this.streams.values()].some((uris) => uris.includes(uri));
  }
}
