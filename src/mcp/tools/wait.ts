import { z } from 'zod';
import { approvalDetail } from '../../model/approval-detail.js';
import { strengthNeeded, type Approval } from '../../model/approval.js';
import { toCredits } from '../../model/credits.js';
import { awaitApproval } from '../../gate/flow/await-approval.js';
import { isProblem } from '../../gate/flow/desk.js';
import { nextStep } from '../../gate/flow/next-step.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import type { OwnToolResult } from './tool.js';
import { showTake } from '../take-answer.js';

/** How often it is told that the wait goes on, in milliseconds. */
const tellEveryMs = 5000;

/** Longer calls are not repeated in the text: the agent has them before it. */
const longestCall = 4000;

/** Waits for the person's word on a request, or for the end of a take, and says the exact next call. */
export const waitTool = deskTool({
  name: 'wait',
  title: 'Wait for the person',
  input: z.object({
    request: z.string().min(1).max(100).describe('request id a_… or take id t_…'),
    seconds: z.number().min(0).max(25).default(25),
  }),
  output: z.looseObject({ state: z.string() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
  async run({ request, seconds }, bench) {
    if (request.startsWith('t_')) return showTake(bench, request, seconds);
    let told = 0;
    const waited = (elapsedMs: number): void => {
      if (elapsedMs - told < tellEveryMs) return;
      told = elapsedMs;
      const message = bench.texts.say('answers/wait', 'waiting', { request, seconds: Math.floor(elapsedMs / 1000) });
      bench.context.progress({ progress: elapsedMs / 1000, total: seconds, message });
    };
    const { signal } = bench.context;
    const approval = await awaitApproval(bench.desk, request, { withinMs: seconds * 1000, signal, waited });
    return isProblem(approval) ? sayProblem(bench, 'wait', approval) : sayApproval(bench, approval);
  },
});

function sayApproval(bench: Bench, approval: Approval): OwnToolResult {
  const next = nextStep(approval);
  const { instead = [], item } = approvalDetail(approval);
  const call = `\`${next.tool}\` ${JSON.stringify(next.arguments)}`;
  const inPerson = strengthNeeded(approval) === 'person';
  const expires = new Date(approval.expiresAt).toISOString();
  const section = approval.state === 'approved' ? `approved-${approval.subject}` : approval.state;
  const facts = {
    ...approval,
    ...{ approval: approval.id, item, expires, inPerson, page: bench.pageOf(approval.id) },
    call: call.length > longestCall ? undefined : call,
  };
  return {
    text: bench.texts.say('answers/wait', section, facts),
    structured: {
      ...{ request: approval.id, state: approval.state, subject: approval.subject, title: approval.title },
      ...{ credits: toCredits(approval.amount), reasons: approval.reasons },
      strength: approval.strength ?? null,
      needs: strengthNeeded(approval),
      note: approval.note ?? null,
      expires,
      next: { tool: next.tool, arguments: next.arguments },
      ...(approval.state === 'denied' ? { instead } : {}),
    },
  };
}
