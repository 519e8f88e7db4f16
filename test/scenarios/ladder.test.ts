import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { brief, imageTool, onBench, promptOf, step, type Bench, type BenchOptions } from './harness.js';
import { answerAll, ModernClient } from './parts/modern-client.js';
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

/** A client of either era. */
interface AnyClient {
  call(name: string, args: object): Promise<Answer>;
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
function follow(gateway: AnyClient, answer: Answer): Promise<Answer> {
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
async function decideAndFollow(bench: Bench, gateway: AnyClient, pending: Answer): Promise<void> {
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

describe('the steps of a plan', () => {
  it('are each said yes or no to on their own, and what is said leads on', () =>
    onBench({}, async (bench) => {
      await withPassword(bench);
      const gateway = await bench.start();
      await brief(gateway);
      const batch = { phase: 'select', count: 2 };
      const planned = await gateway.call('plan', {
        steps: [step('fox', promptOf(1), batch), step('owl', promptOf(5), batch)],
      });
      expect(planned.text).toContain('you `wait` for it');
      const [owl = '', fox = ''] = (await bench.store((store) => store.approvals('scenario', 'pending'))).map(
        ({ id }) => id,
      );
      await bench.asPerson(password, 'approve', fox);
      await bench.asPerson(password, 'deny', owl, '--note', 'one owl is enough');
      const yes = await gateway.call('wait', { request: fox });
      expect(yes.data).toMatchObject({ state: 'approved', next: { tool: 'plan', arguments: {} } });
      const no = await gateway.call('wait', { request: owl });
      expect(no.data).toMatchObject({ state: 'denied', note: 'one owl is enough', next: { tool: 'plan' } });
      expect((await follow(gateway, yes)).data).toMatchObject({
        items: [{ acceptance: { state: 'accepted', by: 'person' } }, { acceptance: { state: 'denied' } }],
      });
      const at = (shot: string): object => ({ model: 'sdxl', greenlight: { shot, phase: 'select' } });
      const made = await gateway.call(imageTool, { prompt: promptOf(1), ...at('fox') });
      expect(made.data).toMatchObject({ status: 'done' });
      const refused = await gateway.call(imageTool, { prompt: promptOf(5), ...at('owl') });
      expect(refused.data['code']).toContain('plan-first/item-denied');
      expect(refused.text).toContain('one owl is enough');
      expect(bench.journal()).toHaveLength(1);
    }));
});

describe('a client in which the person answers', () => {
  it('lets one call pass after a yes; the next one needs its own', () =>
    onBench(strict, async (bench) => {
      const asked: string[] = [];
      const answers = { action: 'accept', content: { decision: 'yes' }, afterMs: 50 } as const;
      const gateway = await starting(bench, { name: 'yes', answers }, asked);
      const made = await gateway.call(imageTool, call);
      expect(made.data).toMatchObject({ status: 'done', paid: 40 });
      await gateway.call('feedback', { take: made.data['take'], verdict: 'reject', change: ['everything'] });
      await gateway.call(imageTool, { ...call, prompt: promptOf(13) });
      expect(asked).toHaveLength(2);
    }));

  it('is told why the person said no and what would be cheaper, and is not heard again with the same', () =>
    onBench(strict, async (bench) => {
      const asked: string[] = [];
      const answers = { action: 'accept', content: { decision: 'no', note: 'draft it first' }, afterMs: 350 } as const;
      const gateway = await starting(bench, { name: 'no', answers }, asked);
      const denied = await gateway.call(imageTool, call);
      expect(denied.text).toContain('draft it first');
      expect(denied.data).toMatchObject({ status: 'refused', approval: { state: 'denied', note: 'draft it first' } });
      const waited = await gateway.call('wait', { request: requestIn(denied) });
      expect(waited.data).toMatchObject({ state: 'denied', note: 'draft it first', next: nextIn(denied) });
      await gateway.call(imageTool, call);
      expect(asked).toHaveLength(1);
      // What is named instead is below the line: it needs no yes.
      expect((await follow(gateway, denied)).data).toMatchObject({ status: 'done', paid: 20 });
      expect(bench.journal()).toMatchObject([{ credits: 20 }]);
    }));
});

const modern = { elicitation: { form: {} } };

/** A scenario with one client of the 2026 revision. */
function onModern(scenario: (client: ModernClient, bench: Bench) => Promise<void>, capabilities: JsonObject = modern) {
  return onBench(strict, async (bench) => {
    await withPassword(bench);
    const client = await ModernClient.start(bench.configFile, capabilities);
    try {
      await scenario(client, bench);
    } finally {
      await client.close();
    }
  });
}

const chosen = (decision: 'yes' | 'no'): JsonObject => ({ action: 'accept', content: { decision } });
/** Longer than any client that answers by itself takes. */
const think = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 350));

describe('a client of 2026, which is asked by a result', () => {
  it('lets one call pass after a yes, and not the same yes twice', () =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      expect(bench.journal()).toEqual([]);
      const brought = answerAll(asked, chosen('yes'));
      expect((await client.call(imageTool, call, brought)).data).toMatchObject({ status: 'done', paid: 40 });
      // The call was made twice, the question asked once.
      const remarks = await bench.store((store) => store.remarks('scenario'));
      expect(remarks.map(({ outcome, take }) => [outcome, take === undefined])).toEqual([
        ['ask', true],
        ['ask', false],
      ]);
      const [take] = (await bench.ledger()).takes;
      await client.call('feedback', { take: take?.id, verdict: 'another' });
      const again = await client.asked(imageTool, call, brought);
      expect(again.questions).not.toEqual(asked.questions);
      expect(bench.journal()).toHaveLength(1);
    }));

