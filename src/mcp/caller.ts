import { randomBytes } from 'node:crypto';
import { CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY } from '@modelcontextprotocol/server';
import type { Server, ServerContext } from '@modelcontextprotocol/server';
import type { ClientHandle, ElicitOutcome, ElicitQuestion, PageQuestion } from '../gate/call-port.js';
import { InputRequired } from '../gate/call-port.js';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';
import { ANYTHING } from './anything.js';
import type { Answers } from './question-state.js';

/** Who called, as far as the era tells. */
export interface CallerIdentity {
  readonly name: string;
  readonly version: string;
  readonly capabilities: JsonObject;
}

function identityFrom(info: unknown, capabilities: unknown): CallerIdentity {
  const known = isJsonObject(info) ? info : {};
  return {
    name: typeof known['name'] === 'string' ? known['name'] : 'unknown',
    version: typeof known['version'] === 'string' ? known['version'] : 'unknown',
    capabilities: isJsonObject(capabilities) ? capabilities : {},
  };
}

/** The client behind a request: its handshake in the 2025 era, the request's own envelope in the 2026 era. */
export function identify(server: Server, context: ServerContext, era: '2025' | '2026'): CallerIdentity {
  if (era === '2025') return identityFrom(server.getClientVersion(), server.getClientCapabilities());
  const envelope = context.mcpReq.envelope as JsonObject | undefined;
  return identityFrom(envelope?.[CLIENT_INFO_META_KEY], envelope?.[CLIENT_CAPABILITIES_META_KEY]);
}

/** Whether the client has a form dialog. An empty declaration means forms, as before there were modes. */
function offersForms(capabilities: JsonObject): boolean {
  const declared = capabilities['elicitation'];
  return isJsonObject(declared) && (declared['form'] !== undefined || Object.keys(declared).length === 0);
}

/** Whether the client sends the person to pages. */
function offersPages(capabilities: JsonObject): boolean {
  const declared = capabilities['elicitation'];
  return isJsonObject(declared) && declared['url'] !== undefined;
}

function answered(response: JsonObject, afterMs: number): ElicitOutcome {
  const { action, content } = response;
  if (action !== 'accept' && action !== 'decline' && action !== 'cancel') {
    return { kind: 'unavailable', why: 'the client gave an answer that is none' };
  }
  return isJsonObject(content) ? { kind: 'answered', action, content, afterMs } : { kind: 'answered', action, afterMs };
}

const NO_DIALOG: ElicitOutcome = { kind: 'unavailable', why: 'the client has no dialog for questions', lacks: true };

/** A client of the 2025 era: a question is a request of its own, with our deadline. */
export function caller2025(server: Server, context: ServerContext, defaultTimeoutMs: number): ClientHandle {
  const identity = identify(server, context, '2025');
  const ask = async (params: JsonObject, timeout: number): Promise<ElicitOutcome> => {
    const startedAt = performance.now();
    try {
      const options = { timeout, relatedRequestId: context.mcpReq.id, signal: context.mcpReq.signal };
      const request = { method: 'elicitation/create', params };
      const response = (await server.request(request, ANYTHING, options)) as JsonObject;
      return answered(response, performance.now() - startedAt);
    } catch (error) {
      return { kind: 'unavailable', why: error instanceof Error ? error.message : String(error) };
    }
  };
  return {
    ...identity,
    era: '2025',
    elicit: async (_key, { message, requestedSchema }, timeoutMs = defaultTimeoutMs) =>
      offersForms(identity.capabilities) ? ask({ mode: 'form', message, requestedSchema }, timeoutMs) : NO_DIALOG,
    openPage: async (key, { message, url, decided }) => {
      if (!offersPages(identity.capabilities)) return NO_DIALOG;
      const elicitationId = `${key}-${randomBytes(9).toString('base64url')}`;
      const outcome = await ask({ mode: 'url', message, url, elicitationId }, defaultTimeoutMs);
      // The client's dialog stays open until it is told that the person is done on the page.
      if (outcome.kind === 'answered' && outcome.action === 'accept') {
        const tell = server.createElicitationCompletionNotifier(elicitationId);
        void decided()
          .then(tell)
          .catch(() => undefined);
      }
      return outcome;
    },
  };
}

/** A client of the 2026 era: a question ends the run, its answer comes with the repeated call. */
export function caller2026(server: Server, context: ServerContext, answers: Answers): ClientHandle {
  const identity = identify(server, context, '2026');
  const elicit = async (key: string, question: ElicitQuestion): Promise<ElicitOutcome> => {
    if (!offersForms(identity.capabilities)) return NO_DIALOG;
    const answer = answers.get(key);
    if (answer === undefined) throw new InputRequired(key, question);
    return answered(answer.response, answer.afterMs);
  };
  const openPage = async (key: string, question: PageQuestion): Promise<ElicitOutcome> => {
    if (!offersPages(identity.capabilities)) return NO_DIALOG;
    const answer = answers.get(key);
    if (answer === undefined) throw new InputRequired(key, question);
    return answered(answer.response, answer.afterMs);
  };
  return { ...identity, era: '2026', elicit, openPage };
}
