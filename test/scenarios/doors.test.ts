import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { openGateway } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';
import { createGreenlight, type LibraryConfig, type ProfileInput } from '../../src/index.js';
import type { IncomingCall, ToolContext } from '../../src/gate/call-port.js';
import { callOwnTool } from '../../src/mcp/own-tools.js';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { scriptedUpstream } from '../../src/testing/scripted-upstream.js';
import { Bench, imageTool, promptOf } from './harness.js';
import type { GatewayProcess } from './parts/gateway.js';
import { project } from './parts/ledger.js';

const tool = 'local_draw';
const profile: ProfileInput = {
  paid: true,
  kind: 'image',
  arguments: { prompt: 'prompt', count: 'count', model: 'model', seed: 'seed' },
  price: {
    unit: 'output',
    models: { fast: { credits: 20, tier: 'budget' }, good: { credits: 50 }, fine: { credits: 300, tier: 'premium' } },
  },
};
const inputSchema = { type: 'object', properties: { model: { default: 'fast' }, count: { default: 1 } } };
const editor: ProfileInput = {
  paid: true,
  kind: 'edit',
  arguments: { prompt: 'prompt', inputs: ['image'] },
  price: { credits: 10 },
};
const slow: ProfileInput = { ...profile, lane: 'relaxed', price: { credits: 45 }, arguments: { prompt: 'text' } };
const editSchema = { type: 'object', properties: { image: { type: 'string' } }, required: ['image'] };
const money = {
  budgets: [{ scope: 'session' as const, limit: 260, soft: 200 }],
  quickLane: { perCall: 60, perDay: 200 },
  ask: { above: 100, every: 120, minutes: 5 },
};

/** What a door said of a call, as far as both say it. */
interface Decision {
  readonly said: 'made' | 'stored' | 'refused';
  readonly codes: readonly string[];
  /** What the provider got, when it got anything. */
  readonly sent?: JsonObject | undefined;
  /** Credits: held for a call that passes, asked for one that does not. */
  readonly price: unknown;
}

interface Door {
  call(args: JsonObject): Promise<Decision>;
  own(name: string, args: JsonObject): Promise<JsonObject>;
  close(): Promise<void>;
}

function codesIn(data: JsonObject): readonly string[] {
  const findings = Array.isArray(data['findings']) ? data['findings'].filter(isJsonObject) : [];
  return findings.map(({ rule, code, level }) => `${String(rule)}/${String(code)}:${String(level)}`);
}

async function library(): Promise<Door> {
  const greenlight = await createGreenlight({
    ...money,
    tools: { [tool]: profile, local_edit: editor, local_slow: slow },
    schemas: { [tool]: inputSchema, local_edit: editSchema },
  });
  return {
    async call(args) {
      const checked = await greenlight.check({ tool, arguments: args });
      if (checked.kind !== 'allow') {
        const said = checked.kind === 'refused' ? 'refused' : 'stored';
        return { said, codes: said === 'stored' ? [] : codesIn(checked.data), price: checked.data['price'] };
      }
      await greenlight.dispatched(checked.ticket);
      await greenlight.settle(checked.ticket, { content: [] });
      return { said: 'made', codes: codesIn(checked.data), sent: checked.arguments, price: checked.data['price'] };
    },
    async own(name, args) {
      const found = greenlight.tools().find((candidate) => candidate.name === name);
      return (await found?.run(args))?.data ?? {};
    },
    close: () => greenlight.close(0),
  };
}

