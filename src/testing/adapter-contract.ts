import { UnbilledError } from '../agents/errors.js';
import type { Greenlight } from '../agents/greenlight.js';
import { createGreenlight, type LibraryConfig } from '../index.js';
import type { JsonObject } from '../model/json.js';
import type { TestFunctions } from './store-contract-kit.js';

/** What came out of one tool call, as the agent of the framework sees it. */
export type AdapterOutcome =
  | { readonly kind: 'made'; readonly result: unknown }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'failed'; readonly text: string };

/** A tool call as the framework under test makes it. */
export type AdapterCall = (args: JsonObject, callId: string) => Promise<AdapterOutcome>;

/** Puts one function behind the adapter, as the framework's own tool of that name, and returns how to call it. */
export type MakeAdapter = (
  greenlight: Greenlight,
  tool: string,
  execute: (args: JsonObject) => Promise<unknown>,
) => AdapterCall | Promise<AdapterCall>;

interface Story {
  readonly greenlight: Greenlight;
  /** Calls the tool with the usual model and a fresh call id, unless told otherwise. */
  readonly call: (args: JsonObject, callId?: string) => Promise<AdapterOutcome>;
  /** Arguments of every time the function really ran. */
  readonly runs: readonly JsonObject[];
  /** What the function does next, once; otherwise it makes a picture. */
  readonly next: (turn: () => Promise<unknown>) => void;
  /** Credits of the project's first budget. */
  readonly money: () => Promise<{ spent: unknown; held: unknown }>;
  /** Stores a word on the newest take. */
  readonly say: (verdict: 'approve' | 'refine' | 'reject') => Promise<void>;
  readonly expect: TestFunctions['expect'];
}

const tool = 'make_picture';
const fox = 'A red fox sitting in fresh snow at dawn';

/** Twenty credits a picture, three hundred for a fine one; sixty pass without a plan. */
const setup: LibraryConfig = {
  budgets: [{ scope: 'session', limit: 100 }],
  quickLane: { perCall: 60, perDay: 1000 },
  tools: {
    [tool]: {
      paid: true,
      kind: 'image',
      arguments: { prompt: 'prompt', count: 'count', model: 'model', seed: 'seed' },
      price: {
        unit: 'output',
        models: { fast: { credits: 20, tier: 'budget' }, fine: { credits: 300, tier: 'premium' } },
      },
    },
  },
};

/**
 * Declares the tests that every adapter for an agent framework must pass: the same story, told through the framework.
 * @param functions the test runner's own functions, e.g. those of vitest
 */
export function adapterContract(make: MakeAdapter, functions: TestFunctions): void {
  const tell = storyteller(make, functions);
  functions.describe('lets money move on a green light only', () => stopping(tell));
  functions.describe('pays once', () => payingOnce(tell));
  functions.describe('keeps the money straight when a tool fails', () => failing(tell));
}

type Tell = (name: string, body: (story: Story) => Promise<void>) => void;

function stopping(tell: Tell): void {
  tell('refuses what no plan covers and runs nothing', async ({ call, runs, money, expect }) => {
    const outcome = await call({ prompt: fox, model: 'fine' });
    expect(outcome.kind).toBe('refused');
    expect('text' in outcome && outcome.text.includes('plan-first')).toBe(true);
    expect(runs).toEqual([]);
    expect(await money()).toEqual({ spent: 0, held: 0 });
  });

  tell('lets one cheap version pass and settles it', async ({ call, runs, money, expect }) => {
    expect(await call({ prompt: fox })).toEqual({ kind: 'made', result: { picture: 1 } });
    expect(runs).toEqual([{ prompt: fox, model: 'fast' }]);
    expect(await money()).toEqual({ spent: 20, held: 0 });
  });

  tell('cuts four versions down to one', async ({ call, runs, money, expect }) => {
    expect((await call({ prompt: fox, count: 4 })).kind).toBe('made');
    expect(runs).toEqual([{ prompt: fox, model: 'fast', count: 1 }]);
    expect(await money()).toEqual({ spent: 20, held: 0 });
  });

  tell('waits for a word, then refuses the same again and lets the next step pass', async (story) => {
    const { call, runs, say, expect } = story;
    await call({ prompt: fox });
    const early = await call({ prompt: `${fox}, seen from above` });
    expect('text' in early && early.text.includes('await-feedback')).toBe(true);
    await say('refine');
    const again = await call({ prompt: `${fox}, masterpiece, 8k` });
    expect(again.kind).toBe('refused');
    expect('text' in again && again.text.includes('rerun')).toBe(true);
    expect((await call({ prompt: 'A red fox asleep under a pine tree at night, full moon' })).kind).toBe('made');
    expect(runs.length).toBe(2);
  });

  tell('stops at the budget', async ({ call, runs, money, say, expect }) => {
    const subjects = ['a lighthouse', 'a violin', 'a steam train', 'an owl', 'a glacier'];
    for (const subject of subjects) {
      expect((await call({ prompt: subject })).kind).toBe('made');
      await say('approve');
    }
    const over = await call({ prompt: 'a bowl of cherries' });
    expect('text' in over && over.text.includes('budget')).toBe(true);
    expect(runs.length).toBe(5);
    expect(await money()).toEqual({ spent: 100, held: 0 });
  });
}