  it('is told of a no, and is not asked again', () =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      const denied = await client.call(imageTool, call, answerAll(asked, chosen('no')));
      expect(denied.text).toContain('The person said no');
      expect((await client.call(imageTool, call)).data).toMatchObject({ approval: { state: 'denied' } });
      expect((await follow(client, denied)).data).toMatchObject({ status: 'done', paid: 20 });
      expect(bench.journal()).toMatchObject([{ credits: 20 }]);
    }));

  it.each<[string, JsonObject]>([
    ['declines by itself', { action: 'decline' }],
    ['cancels', { action: 'cancel' }],
    ['brings no answer', {}],
  ])('and %s still gets to its picture by the command line', (_, answer) =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      await decideAndFollow(bench, client, await client.call(imageTool, call, answerAll(asked, answer)));
    }),
  );

  it('takes a slow decline for the person’s no', () =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      await think();
      const denied = await client.call(imageTool, call, answerAll(asked, { action: 'decline' }));
      expect(denied.data).toMatchObject({ approval: { state: 'denied' } });
      expect(bench.journal()).toEqual([]);
    }));

  it('without a dialog gets to its picture by the command line', () =>
    onModern(async (client, bench) => decideAndFollow(bench, client, await client.call(imageTool, call)), {}));

  it.each<[string, (asked: Awaited<ReturnType<ModernClient['asked']>>) => object]>([
    ['without a state', (asked) => ({ inputResponses: answerAll(asked, chosen('yes')).inputResponses })],
    ['with a state of its own', (asked) => ({ ...answerAll(asked, chosen('yes')), requestState: 'v1.made-up' })],
    ['to another question', ({ state }) => ({ requestState: state, inputResponses: { a_other: chosen('yes') } })],
  ])('cannot bring its own yes %s', (_, forge) =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      const result = await client.run(imageTool, call, forge(asked));
      expect(result['isError'] === true || result['resultType'] === 'input_required').toBe(true);
      expect(bench.journal()).toEqual([]);
      expect(await bench.store((store) => store.approvals('scenario', 'approved'))).toEqual([]);
    }),
  );

  it('cannot use the yes of one call for another', () =>
    onModern(async (client, bench) => {
      const asked = await client.asked(imageTool, call);
      const other = { ...call, width: 512 };
      const again = await client.asked(imageTool, other, answerAll(asked, chosen('yes')));
      expect(again.questions).not.toEqual(asked.questions);
      expect(bench.journal()).toEqual([]);
    }));

  it('is asked about each step of a plan on its own, also after a no', () =>
    onModern(async (client, bench) => {
      const directions = ['storm', 'calm'].map((name) => ({ name, idea: name }));
      const frame = { goal: 'a poster', audience: 'all', tone: 'warm', constraints: ['A2'], directions };
      await client.call('brainstorm', { ...frame, chosen: 'storm', why: 'drama' });
      const batch = { phase: 'select', count: 4 };
      const steps = { steps: [step('fox', promptOf(1), batch), step('owl', promptOf(5), batch)] };
      const first = await client.asked('plan', steps);
      const second = await client.asked('plan', steps, answerAll(first, chosen('no')));
      const made = await client.call('plan', steps, answerAll(second, chosen('yes')));
      expect(made.data).toMatchObject({
        status: 'stored',
        items: [{ acceptance: { state: 'denied' } }, { acceptance: { state: 'accepted', by: 'client' } }],
      });
      expect(bench.journal()).toEqual([]);
    }));
});