async function gateway(): Promise<Door> {
  const upstreams = scriptedUpstream({ local: { draw: inputSchema, edit: editSchema, slow: {} } });
  const servers = { local: { command: 'unused', tools: { draw: profile, edit: editor, slow } } };
  const none = (): void => undefined;
  const log = { debug: none, info: none, warn: none, error: none };
  const face = await openGateway(parseConfig({ ...money, servers, store: 'memory' }), { log, upstreams, env: {} });
  const elicit = () => Promise.resolve({ kind: 'unavailable' as const, why: 'nobody is there' });
  const context: ToolContext = {
    meta: {},
    client: { name: 'test', version: '1', era: '2025', capabilities: {}, elicit },
    progress: none,
    signal: new AbortController().signal,
  };
  return {
    async call(args) {
      const found = upstreams.findTool(tool);
      if (found === undefined) throw new Error('the script has no such tool');
      const before = upstreams.calls.length;
      const incoming: IncomingCall = { ...context, tool: found, arguments: args };
      const { _meta } = await face.callPaid(incoming);
      const data = isJsonObject(_meta) && isJsonObject(_meta['greenlight']) ? _meta['greenlight'] : {};
      if (data['status'] !== 'done') return { said: 'refused', codes: codesIn(data), price: data['price'] };
      if (data['replayed'] === true) return { said: 'stored', codes: [], price: data['price'] };
      return { said: 'made', codes: codesIn(data), sent: upstreams.calls[before]?.arguments, price: data['paid'] };
    },
    async own(name, args) {
      const found = face.ownTools.find((candidate) => candidate.name === name);
      if (found === undefined) throw new Error(`there is no ${name}`);
      const { structuredContent } = await callOwnTool(found, args, context, log);
      return isJsonObject(structuredContent) ? structuredContent : {};
    },
    close: async () => face.onClose?.(),
  };
}

/** One thing that an agent does. */
type Step =
  | { readonly do: 'call'; readonly args: JsonObject; readonly times: number }
  | {
      readonly do: 'feedback';
      readonly verdict: 'approve' | 'refine' | 'reject' | 'another';
      readonly remove: readonly string[];
    }
  | { readonly do: 'plan'; readonly count: number; readonly model: string };

const prompts = [
  'A red fox sitting in fresh snow at dawn',
  'A red fox sitting in fresh snow at dawn, masterpiece, 8k',
  'At dawn, a red fox is sitting in fresh snow',
  'A red fox sitting in fresh snow at night, full moon',
  'A steam train crossing an iron bridge in heavy rain',
  'Portrait of an old fisherman mending a net',
];

const hints = fc.record(
  {
    shot: fc.constantFrom('hero', 'extra'),
    phase: fc.constantFrom('explore', 'refine'),
    because: fc.constant('a new angle'),
  },
  { requiredKeys: [] },
);

const calls = fc.record(
  {
    prompt: fc.constantFrom(...prompts),
    model: fc.constantFrom('fast', 'good', 'fine', 'unheard-of'),
    count: fc.constantFrom(1, 2, 4, '3', 0),
    seed: fc.constantFrom(7, 8),
    greenlight: hints,
  },
  { requiredKeys: ['prompt'] },
);

const steps = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(calls, fc.constantFrom(1, 1, 2)).map(([args, times]): Step => ({ do: 'call', args, times })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('feedback' as const),
      verdict: fc.constantFrom('approve' as const, 'refine' as const, 'reject' as const, 'another' as const),
      remove: fc.constantFrom([], ['the tail']),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ count: fc.constantFrom(1, 2), model: fc.constantFrom('fast', 'good') })
      .map((plan): Step => ({ do: 'plan', ...plan })),
  },
);

const brief = {
  goal: 'A header picture for a page on foxes',
  audience: 'Readers of a nature magazine',
  tone: 'calm',
  constraints: ['no text in the picture'],
  directions: [
    { name: 'plain', idea: 'A fox in snow, seen from the front' },
    { name: 'other', idea: 'A fox from behind, walking away' },
  ],
  chosen: 'plain',
  why: 'It shows the face',
};

async function act(door: Door, step: Step): Promise<unknown> {
  switch (step.do) {
    case 'call': {
      const decisions: Decision[] = [];
      for (let time = 0; time < step.times; time += 1) decisions.push(await door.call(step.args));
      return decisions;
    }
    case 'feedback': {
      const takes = (await door.own('take', {}))['takes'];
      const newest: unknown = Array.isArray(takes) ? takes[0] : undefined;
      if (!isJsonObject(newest)) return 'nothing to speak of';
      const given = await door.own('feedback', { take: newest['take'], verdict: step.verdict, remove: step.remove });
      return [given['status'], given['shot'], given['code']];
    }
    case 'plan': {
      const { count, model } = step;
      const item = { shot: 'hero', phase: 'explore', tool, model, prompt: prompts[0], count };
      const briefed = await door.own('brainstorm', brief);
      const planned = await door.own('plan', { steps: [item, { ...item, phase: 'refine', count: 1 }] });
      return [briefed['status'], planned['status'], planned['total'], planned['code']];
    }
  }
}

