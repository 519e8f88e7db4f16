import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { imageTool, onBench, promptOf, type Bench, type BenchOptions } from './harness.js';
import type { Answer, DialogAnswer, GatewayProcess } from './parts/gateway.js';

const call = { prompt: promptOf(12), model: 'sdxl' };
const password = 'correct horse battery';
/** Every call of 40 credits needs a yes here. */
const strict: BenchOptions = { config: { ask: { above: 30, every: 100_000, minutes: 15 } } };

/** A client as it behaves when it is asked. */
interface Kind {
  readonly name: string;
  /** Left out: it declares no dialog. */
  readonly answers?: DialogAnswer;
}

/** Clients in which nobody sees the question: what they answer is no person's word. */
const unheard: readonly Kind[] = [
  { name: 'declines by itself in 5 ms', answers: { action: 'decline', afterMs: 5 } },
  { name: 'cancels', answers: { action: 'cancel', afterMs: 400 } },
  { name: 'never answers', answers: { action: 'accept', content: { decision: 'yes' }, afterMs: 600_000 } },
  { name: 'has no dialog' },
];

const short = { GREENLIGHT_TIMES: 'askWithinMs=500' };

function starting(bench: Bench, { answers }: Kind, asked: string[] = []): Promise<GatewayProcess> {
  const dialog = (message: string): DialogAnswer => {
    asked.push(message);
    return answers ?? { action: 'cancel' };
  };
  return bench.start({ env: short, ...(answers === undefined ? {} : { dialog }) });
}

/** The next call that an answer names. */
function nextIn(answer: Answer): { readonly tool: string; readonly arguments: JsonObject } {
  const next = answer.data['next'];
  if (!isJsonObject(next) || typeof next['tool'] !== 'string' || !isJsonObject(next['arguments'])) {
    throw new Error(`no next call: ${answer.text}`);
  }
  return { tool: next['tool'], arguments: next['arguments'] };
}

/** Does what an answer says to do next. */
function follow(gateway: Pick<GatewayProcess, 'call'>, answer: Answer): Promise<Answer> {
  const next = nextIn(answer);
  return gateway.call(next.tool, next.arguments);
}

/** The id of the request that an answer says is waiting. */
function requestIn(answer: Answer): string {
  const approval = answer.data['approval'];
  if (!isJsonObject(approval) || typeof approval['id'] !== 'string') throw new Error(`nothing waits: ${answer.text}`);
  return approval['id'];
}

/** From a pending answer by its own next steps to the picture: the person decides on the command line. */
async function decideAndFollow(bench: Bench, gateway: Pick<GatewayProcess, 'call'>, pending: Answer): Promise<void> {
  const id = requestIn(pending);
  expect(pending.isError).toBe(true);
  expect(bench.journal()).toEqual([]);
  expect(nextIn(pending)).toEqual({ tool: 'wait', arguments: { request: id } });
  const waiting = await gateway.call('wait', { request: id, seconds: 0 });
  expect(waiting.data).toMatchObject({ state: 'pending', next: { tool: 'wait', arguments: { request: id } } });
  expect(waiting.text).toContain(`greenlight approve ${id}`);
  await bench.asPerson(password, 'approve', id);
  const approved = await follow(gateway, pending);
  expect(approved.data).toMatchObject({ state: 'approved', strength: 'person', next: { tool: imageTool } });
  const made = await follow(gateway, approved);
  expect(made.data).toMatchObject({ status: 'done', paid: 40 });
  expect(bench.journal()).toHaveLength(1);
  const used = await gateway.call('wait', { request: id });
  expect(used.data['state']).toBe('consumed');
}

/** The same call once more needs a yes of its own. */
async function expectNewQuestion(bench: Bench, gateway: GatewayProcess, first: string): Promise<void> {
  const [take] = (await bench.ledger()).takes;
  await gateway.call('feedback', { take: take?.id, verdict: 'another', note: 'one more' });
  const again = await gateway.call(imageTool, call);
  expect(requestIn(again)).not.toBe(first);
  expect(bench.journal()).toHaveLength(1);
}

async function withPassword(bench: Bench): Promise<void> {
  await bench.asPerson(password, 'password', 'set');
}

describe('a client in which nobody can be asked', () => {
  it.each(unheard)('and that $name still gets to its picture by the command line, once', (kind) =>
    onBench(strict, async (bench) => {
      await withPassword(bench);
      const gateway = await starting(bench, kind);
      const pending = await gateway.call(imageTool, call);
      await decideAndFollow(bench, gateway, pending);
      await expectNewQuestion(bench, gateway, requestIn(pending));
    }),
  );
});