describe('an amount that takes the person themselves', () => {
  const inPerson: BenchOptions = { config: { ask: { above: 30, every: 100_000, personAbove: 35, minutes: 15 } } };

  it('is not given away by the client’s yes, nor by a command without the password', () =>
    onBench(inPerson, async (bench) => {
      await withPassword(bench);
      const asked: string[] = [];
      const answers = { action: 'accept', content: { decision: 'yes' }, afterMs: 50 } as const;
      const gateway = await starting(bench, { name: 'yes', answers }, asked);
      const pending = await gateway.call(imageTool, call);
      expect(asked).toEqual([]);
      expect(pending.data).toMatchObject({ approval: { state: 'pending', needs: 'person' } });
      expect(pending.text).toContain('in-person/above');
      await expect(bench.greenlight('approve', requestIn(pending))).rejects.toThrow(/password/);
      await expect(bench.asPerson('a guess', 'approve', requestIn(pending))).rejects.toThrow(/password/);
      await decideAndFollow(bench, gateway, pending);
    }));

  it('waits for a password where there is none yet', () =>
    onBench(inPerson, async (bench) => {
      const gateway = await bench.start();
      const pending = await gateway.call(imageTool, call);
      await expect(bench.greenlight('approve', requestIn(pending))).rejects.toThrow(/greenlight password set/);
      const [approval] = await bench.store((store) => store.approvals('scenario'));
      expect(approval?.state).toBe('pending');
      expect((await gateway.call(imageTool, call)).isError).toBe(true);
      expect(bench.journal()).toEqual([]);
    }));
});

describe('a run that nobody watches', () => {
  const alone: BenchOptions = { config: { ask: { attended: false, above: 30, every: 100_000 } } };

  it('is refused at once what would ask, with what to do, and nothing waits', () =>
    onBench(alone, async (bench) => {
      const asked: string[] = [];
      const answers = { action: 'accept', content: { decision: 'yes' } } as const;
      const gateway = await starting(bench, { name: 'yes', answers }, asked);
      const refused = await gateway.call(imageTool, call);
      expect(refused.text).toContain('This run is unattended');
      await brief(gateway);
      const plan = await gateway.call('plan', { steps: [step('fox', promptOf(1), { phase: 'select', count: 4 })] });
      expect(plan.data).toMatchObject({ items: [{ acceptance: { state: 'denied' } }] });
      expect(plan.text).toContain('unattended');
      const raise = await gateway.call('budget', { limit: 500_000 });
      expect(raise.data).toMatchObject({ status: 'unattended' });
      expect(asked).toEqual([]);
      expect(await bench.store((store) => store.approvals('scenario'))).toEqual([]);
      expect(bench.journal()).toEqual([]);
    }));
});

describe('an approval of a take that the agent tells', () => {
  const small: BenchOptions = { config: { ask: { above: 100, every: 100_000 } } };

  /** A made draft of a shot whose planned hero costs more than passes unasked. */
  async function drafted(bench: Bench, kind: Kind, asked: string[] = []): Promise<[GatewayProcess, Answer]> {
    const gateway = await starting(bench, kind, asked);
    await brief(gateway);
    const hero = step('fox', promptOf(12), { phase: 'hero', model: 'flux-2-pro' });
    await gateway.call('plan', { steps: [step('fox', promptOf(12)), hero] });
    asked.length = 0;
    const made = await gateway.call(imageTool, { ...call, greenlight: { shot: 'fox', phase: 'explore' } });
    expect(made.data).toMatchObject({ status: 'done' });
    return [gateway, await gateway.call('feedback', { take: made.data['take'], verdict: 'approve' })];
  }

  it.each<[string, DialogAnswer | undefined, string]>([
    ['is the person’s when they confirm it', { action: 'accept', content: { decision: 'yes' }, afterMs: 50 }, 'client'],
    ['stays told by the agent when the client declines by itself', { action: 'decline' }, 'relayed'],
    ['stays told by the agent where there is no dialog', undefined, 'relayed'],
  ])('%s', (_, answers, strength) =>
    onBench(small, async (bench) => {
      const asked: string[] = [];
      const kind = { name: 'any', ...(answers === undefined ? {} : { answers }) };
      const [, said] = await drafted(bench, kind, asked);
      expect(said.data).toMatchObject({ status: 'stored', by: strength });
      expect(asked).toHaveLength(answers === undefined ? 0 : 1);
    }),
  );

  it('is not stored when the person says no', () =>
    onBench(small, async (bench) => {
      const answers = { action: 'decline', afterMs: 400 } as const;
      const [, said] = await drafted(bench, { name: 'no', answers });
      expect(said.data).toMatchObject({ status: 'refused', code: 'not-confirmed' });
      expect((await bench.ledger()).takes[0]?.feedback).toBeUndefined();
    }));

  it('does not open a step above the line, although the person accepted it in the plan', () =>
    onBench(small, async (bench) => {
      const [gateway, said] = await drafted(bench, { name: 'has no dialog' });
      expect(said.data).toMatchObject({ by: 'relayed' });
      const [item] = await bench.store((store) => store.approvals('scenario', 'pending'));
      await bench.greenlight('approve', item?.id ?? '');
      const hero = { ...call, model: 'flux-2-pro', greenlight: { shot: 'fox', phase: 'hero' } };
      const asked = await gateway.call(imageTool, hero);
      expect(asked.data).toMatchObject({ code: 'plan-first/phase-relayed', approval: { state: 'pending' } });
      await bench.greenlight('approve', requestIn(asked));
      expect((await follow(gateway, await follow(gateway, asked))).data).toMatchObject({ status: 'done', paid: 120 });
    }));
});
