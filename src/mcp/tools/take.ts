import { z } from 'zod';
import { isRunning, isWaiting } from '../../model/takes.js';
import { progressOf } from '../../gate/progress.js';
import { wordsOf } from '../../gate/read-answer.js';
import { assetLink } from '../../model/asset-name.js';
import { takeData } from '../../gate/views.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import { progressLines } from '../progress-lines.js';
import type { OwnToolResult } from './tool.js';

/** Longest that one look waits for a running take, in milliseconds: below every client's own limit. */
const longestWaitMs = 25_000;

/** Takes that are listed, and by which it is told what of the plan is done. */
const [mostListed, mostTakes] = [50, 1000];

/** Outputs of a take that are shown; the others are named. */
const mostShown = 4;

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
    if (args.take === undefined) return list(bench, args.shot);
    const { store } = bench.desk.ports;
    const known = await store.take(args.take);
    if (known === undefined || known.project !== bench.desk.caller.project) {
      return sayProblem(bench, 'take', { problem: 'no-such-take', facts: { take: args.take } });
    }
    const looked = (times: number): void => {
      const message = bench.texts.say('answers/take', 'looked', { take: known.id, job: known.job?.id, count: times });
      bench.context.progress({ progress: times, message });
    };
    const answer = await bench.gate.outcomeOf(args.take, Math.min(args.wait * 1000, longestWaitMs), looked);
    const said = answer === undefined ? undefined : bench.sayCall(answer);
    const take = (await store.take(args.take)) ?? known;
    const facts = { ...take, take: take.id };
    const words = answer?.kind === 'failed' && answer.result !== undefined ? wordsOf(answer.result) : '';
    const quoted = words === '' ? '' : bench.texts.say('answers/take', 'said', { words });
    const files = take.assets.map((asset) =>
      bench.texts.say('answers/take', 'file', { ...asset, link: assetLink(asset.id) }),
    );
    const lines = [said?.text ?? '', quoted, bench.texts.say('answers/take', 'shown', facts), ...files];
    const blocks = (await Promise.all(take.assets.slice(0, mostShown).map((asset) => bench.show(asset)))).flat();
    return { text: lines.filter((line) => line !== '').join('\n'), structured: takeData(take), blocks };
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
