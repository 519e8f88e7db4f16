import { LOG_LEVEL_META_KEY } from '@modelcontextprotocol/server';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const LEVELS: readonly unknown[] = ['debug', 'info', 'notice', 'warning', 'error', 'critical', 'alert', 'emergency'];

/**
 * What a client of 2026 wants to hear of servers' logs: it says so with each request, for as long as that one runs. A server
 * of the era of 2025 knows nothing of it and logs as it likes.
 */
export class LogWishes {
  private readonly levels = new Map<unknown, number>();

  /** Hears every message of the client. */
  hear({ id, method, params }: JsonObject): void {
    if (!isJsonObject(params)) return;
    if (method === 'notifications/cancelled') this.end(params['requestId']);
    const meta = params['_meta'];
    const level = isJsonObject(meta) ? LEVELS.indexOf(meta[LOG_LEVEL_META_KEY]) : -1;
    if (id !== undefined && level >= 0) this.levels.set(id, level);
  }

  /** A request is over. */
  end(id: unknown): void {
    this.levels.delete(id);
  }

  /** Whether a request under way wants to hear a log message with these params. */
  allow(params: JsonObject | undefined): boolean {
    const level = LEVELS.indexOf(params?.['level']);
    return [...this.levels.values()].some((wanted) => wanted <= level);
  }
}
