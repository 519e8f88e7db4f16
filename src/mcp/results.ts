import { ProtocolError } from '@modelcontextprotocol/server';
import type { UpstreamFailure, UpstreamOutcome } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';

/** A tool result that says what went wrong. */
export function toolError(text: string): JsonObject {
  return { content: [{ type: 'text', text }], isError: true };
}

/** The agent's words for a failed free call that got no answer. */
export function failureText(failure: UpstreamFailure): string {
  return `${failure.kind === 'not-sent' ? 'E_UPSTREAM_UNAVAILABLE' : 'E_UPSTREAM_LOST'} ${failure.message}`;
}

/** An upstream's error under its own code, message and data. */
export function upstreamError(failure: UpstreamFailure): Error {
  return new ProtocolError(failure.code ?? -32603, failure.message, failure.data);
}

/** The result of a tool call: an upstream's own error is thrown as it is, an unreachable upstream becomes a tool error. */
export function toolOutcome(outcome: UpstreamOutcome): JsonObject {
  if (outcome.kind === 'result') return outcome.result;
  if (outcome.failure.kind === 'protocol-error') throw upstreamError(outcome.failure);
  return toolError(failureText(outcome.failure));
}

/** The result of any other request: every failure is thrown as a protocol error. */
export function plainOutcome(outcome: UpstreamOutcome): JsonObject {
  if (outcome.kind === 'result') return outcome.result;
  throw upstreamError(outcome.failure);
}
