import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { toolError } from './results.js';

/** The extension of the protocol that shows a server's own page inside a conversation (MCP Apps, 2026-01-26). */
const EXTENSION = 'io.modelcontextprotocol/ui';
const MIME_TYPE = 'text/html;profile=mcp-app';

/** The address of the gateway's page. */
export const viewAddress = 'ui://greenlight/desk';

/** The tool that only the page calls. */
export const viewTool = 'desk_view';

const TICKET = 'greenlight/ticket';

/** A page is looked at for a while; then a newer answer brings another ticket. */
const TICKET_MS = 60 * 60_000;
const MOST_TICKETS = 500;

/** Own tools whose answers the page shows. */
const SHOWN_BY: ReadonlySet<unknown> = new Set(['budget', 'take', 'report']);

/** What the page is made of and reads. */
export interface ViewSource {
  /** The whole page: one file without anything from elsewhere. */
  readonly html: () => string;
  /** How the project stands, or with a take's id the blocks that show its outputs. */
  readonly read: (take: string | undefined) => Promise<JsonObject>;
  /** Description of the page's tool. */
  readonly description: string;
}

/**
 * The page of budgets and takes in clients that show such pages. It only reads. Its tool is the page's alone: a call needs
 * the ticket that comes with an answer beside what a model is given, so a model that calls it is refused.
 */
export class AppView {
  private readonly tickets = new LRUCache<string, true>({ max: MOST_TICKETS, ttl: TICKET_MS });

  constructor(private readonly source: ViewSource) {}

  /** Own tools as a client that shows pages lists them: with the page, and with the tool of the page behind them. */
  listed(ownTools: readonly JsonObject[]): readonly JsonObject[] {
    const ui = { resourceUri: viewAddress };
    const shown = ownTools.map((tool) => {
      if (!SHOWN_BY.has(tool['name'])) return tool;
      const meta = isJsonObject(tool['_meta']) ? tool['_meta'] : {};
      return {
        ...tool,
        _meta: { ...meta, ui: { ...ui, visibility: ['model', 'app'] }, 'ui/resourceUri': viewAddress },
      };
    });
    return [...shown, this.definition(ui)];
  }

  /** The page as it is listed. */
  resource(): JsonObject {
    return { uri: viewAddress, name: 'desk', title: 'Budget and takes', mimeType: MIME_TYPE };
  }

  /** The page's content; undefined for another address. */
  contents(uri: unknown): readonly JsonObject[] | undefined {
    if (uri !== viewAddress) return undefined;
    return [{ uri, mimeType: MIME_TYPE, text: this.source.html(), _meta: { ui: { prefersBorder: true } } }];
  }

  /** An own tool's answer with a ticket for the page that shows it. */
  ticketed(tool: string, result: JsonObject): JsonObject {
    if (!SHOWN_BY.has(tool)) return result;
    const meta = isJsonObject(result['_meta']) ? result['_meta'] : {};
    return { ...result, _meta: { ...meta, [TICKET]: this.issue() } };
  }

  /** A call of the page's tool; refused without a ticket. */
  async call(args: unknown): Promise<JsonObject> {
    const { ticket, take } = isJsonObject(args) ? args : {};
    if (typeof ticket !== 'string' || !this.tickets.has(ticket)) {
      return toolError(`E_APP_ONLY ${viewTool} belongs to the page in the conversation. Use budget, take or report.`);
    }
    const result = await this.source.read(typeof take === 'string' ? take : undefined);
    return { ...result, _meta: { [TICKET]: this.issue() } };
  }

  private issue(): string {
    const ticket = randomBytes(16).toString('base64url');
    this.tickets.set(ticket, true);
    return ticket;
  }

  private definition(ui: JsonObject): JsonObject {
    return {
      name: viewTool,
      title: 'The page of budget and takes',
      description: this.source.description,
      inputSchema: {
        type: 'object',
        properties: { ticket: { type: 'string' }, take: { type: 'string' } },
        required: ['ticket'],
      },
      annotations: { readOnlyHint: true },
      _meta: { ui: { ...ui, visibility: ['app'] }, 'ui/resourceUri': viewAddress },
    };
  }
}

/** Whether a client shows pages of servers. */
export function showsPages(capabilities: JsonObject): boolean {
  const extensions = capabilities['extensions'];
  const declared = isJsonObject(extensions) ? extensions[EXTENSION] : undefined;
  const types = isJsonObject(declared) ? declared['mimeTypes'] : undefined;
  return Array.isArray(types) && types.includes(MIME_TYPE);
}
