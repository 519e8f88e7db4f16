import { createMcpHandler, ProtocolError, Server } from '@modelcontextprotocol/server';
import type { McpHttpHandler, ServerContext } from '@modelcontextprotocol/server';
import { isJsonObject } from '../../../src/model/json.js';
import type { JsonObject } from '../../../src/model/json.js';
import type { PipedServer } from './piped-server.js';

const methods: Readonly<Record<string, readonly string[]>> = {
  tools: ['tools/list', 'tools/call'],
  prompts: ['prompts/list', 'prompts/get'],
  resources: ['resources/list', 'resources/templates/list', 'resources/read'],
  completions: ['completion/complete'],
};
const version = '2026-07-28';
const envelope = {
  'io.modelcontextprotocol/protocolVersion': version,
  'io.modelcontextprotocol/clientCapabilities': { elicitation: {}, sampling: {}, roots: {} },
  'io.modelcontextprotocol/clientInfo': { name: 'bridge', version: '1.0.0' },
};
const changes: Readonly<Record<string, 'toolsChanged' | 'promptsChanged' | 'resourcesChanged'>> = {
  'notifications/tools/list_changed': 'toolsChanged',
  'notifications/prompts/list_changed': 'promptsChanged',
  'notifications/resources/list_changed': 'resourcesChanged',
};

interface Waiting {
  readonly context: ServerContext | undefined;
  readonly token: unknown;
  done(message: JsonObject): void;
}

/** The end for clients of 2026: every request stands alone, and all go to one server under ids of the bridge's own. */
export class ModernEnd {
  private readonly handler: McpHttpHandler;
  private server: PipedServer | undefined;
  private discovered: Promise<JsonObject> | undefined;
  private readonly waiting = new Map<string, Waiting>();
  private next = 0;

  constructor(private readonly start: () => PipedServer) {
    this.handler = createMcpHandler(() => this.makeServer(), { legacy: 'reject' });
  }

  fetch(request: Request): Promise<Response> {
    return this.handler.fetch(request);
  }

  async close(): Promise<void> {
    await this.handler.close();
    await this.server?.close();
  }

  private async makeServer(): Promise<Server> {
    this.discovered ??= this.discover();
    const { serverInfo, capabilities, instructions, _meta } = await this.discovered;
    const known = isJsonObject(capabilities) ? capabilities : {};
    const named = serverInfo ?? (isJsonObject(_meta) ? _meta['io.modelcontextprotocol/serverInfo'] : undefined);
    const info = isJsonObject(named) ? named : { name: 'unnamed', version: '0' };
    const options = { capabilities: known, ...(typeof instructions === 'string' ? { instructions } : {}) };
    const server = new Server(info as { name: string; version: string }, options);
    server.removeRequestHandler('logging/setLevel');
    for (const method of Object.keys(known).flatMap((capability) => methods[capability] ?? [])) {
      const handler = (request: { params?: unknown }, context: ServerContext): Promise<JsonObject> =>
        this.relay(method, isJsonObject(request.params) ? request.params : {}, context);
      server.setRequestHandler(method as 'tools/call', handler as never);
    }
    return server;
  }

  private async discover(): Promise<JsonObject> {
    this.server = this.start();
    this.server.onMessage = (message) => void this.hear(message);
    const { result } = await this.ask('server/discover', { _meta: envelope });
    const notifications = { toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true };
    void this.ask('subscriptions/listen', { _meta: envelope, notifications });
    return isJsonObject(result) ? result : {};
  }

  private async relay(method: string, params: JsonObject, context: ServerContext): Promise<JsonObject> {
    const { mcpReq } = context;
    const state: unknown = mcpReq.requestState();
    const sent = {
      ...params,
      _meta: { ...mcpReq.envelope, ...(isJsonObject(params['_meta']) ? params['_meta'] : {}) },
      ...(mcpReq.inputResponses === undefined ? {} : { inputResponses: mcpReq.inputResponses }),
      ...(state === undefined ? {} : { requestState: state }),
    };
    const { result, error } = await this.ask(method, sent, context);
    if (isJsonObject(error)) {
      throw ProtocolError.fromError(Number(error['code']), String(error['message']), error['data']);
    }
    return isJsonObject(result) ? result : {};
  }

  private ask(method: string, params: JsonObject, context?: ServerContext): Promise<JsonObject> {
    const id = `bridge-${++this.next}`;
    const meta = isJsonObject(params['_meta']) ? params['_meta'] : {};
    const token = meta['progressToken'];
    const sent = token === undefined ? params : { ...params, _meta: { ...meta, progressToken: id } };
    return new Promise((resolve) => {
      this.waiting.set(id, { context, token, done: resolve });
      context?.mcpReq.signal.addEventListener('abort', () =>
        this.server?.send({ jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: id } }),
      );
      this.server?.send({ jsonrpc: '2.0', id, method, params: sent });
    });
  }

  private async hear(message: JsonObject): Promise<void> {
    const { id, method, params } = message;
    if (typeof method !== 'string') {
      const waiting = this.waiting.get(String(id));
      this.waiting.delete(String(id));
      waiting?.done(message);
      return;
    }
    const change = changes[method];
    if (change !== undefined) {
      this.handler.notify[change]();
      return;
    }
    const known = isJsonObject(params) ? params : {};
    const token = known['progressToken'];
    const open = [...this.waiting].filter(([, { context }]) => context !== undefined);
    const related = token === undefined ? only(open) : open.find(([id]) => id === token)?.[1];
    const passed = token === undefined ? known : { ...known, progressToken: related?.token };
    await related?.context?.mcpReq.notify({ method, params: passed });
  }
}

/** What a message without a token belongs to: the request under way, when there is one only. */
function only(open: readonly (readonly [string, Waiting])[]): Waiting | undefined {
  return open.length === 1 ? open[0]?.[1] : undefined;
}
