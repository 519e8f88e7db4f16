import type { UpstreamOutcome } from '../gate/upstream-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const QUESTION = 'elicitation/create';

/** An upstream's question with its name before what a person reads; every other request of it is left as it is. */
export function namedQuestion(server: string, method: string, params: JsonObject | undefined): JsonObject | undefined {
  return method === QUESTION ? { ...params, message: `[${server}] ${String(params?.['message'])}` } : params;
}

/** The questions inside an input-required result (era of 2026), named in the same way. */
export function namedQuestions(server: string, outcome: UpstreamOutcome): UpstreamOutcome {
  if (outcome.kind !== 'result' || outcome.result['resultType'] !== 'input_required') return outcome;
  const { inputRequests } = outcome.result;
  if (!isJsonObject(inputRequests)) return outcome;
  const named = Object.entries(inputRequests).map(([key, request]) => [key, nameOne(server, request)] as const);
  return { kind: 'result', result: { ...outcome.result, inputRequests: Object.fromEntries(named) } };
}

function nameOne(server: string, request: unknown): unknown {
  if (!isJsonObject(request) || request['method'] !== QUESTION || !isJsonObject(request['params'])) return request;
  return { ...request, params: namedQuestion(server, QUESTION, request['params']) };
}
