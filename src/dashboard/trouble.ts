import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FlowProblem } from '../gate/flow/desk.js';
import type { Texts } from '../gate/texts-port.js';
import type { Trouble } from './api.js';

/** Statuses of what can go wrong; a problem of a flow that is not among them is a conflict with how things stand. */
const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  'bad-request': 400,
  closed: 401,
  'wrong-password': 401,
  'foreign-request': 403,
  'no-token': 403,
  'reading-only': 403,
  'no-such-page': 404,
  'no-such-take': 404,
  'no-such-approval': 404,
  'no-such-workflow': 404,
  'no-such-asset': 404,
  'no-such-rule': 404,
  'no-such-server': 404,
  'no-such-tool': 404,
  'no-such-budget': 404,
  'too-large': 413,
  locked: 429,
  broken: 500,
};

/** Answers with what went wrong and what to do, in the words of prompts/dashboard/trouble.md. */
export function refuse(context: Context, texts: Texts, problem: FlowProblem): Response {
  const code = problem.problem;
  const [message = '', next = ''] = texts.say('dashboard/trouble', code, problem.facts).split('\n\n');
  const trouble: Trouble = { code, message, next };
  return context.json(trouble, statuses[code] ?? 409);
}