/** The studio as a library knows it: its preset, and what its tools fill in for left-out arguments. */
async function studioOf(gateway: GatewayProcess): Promise<Pick<LibraryConfig, 'presets' | 'schemas'>> {
  const { tools } = await gateway.client.listTools();
  const found = tools.find(({ name }) => name === imageTool);
  return { presets: ['studio'], schemas: { text_to_image: found?.inputSchema ?? {} } };
}

describe('the two doors', () => {
  it('decide alike: outcome, reasons, arguments and price of every call in every sequence', async () => {
    const seen = { made: 0, stored: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 12 }), async (sequence) => {
        const [inside, outside] = [await library(), await gateway()];
        try {
          for (const step of sequence) {
            const [one, other] = [await act(inside, step), await act(outside, step)];
            expect(one).toEqual(other);
            if (step.do === 'call') for (const { said } of one as readonly Decision[]) seen[said] += 1;
          }
        } finally {
          await Promise.all([inside.close(), outside.close()]);
        }
      }),
      { numRuns: 60 },
    );
    // A comparison of refusals alone would prove little.
    expect(Math.min(seen.made, seen.stored, seen.refused)).toBeGreaterThan(0);
  });

  it('offer the same edit in place of a new picture', async () => {
    const doors = [await library(), await gateway()];
    const decisions = doors.map(async (door) => {
      await door.call({ prompt: prompts[0], model: 'good' });
      await act(door, { do: 'feedback', verdict: 'refine', remove: ['the tail'] });
      const { said, codes } = await door.call({ prompt: `${prompts[0] ?? ''}, without a tail`, model: 'good' });
      await door.close();
      return [said, ...codes];
    });
    const [inside, outside] = await Promise.all(decisions);
    expect(inside).toEqual(outside);
    expect(inside?.[0]).toBe('refused');
    expect(inside).toContain('edit-first/remove-or-recolour:nudge');
  });

  it('decide alike over a real wire', async () => {
    const bench = await Bench.open({ config: { ...money, store: 'sqlite' } });
    const outside = await bench.start();
    const greenlight = await createGreenlight({ ...money, ...(await studioOf(outside)) });
    try {
      const sequence = [
        { prompt: prompts[0], model: 'nano-banana-pro' },
        { prompt: prompts[0], model: 'sdxl', count: 4 },
        { prompt: prompts[1], model: 'sdxl' },
        { prompt: prompts[4], model: 'qwen-image', seed: 7 },
        { prompt: prompts[4], model: 'qwen-image', seed: 7 },
        { prompt: prompts[5], model: 'sdxl', count: 'many' },
      ];
      const verdicts: unknown[] = [];
      for (const args of sequence) {
        const inside = await greenlight.run({ tool: 'text_to_image', arguments: args }, () => ({ content: [] }));
        const { data } = await outside.call(imageTool, args);
        const facts = ({ status, price, paid, replayed }: JsonObject) => ({ status, price, paid, replayed });
        expect({ ...facts(inside.data), codes: codesIn(inside.data) }).toEqual({
          ...facts(data),
          codes: codesIn(data),
        });
        verdicts.push(data['replayed'] === true ? 'stored' : data['status']);
      }
      expect(verdicts).toEqual(['refused', 'done', 'refused', 'done', 'stored', 'bad-arguments']);
    } finally {
      await greenlight.close(0);
      await bench.close();
    }
  });

  it('share one purse when they share a store', async () => {
    const bench = await Bench.open({ config: { budgets: [{ scope: 'project', limit: 100 }] } });
    const budgets = [{ scope: 'project' as const, limit: 100 }];
    const outside = await bench.start();
    const greenlight = await createGreenlight({ data: bench.data, project, budgets, ...(await studioOf(outside)) });
    try {
      const picture = (number: number) => {
        return { prompt: promptOf(number), model: 'sdxl', greenlight: { shot: `shot-${number}` } };
      };
      const inside = greenlight.guard('text_to_image', () => 'a picture', { throwOnRefusal: true });
      expect(await inside(picture(1))).toBe('a picture');
      expect((await outside.call(imageTool, picture(2))).data).toMatchObject({ status: 'done', paid: 40 });
      await expect(inside(picture(3))).rejects.toThrow('budget/hard');
      expect((await outside.call(imageTool, picture(4))).data['code']).toBe('budget/hard');
    } finally {
      await greenlight.close(0);
      await bench.close();
    }
  });
});
