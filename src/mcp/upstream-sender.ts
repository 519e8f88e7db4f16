import type { Server, ServerContext } from '@modelcontextprotocol/server';
import type { UpstreamOutcome, Upstreams } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { identify } from './caller.js';
import { namedQuestions } from './named-question.js';
import type { QuestionBridge } from './question-bridge.js';

/** The era a server instance speaks. */
export type Era = '2025' | '2026';

/** A request as the protocol library hands it to a fallback handler. */
export interface FaceRequest {
  readonly method: string;
  readonly params?: JsonObject | undefined;
}

/** The request that a relayed one answers. */
export interface Asking {
  readonly server: Server;
  readonly era: Era;
  readonly context: ServerContext;
}

/** The three methods whose answer may be a question in the 2026 era. */
const MAY_ASK: readonly string[] = ['tools/call', 'prompts/get', 'resources/read'];

/** Sends a client's request on to an upstream: progress and cancellation are relayed, questions find their way back. */
export class UpstreamSender {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly bridge: QuestionBridge,
  ) {}

  /** Sends one request. The result may be an input-required one when the client speaks the 2026 era. */
  async send(asking: Asking, server: string, method: string, params: JsonObject | undefined): Promise<UpstreamOutcome> {
    const { context, era } = asking;
    const wanted = params !== undefined && metaOf(params)['progressToken'] !== undefined;
    const onProgress = wanted ? progressTo(context, params) : undefined;
    const { signal } = context.mcpReq;
    if (era === '2025') return this.upstreams.request(server, method, params, { signal, onProgress });
    const mayAsk = MAY_ASK.includes(method);
    if ((await this.upstreams.speaks(server)) === '2026') {
      const sent = asItCame(context, params);
      const outcome = await this.upstreams.request(server, method, sent, { signal, onProgress, mayAsk });
      return namedQuestions(server, outcome);
    }
    if (!mayAsk) return this.upstreams.request(server, method, params, { signal, onProgress });
    const { capabilities } = identify(asking.server, context, era);
    return this.bridge.send({ server, method, params, context, capabilities, onProgress });
  }
}

/** A request of 2026 with all that the protocol library took out of it: who asks, answers, and what the server gave along. */
function asItCame(context: ServerContext, params: JsonObject | undefined): JsonObject {
  const { envelope, inputResponses, requestState } = context.mcpReq;
  const state: unknown = requestState();
  return {
    ...params,
    _meta: { ...envelope, ...metaOf(params ?? {}) },
    ...(inputResponses === undefined ? {} : { inputResponses }),
    ...(state === undefined ? {} : { requestState: state }),
  };
}

/** The `_meta` of a request, empty when it has none. */
export function metaOf(params: JsonObject): JsonObject {
  return isJsonObject(params['_meta']) ? params['_meta'] : {};
}

/** Sends progress under the client's own token; silent when the client did not ask for it. */
export function progressTo(context: ServerContext, params: JsonObject): (progress: JsonObject) => void {
  const progressToken = metaOf(params)['progressToken'];
  return (progress) => {
    if (typeof progressToken !== 'string' && typeof progressToken !== 'number') return;
    const sent = { ...progress, progressToken } as JsonObject & { progressToken: string | number; progress: number };
    context.mcpReq.notify({ method: 'notifications/progress', params: sent }).catch(() => undefined);
  };
}