function payingOnce(tell: Tell): void {
  tell('answers an equal call id from store', async ({ call, runs, money, expect }) => {
    const first = await call({ prompt: fox }, 'call-1');
    expect(await call({ prompt: fox }, 'call-1')).toEqual(first);
    expect(runs.length).toBe(1);
    expect(await money()).toEqual({ spent: 20, held: 0 });
  });

  tell('answers an equal seed from store', async ({ call, runs, expect }) => {
    const first = await call({ prompt: fox, seed: 7 });
    expect(await call({ prompt: fox, seed: 7 })).toEqual(first);
    expect(runs.length).toBe(1);
  });

  tell('runs equal calls at the same time once', async ({ call, runs, next, money, expect }) => {
    let open: (value: unknown) => void = () => undefined;
    next(() => new Promise((resolve) => (open = resolve)));
    const both = [call({ prompt: fox }), call({ prompt: fox }), call({ prompt: fox })];
    while (runs.length === 0) await Promise.race([...both, new Promise((resolve) => setImmediate(resolve))]);
    open({ picture: 'the one' });
    const outcomes = await Promise.all(both);
    expect(outcomes).toEqual(both.map(() => ({ kind: 'made', result: { picture: 'the one' } })));
    expect(runs.length).toBe(1);
    expect(await money()).toEqual({ spent: 20, held: 0 });
  });
}

function failing(tell: Tell): void {
  tell('keeps the money held while nobody knows whether a failed call was billed', async (story) => {
    const { call, next, runs, money, expect } = story;
    next(() => Promise.reject(new Error('the connection broke')));
    const outcome = await call({ prompt: fox });
    expect(outcome.kind).toBe('failed');
    expect('text' in outcome && outcome.text.includes('the connection broke')).toBe(true);
    expect(await money()).toEqual({ spent: 0, held: 20 });
    expect((await call({ prompt: fox })).kind).toBe('refused');
    expect(runs.length).toBe(1);
  });

  tell('gives the money back for a failure that was not billed', async ({ call, next, runs, money, expect }) => {
    next(() => Promise.reject(new UnbilledError('the queue is full')));
    expect((await call({ prompt: fox })).kind).toBe('failed');
    expect(await money()).toEqual({ spent: 0, held: 0 });
    expect((await call({ prompt: fox })).kind).toBe('made');
    expect(runs.length).toBe(2);
  });
}

function storyteller(make: MakeAdapter, { it, expect }: TestFunctions): Tell {
  return (name, body) => {
    it(name, async () => {
      const greenlight = await createGreenlight(setup);
      try {
        await body(await storyOf(greenlight, make, expect));
      } finally {
        await greenlight.close(0);
      }
    });
  };
}

async function storyOf(greenlight: Greenlight, make: MakeAdapter, expect: TestFunctions['expect']): Promise<Story> {
  const runs: JsonObject[] = [];
  const turns: (() => Promise<unknown>)[] = [];
  const picture = (): Promise<unknown> => Promise.resolve({ picture: runs.length });
  const through = await make(greenlight, tool, (args) => {
    runs.push(args);
    return (turns.shift() ?? picture)();
  });
  let count = 0;
  const own = async (name: string, args: JsonObject): Promise<JsonObject> => {
    const found = greenlight.tools().find((candidate) => candidate.name === name);
    return (await found?.run(args))?.data ?? {};
  };
  return {
    ...{ greenlight, runs, expect },
    call: (args, callId) => {
      count += 1;
      return through({ model: 'fast', ...args }, callId ?? `own-${String(count)}`);
    },
    next: (turn) => turns.push(turn),
    money: async () => {
      const [account] = (await own('budget', {}))['budgets'] as readonly JsonObject[];
      return { spent: account?.['spent'], held: account?.['held'] };
    },
    say: async (verdict) => {
      const [newest] = (await own('take', {}))['takes'] as readonly JsonObject[];
      const stored = await own('feedback', { take: newest?.['take'], verdict });
      expect(stored['status']).toBe('stored');
    },
  };
}
