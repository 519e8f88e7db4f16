import { z } from 'zod';
import { isRunning, isWaiting } from '../../model/takes.js';
import { progressOf } from '../../gate/progress.js';
import { takeData } from '../../gate/views.js';
import { deskTool, type Bench } from '../desk-tool.js';
import { progressLines } from '../progress-lines.js';
import { showTake } from '../take-answer.js';
import type { OwnToolResult } from './tool.js';

/** Takes that are listed, and by which it is told what of the plan is done. */
const [mostListed, mostTakes] = [50, 1000];

/** Shows one take (waiting for a running one to end), or lists the project's takes. */
export const takeTool = deskTool({
  name: 'take',
  title: 'Look at takes',
  input: z.object({
    take: z.string().max(100).optional().describe('take id; leave out to list'),
    shot: z.string().max(80).optional().describe('list only this shot'),
    wait: z.number().min(0).max(25).default(25).describe('seconds to wait for a running take'),
  }),
  output: z.looseObject({ take: z.string().optional(), state: z.string().optional(), paid: z.number().optional() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: true },
  async run(args, bench) {
    return args.take === undefined ? list(bench, args.shot) : showTake(bench, args.take, args.wait);
  },
});

async function list(bench: Bench, shot: string | undefined): Promise<OwnToolResult> {
  const { ports, caller } = bench.desk;
  const { project } = caller;
  const [all, plan] = await Promise.all([
    ports.store.takes({ project, shot, limit: mostTakes }),
    ports.store.latestPlan(project),
  ]);
  const takes = all.slice(0, mostListed);
  const progress =
    plan === undefined ? [] : progressOf(plan, all).filter((each) => shot === undefined || each.shot === shot);
  const waiting = takes.filter((take) => isWaiting(take) && !isRunning(take)).map((take) => take.id);
  const lines = takes.map((take) =>
    bench.texts.say('answers/take', 'line', { ...take, take: take.id, verdict: take.feedback?.verdict }),
  );
  const head = bench.texts.say('answers/take', takes.length === 0 ? 'none' : 'list', { count: takes.length, waiting });
  return {
    text: [head, ...lines, ...progressLines(bench.texts, progress)].join('\n'),
    structured: { takes: takes.map(takeData), waiting, progress },
  };
}
