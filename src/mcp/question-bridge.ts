import { randomBytes } from 'node:crypto';
import { inputRequired, ProtocolError } from '@modelcontextprotocol/server';
import type { ServerContext } from '@modelcontextprotocol/server';
import type { UpstreamOutcome, Upstreams } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

/** How long a call waits for its client to come back with the answers. */
const PARKED_MS = 15 * 60_000;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;

/** What each of an upstream's questions needs the client to offer. */
const FAMILIES: Readonly<Record<string, string>> = {
  'elicitation/create': 'elicitation',
  'sampling/createMessage': 'sampling',
  'roots/list': 'roots',
};

interface Question {
  readonly method: string;
  readonly params: JsonObject | undefined;
  answer(response: JsonObject): void;
  refuse(error: Error): void;
}

/** A relayed request whose upstream may ask something before it answers. */
interface BridgedCall {
  /** Another one each time the client is asked. */
  id: string;
  readonly server: string;
  readonly stop: AbortController;
  readonly outcome: Promise<UpstreamOutcome>;
  readonly questions: Map<string, Question>;
  /** What the client said, with its latest request, that it can do. */
  capabilities: JsonObject;
  progress: (params: JsonObject) => void;
  /** Wakes the run that waits, when a question came. */
  wake: () => void;
  asked: number;
  timer: NodeJS.Timeout | undefined;
}

/** One request to relay. */
export interface BridgedRequest {
  readonly server: string;
  readonly method: string;
  readonly params: JsonObject | undefined;
  readonly context: ServerContext;
  readonly capabilities: JsonObject;
  readonly onProgress: ((params: JsonObject) => void) | undefined;
}

/**
 * Joins an upstream of the 2025 era, which asks in the middle of a call, to a client of the 2026 era, which is asked by a
 * result and comes back with the answers. The upstream's call stays open meanwhile, under a name only its client knows.
 */
export class QuestionBridge {
  private readonly calls = new Map<string, BridgedCall>();

  constructor(private readonly upstreams: Upstreams) {}

  /** Sends a request, or goes on with the one that the client brought answers for. A question ends the run as a result. */
  async send(request: BridgedRequest): Promise<UpstreamOutcome> {
    const call = this.resume(request.context) ?? this.begin(request);
    const { signal } = request.context.mcpReq;
    const onAbort = (): void => call.stop.abort(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    clearTimeout(call.timer);
    call.capabilities = request.capabilities;
    call.progress = request.onProgress ?? (() => undefined);
    try {
      const outcome = await this.nextEvent(call);
      if (outcome !== undefined) {
        this.calls.delete(call.id);
        return outcome;
      }
      return { kind: 'result', result: this.park(call) };
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** Takes a question of an upstream to the newest call that it is working on. Rejects when nobody can be asked. */
  ask(server: string, method: string, params: JsonObject | undefined, signal: AbortSignal): Promise<JsonObject> {
    const call = [...this.calls.values()].reverse().find((candidate) => candidate.server === server);
    const family = FAMILIES[method];
    const refusal = Object.assign(new Error(`Method not found: ${method}`), { code: METHOD_NOT_FOUND });
    if (call === undefined || family === undefined || call.capabilities[family] === undefined) {
      return Promise.reject(refusal);
    }
    const key = `${family}-${++call.asked}`;
    return new Promise<JsonObject>((resolve, reject) => {
      call.questions.set(key, { method, params, answer: resolve, refuse: reject });
      signal.addEventListener('abort', () => call.questions.delete(key), { once: true });
      call.wake();
    });
  }

  private begin({ server, method, params, onProgress }: BridgedRequest): BridgedCall {
    const stop = new AbortController();
    const progress = (sent: JsonObject): void => call.progress(sent);
    const wanted = onProgress === undefined ? undefined : progress;
    const call: BridgedCall = {
      id: newId(),
      server,
      stop,
      outcome: this.upstreams.request(server, method, params, { signal: stop.signal, onProgress: wanted }),
      questions: new Map(),
      capabilities: {},
      progress: () => undefined,
      wake: () => undefined,
      asked: 0,
      timer: undefined,
    };
    this.calls.set(call.id, call);
    return call;
  }

  private resume(context: ServerContext): BridgedCall | undefined {
    const state: unknown = context.mcpReq.requestState();
    if (state === undefined) return undefined;
    const call = typeof state === 'string' ? this.calls.get(state) : undefined;
    if (call === undefined) {
      throw new ProtocolError(INVALID_PARAMS, 'No open call has this requestState; make the call anew, without it.');
    }
    const responses = context.mcpReq.inputResponses as JsonObject | undefined;
    for (const [key, response] of Object.entries(responses ?? {})) {
      const question = call.questions.get(key);
      if (question === undefined || !isJsonObject(response)) continue;
      call.questions.delete(key);
      question.answer(response);
    }
    return call;
  }

  /** The outcome, or undefined when a question has to be asked first. */
  private async nextEvent(call: BridgedCall): Promise<UpstreamOutcome | undefined> {
    if (call.questions.size > 0) return undefined;
    const asked = new Promise<undefined>((resolve) => {
      call.wake = () => resolve(undefined);
    });
    return Promise.race([call.outcome, asked]);
  }

  private park(call: BridgedCall): JsonObject {
    this.calls.delete(call.id);
    call.id = newId();
    this.calls.set(call.id, call);
    call.timer = setTimeout(() => this.giveUp(call), PARKED_MS);
    call.timer.unref();
    const inputRequests = Object.fromEntries(
      [...call.questions].map(([key, { method, params }]) => [
        key,
        params === undefined ? { method } : { method, params },
      ]),
    ) as unknown as NonNullable<Parameters<typeof inputRequired>[0]['inputRequests']>;
    return { ...inputRequired({ inputRequests, requestState: call.id }) };
  }

  private giveUp(call: BridgedCall): void {
    this.calls.delete(call.id);
    for (const question of call.questions.values()) {
      question.refuse(new Error('The client did not come back with an answer.'));
    }
    call.stop.abort('the client did not come back');
  }
}

function newId(): string {
  return `open.${randomBytes(18).toString('base64url')}`;
}
