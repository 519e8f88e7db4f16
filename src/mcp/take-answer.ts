import { wordsOf } from '../gate/read-answer.js';
import { takeData } from '../gate/views.js';
import { assetLink } from '../model/asset-name.js';
import { sayProblem, type Bench } from './desk-tool.js';
import type { OwnToolResult } from './tools/tool.js';

/** Longest that one look waits for a running take, in milliseconds: below every client's own limit. */
const longestWaitMs = 25_000;

/** Outputs of a take that are shown; the others are named. */
const mostShown = 4;

/** One take as an answer: how it ended, or that it runs on after so many seconds, with its outputs. */
export async function showTake(bench: Bench, id: string, seconds: number): Promise<OwnToolResult> {
  const { store } = bench.desk.ports;
  const known = await store.take(id);
  if (known === undefined || known.project !== bench.desk.caller.project) {
    return sayProblem(bench, 'take', { problem: 'no-such-take', facts: { take: id } });
  }
  const looked = (times: number): void => {
    const message = bench.texts.say('answers/take', 'looked', { take: known.id, job: known.job?.id, count: times });
    bench.context.progress({ progress: times, message });
  };
  const answer = await bench.gate.outcomeOf(id, Math.min(seconds * 1000, longestWaitMs), looked);
  const said = answer === undefined ? undefined : bench.sayCall(answer);
  const take = (await store.take(id)) ?? known;
  const facts = { ...take, take: take.id };
  const words = answer?.kind === 'failed' && answer.result !== undefined ? wordsOf(answer.result) : '';
  const quoted = words === '' ? '' : bench.texts.say('answers/take', 'said', { words });
  const files = take.assets.map((asset) =>
    bench.texts.say('answers/take', 'file', { ...asset, link: assetLink(asset.id) }),
  );
  const lines = [said?.text ?? '', quoted, bench.texts.say('answers/take', 'shown', facts), ...files];
  const blocks = (await Promise.all(take.assets.slice(0, mostShown).map((asset) => bench.show(asset)))).flat();
  return { text: lines.filter((line) => line !== '').join('\n'), structured: takeData(take), blocks };
}
