import { Server } from '@modelcontextprotocol/server';
import { withoutHiddenIn } from '../model/hidden-characters.js';
import type { JsonObject } from '../model/json.js';
import { showsPages, viewTool } from './app-view.js';
import { identify } from './caller.js';
import type { FaceOptions } from './face-options.js';
import { listOwnTool } from './own-tools.js';
import { Relay } from './relay.js';
import { ToolCalls } from './tool-calls.js';
import { UpstreamSender } from './upstream-sender.js';
import type { Asking, Era, FaceRequest } from './upstream-sender.js';
import type { QuestionBridge } from './question-bridge.js';

/** Fixed, so that the answer to the first request waits for nobody. */
const CAPABILITIES = {
  tools: { listChanged: true },
  prompts: { listChanged: true },
  resources: { subscribe: true, listChanged: true },
  completions: {},
  logging: {},
};

const REFRESH_DELAY_MS = 300;

/** Accepts every schema: the gateway checks arguments itself, and results of others are not its to check. */
const NO_VALIDATION = {
  getValidator: () => (input: unknown) => ({ valid: true, data: input, errorMessage: undefined }),
};

type Handler = (request: FaceRequest, asking: Asking) => Promise<JsonObject>;

/** What the gateway answers, whatever carries it: one instance for all connections of a process. */
export class Face {
  private readonly calls: ToolCalls;
  private readonly relay: Relay;
  private readonly ownTools: readonly JsonObject[];
  private readonly handlers: ReadonlyMap<string, Handler>;
  private refreshing = false;

  constructor(
    private readonly options: FaceOptions,
    bridge: QuestionBridge,
  ) {
    const sender = new UpstreamSender(options.upstreams, bridge);
    this.calls = new ToolCalls(options, sender);
    this.relay = new Relay(options, sender);
    this.ownTools = options.ownTools.map(listOwnTool);
    this.handlers = this.makeHandlers();
  }

  /** Begins or ends to hear of changes of a resource, wherever it is. */
  follow(uri: string, wanted: boolean): Promise<void> {
    return this.relay.follow(uri, wanted);
  }

  /** A protocol server for one connection. Every request comes to the fallback, where nothing is stripped or checked. */
  makeServer(era: Era): Server {
    const { name, version, instructions, log } = this.options;
    const server = new Server(
      { name, version },
      { capabilities: CAPABILITIES, instructions, jsonSchemaValidator: NO_VALIDATION as never },
    );
    // Installed by the library for servers that log themselves; here it belongs to the upstreams.
    server.removeRequestHandler('logging/setLevel');
    server.onerror = (error) => log.debug({ error: error.message }, 'protocol trouble with the client');
    server.fallbackRequestHandler = async (request, context) => {
      const asked = { method: request.method, params: request.params as JsonObject | undefined };
      const handler = this.handlers.get(request.method) ?? this.unknown;
      return { ...(await handler(asked, { server, era, context })) };
    };
    server.fallbackNotificationHandler = async ({ method, params }) => {
      if (method !== 'notifications/initialized') await this.relay.notification(method, params);
    };
    return server;
  }

  private readonly unknown: Handler = (request, asking) => this.relay.unknown(request, asking);

  private makeHandlers(): ReadonlyMap<string, Handler> {
    const resource: Handler = (request, asking) => this.relay.resource(request, asking);
    return new Map<string, Handler>([
      ['tools/list', (_request, asking) => this.listTools(asking)],
      ['tools/call', (request, asking) => this.callTool(request, asking)],
      ['prompts/list', () => this.listPrompts()],
      ['prompts/get', (request, asking) => this.relay.prompt(request, asking)],
      ['resources/list', () => this.listResources()],
      ['resources/templates/list', () => this.listTemplates()],
      ['resources/read', resource],
      ['resources/subscribe', resource],
      ['resources/unsubscribe', resource],
      ['completion/complete', (request, asking) => this.relay.complete(request, asking)],
      ['logging/setLevel', (request) => this.relay.logLevel(request)],
    ]);
  }

  private async listTools({ server, context, era }: Asking): Promise<JsonObject> {
    const { upstreams, appView } = this.options;
    const isShown = appView !== undefined && showsPages(identify(server, context, era).capabilities);
    const own = isShown ? appView.listed(this.ownTools) : this.ownTools;
    const tools = [...own, ...(await upstreams.tools()).map((tool) => this.options.publish(tool))];
    this.refreshSoon();
    return { tools };
  }

  private callTool(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const { appView } = this.options;
    const isPages = appView !== undefined && request.params?.['name'] === viewTool;
    return isPages ? appView.call(request.params['arguments']) : this.calls.call(request, asking);
  }

  /**
   * What was answered from the cache is confirmed in the background, and a difference announced. Not at once: a host that
   * only looks at the list and leaves should start nothing, and one that stays has more to ask first.
   */
  private refreshSoon(): void {
    if (this.refreshing) return;
    this.refreshing = true;
    setTimeout(() => {
      this.refreshing = false;
      this.options.upstreams.refresh();
    }, REFRESH_DELAY_MS).unref();
  }

  private async listPrompts(): Promise<JsonObject> {
    const own = (this.options.ownPrompts ?? []).map((prompt) => prompt.definition);
    const taken = new Set(own.map((definition) => definition.name));
    const prompts = (await this.options.upstreams.prompts())
      .filter((prompt) => !taken.has(prompt.exposed))
      .map((prompt) => ({ ...withoutHiddenIn(prompt.definition), name: prompt.exposed }));
    return { prompts: [...own, ...prompts] };
  }

  private async listResources(): Promise<JsonObject> {
    const own = (await this.options.ownResources?.list()) ?? [];
    const others = await this.options.upstreams.resources();
    return { resources: [...own, ...others.map((resource) => resource.definition)] };
  }

  private async listTemplates(): Promise<JsonObject> {
    const own = (await this.options.ownResources?.templates()) ?? [];
    const others = await this.options.upstreams.resourceTemplates();
    return { resourceTemplates: [...own, ...others.map((template) => template.definition)] };
  }
}
