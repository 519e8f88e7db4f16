import { ProtocolError } from '@modelcontextprotocol/server';
import type { UpstreamFailure, UpstreamOutcome } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { isProtocolMethod } from '../model/protocol-methods.js';
import type { FaceOptions } from './face-options.js';
import { plainOutcome, upstreamError } from './results.js';
import type { Asking, FaceRequest, UpstreamSender } from './upstream-sender.js';

const METHOD_NOT_FOUND = -32601;
const RESOURCE_NOT_FOUND = -32002;
const INVALID_PARAMS = -32602;

/** Everything that is neither a list nor a tool call, on its way to the upstream it belongs to. */
export class Relay {
  constructor(
    private readonly options: FaceOptions,
    private readonly sender: UpstreamSender,
  ) {}

  /** `prompts/get`: own prompts first, then the upstream behind the exposed name. */
  async prompt(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const params = request.params ?? {};
    const own = this.options.ownPrompts?.find((prompt) => prompt.definition.name === params['name']);
    if (own !== undefined) return own.get(isJsonObject(params['arguments']) ? params['arguments'] : {});
    const prompt = (await this.options.upstreams.prompts()).find((candidate) => candidate.exposed === params['name']);
    if (prompt === undefined) throw new ProtocolError(INVALID_PARAMS, `Unknown prompt: ${String(params['name'])}`);
    return plainOutcome(await this.send(prompt.server, request.method, { ...params, name: prompt.name }, asking));
  }

  /** `resources/read`, `subscribe`, `unsubscribe`: the address decides. */
  async resource(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const params = request.params ?? {};
    const uri = String(params['uri']);
    const { ownResources } = this.options;
    if (ownResources?.owns(uri) === true) {
      if (request.method !== 'resources/read') {
        ownResources.subscribe(uri, request.method === 'resources/subscribe');
        return {};
      }
      const contents = await ownResources.read(uri);
      if (contents !== undefined) return { contents };
      throw new ProtocolError(RESOURCE_NOT_FOUND, `Resource not found: ${uri}`, { uri });
    }
    return this.firstThatAnswers(await this.serversFor(uri), request.method, params, asking, uri);
  }

  /** What `resources/subscribe` and `unsubscribe` do, for clients of 2026 that say it by listening. */
  async follow(uri: string, wanted: boolean): Promise<void> {
    const { ownResources, upstreams } = this.options;
    if (ownResources?.owns(uri) === true) {
      ownResources.subscribe(uri, wanted);
      return;
    }
    const method = wanted ? 'resources/subscribe' : 'resources/unsubscribe';
    for (const server of await this.serversFor(uri)) {
      if ((await this.options.relayRefusal?.(server, method)) !== undefined) continue;
      const outcome = await upstreams.request(server, method, { uri });
      if (outcome.kind === 'result') return;
    }
  }

  /** `completion/complete`: for a prompt under its exposed name, or for a resource template. */
  async complete(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const params = request.params ?? {};
    const ref = isJsonObject(params['ref']) ? params['ref'] : {};
    const nothing = { completion: { values: [] } };
    if (ref['type'] === 'ref/resource') {
      const templates = await this.options.upstreams.resourceTemplates();
      const found = templates.find((template) => template.definition['uriTemplate'] === ref['uri']);
      const server = found?.server ?? (await this.serversFor(String(ref['uri'])))[0];
      return server === undefined ? nothing : plainOutcome(await this.send(server, request.method, params, asking));
    }
    const prompt = (await this.options.upstreams.prompts()).find((candidate) => candidate.exposed === ref['name']);
    if (prompt === undefined) return nothing;
    const sent = { ...params, ref: { ...ref, name: prompt.name } };
    return plainOutcome(await this.send(prompt.server, request.method, sent, asking));
  }

  /** `logging/setLevel`: to every connected server; one that does not log is no error. */
  async logLevel(request: FaceRequest): Promise<JsonObject> {
    const { upstreams } = this.options;
    const ready = upstreams.status().filter((status) => status.state === 'ready');
    await Promise.all(ready.map(({ server }) => upstreams.request(server, request.method, request.params)));
    return {};
  }

  /** A method the gateway does not know: only a single upstream can be meant. */
  async unknown(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const [server, ...others] = this.options.upstreams.servers;
    if (server === undefined || others.length > 0) throw new ProtocolError(METHOD_NOT_FOUND, 'Method not found');
    return plainOutcome(await this.send(server, request.method, request.params, asking));
  }

  /** A notification of the client's: to every connected server that may have it. One that may not is told to the log. */
  async notification(method: string, params: JsonObject | undefined): Promise<void> {
    const { upstreams, log } = this.options;
    if (this.options.relayRefusal === undefined || isProtocolMethod(method)) {
      upstreams.notify(method, params);
      return;
    }
    const ready = upstreams.status().filter((status) => status.state === 'ready');
    for (const { server } of ready) {
      const why = await this.options.relayRefusal(server, method);
      if (why === undefined) upstreams.notify(method, params, server);
      else log.warn({ server, method, why }, 'a notification was not passed on');
    }
  }

  private async serversFor(uri: string): Promise<readonly string[]> {
    const { upstreams } = this.options;
    const resources = await upstreams.resources();
    const listed = resources.find((resource) => resource.definition['uri'] === uri);
    if (listed !== undefined) return [listed.server];
    const templates = await upstreams.resourceTemplates();
    return [...new Set([...templates, ...resources].map((item) => item.server))];
  }

  private async firstThatAnswers(
    servers: readonly string[],
    method: string,
    params: JsonObject,
    asking: Asking,
    uri: string,
  ): Promise<JsonObject> {
    let last: UpstreamFailure | undefined;
    for (const server of servers) {
      const outcome = await this.send(server, method, params, asking);
      if (outcome.kind === 'result') return outcome.result;
      last = outcome.failure;
    }
    throw last === undefined
      ? new ProtocolError(RESOURCE_NOT_FOUND, `Resource not found: ${uri}`, { uri })
      : upstreamError(last);
  }

  private async send(
    server: string,
    method: string,
    params: JsonObject | undefined,
    asking: Asking,
  ): Promise<UpstreamOutcome> {
    const message = await this.options.relayRefusal?.(server, method);
    if (message !== undefined) {
      return { kind: 'failure', failure: { kind: 'protocol-error', server, code: METHOD_NOT_FOUND, message } };
    }
    return this.sender.send(asking, server, method, params);
  }
}
