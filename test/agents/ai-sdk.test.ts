import { generateText, jsonSchema, stepCountIs, tool, type ModelMessage, type ToolSet } from 'ai';
import { MockLanguageModelV3 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { guardTools, isRefused, ownTools } from '../../src/agents/ai-sdk.js';
import { createGreenlight } from '../../src/index.js';
import { adapterContract } from '../../src/testing/adapter-contract.js';

const price = { credits: 20 };
const setup = {
  tools: { draw: { paid: true, kind: 'image', arguments: { prompt: 'prompt', count: 'count' }, price } },
} as const;
const fox = 'A red fox sitting in fresh snow at dawn';

interface Wish {
  readonly tool: string;
  readonly input: object;
  readonly id?: string | undefined;
}

/** A model that makes the given calls, one a turn, and then stops. */
function modelWishing(...wishes: readonly Wish[]): MockLanguageModelV3 {
  let turn = 0;
  const usage = {
    inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 1, text: 1, reasoning: 0 },
  };
  return new MockLanguageModelV3({
    doGenerate: async () => {
      const wish = wishes[turn];
      turn += 1;
      if (wish === undefined) {
        return {
          content: [{ type: 'text', text: 'done' }],
          finishReason: { unified: 'stop', raw: 'stop' },
          usage,
          warnings: [],
        };
      }
      const toolCallId = wish.id ?? `call-${String(turn)}`;
      const input = JSON.stringify(wish.input);
      return {
        content: [{ type: 'tool-call', toolCallId, toolName: wish.tool, input }],
        finishReason: { unified: 'tool-calls', raw: 'tool-calls' },
        usage,
        warnings: [],
      };
    },
  });
}

/** Lets the model work through its wishes and returns what it was told after each. */
async function told(tools: ToolSet, ...wishes: readonly Wish[]): Promise<readonly string[]> {
  const { response } = await generateText({
    model: modelWishing(...wishes),
    tools,
    prompt: 'Draw a fox',
    stopWhen: stepCountIs(wishes.length + 1),
  });
  return response.messages.flatMap((message) => outputsIn(message));
}

function outputsIn(message: ModelMessage): readonly string[] {
  if (message.role !== 'tool') return [];
  return message.content.map((part) => JSON.stringify('output' in part ? part.output : part));
}

const draw = (execute: (input: { prompt: string }) => unknown): ToolSet => ({
  draw: tool({ description: 'Draws', inputSchema: z.object({ prompt: z.string().min(3) }), execute }),
});

describe('guarded tools of the AI SDK', () => {
  adapterContract(
    (greenlight, name, execute) => {
      const inputSchema = jsonSchema<Record<string, unknown>>({ type: 'object' });
      const tools = guardTools(greenlight, { [name]: tool({ description: 'Draws', inputSchema, execute }) });
      return async (input, id) => {
        const { content } = await generateText({
          model: modelWishing({ tool: name, input, id }),
          tools,
          prompt: 'Draw a fox',
        });
        const [end] = content.filter((part) => part.type === 'tool-result' || part.type === 'tool-error');
        if (end?.type === 'tool-error') return { kind: 'failed', text: String(end.error) };
        const output: unknown = end?.output;
        return isRefused(output) ? { kind: 'refused', text: output.text } : { kind: 'made', result: output };
      };
    },
    { describe, it, expect },
  );

  it('tell the model the receipt first, then what the tool made', async () => {
    const greenlight = await createGreenlight(setup);
    const made = guardTools(
      greenlight,
      draw(() => ({ file: 'fox.png' })),
    );
    const [first] = await told(made, { tool: 'draw', input: { prompt: fox } });
    expect(first).toMatch(/"type":"content".*Take t_.*20 credits.*fox\.png/);
    await greenlight.close(0);
  });

  it('tell the model of a refusal as an error', async () => {
    const greenlight = await createGreenlight(setup);
    const tools = guardTools(
      greenlight,
      draw(() => 'fox.png'),
    );
    const [first, second] = await told(
      tools,
      { tool: 'draw', input: { prompt: fox } },
      { tool: 'draw', input: { prompt: `${fox}, 8k` } },
    );
    expect(first).toContain('fox.png');
    expect(second).toMatch(/"type":"error-text".*REFUSED await-feedback/);
    await greenlight.close(0);
  });

  it('let the model say where a call belongs, and check its own arguments as before', async () => {
    const greenlight = await createGreenlight(setup);
    const seen: unknown[] = [];
    const tools = guardTools(
      greenlight,
      draw((input) => seen.push(input)),
    );
    const placed = { prompt: fox, greenlight: { shot: 'hero', phase: 'explore' } };
    const [first, second] = await told(
      tools,
      { tool: 'draw', input: placed },
      { tool: 'draw', input: { prompt: 'x' } },
    );
    expect(first).toContain('on hero/explore');
    expect(second).toMatch(/error-text.*prompt/);
    expect(seen).toEqual([{ prompt: fox }]);
    await greenlight.close(0);
  });

  it('leave tools without a profile as they are', async () => {
    const greenlight = await createGreenlight(setup);
    const free = { look: tool({ inputSchema: z.object({}), execute: () => 'seen' }) };
    expect(guardTools(greenlight, free).look).toBe(free.look);
    const outside: ToolSet = { draw: { inputSchema: z.object({ prompt: z.string() }) } };
    expect(guardTools(greenlight, outside).draw).toBe(outside.draw);
    await greenlight.close(0);
  });

  it('go on when nobody waits any more, and answer the next asking', async () => {
    const greenlight = await createGreenlight(setup);
    const stop = new AbortController();
    const signals: unknown[] = [];
    const tools = guardTools(greenlight, {
      draw: tool({
        inputSchema: z.object({ prompt: z.string() }),
        execute: (_input, { abortSignal }) => {
          signals.push(abortSignal);
          stop.abort();
          return 'fox.png';
        },
      }),
    });
    const wish = { tool: 'draw', input: { prompt: fox }, id: 'call-1' };
    const model = modelWishing(wish, wish);
    const asked = { model, tools, prompt: 'Draw a fox', stopWhen: stepCountIs(2), abortSignal: stop.signal };
    await generateText(asked).catch(() => undefined);
    expect(signals).toEqual([undefined]);
    const [again] = await told(tools, wish);
    expect(again).toMatch(/answers this call from store.*fox\.png/);
    expect(signals).toHaveLength(1);
    await greenlight.close(0);
  });

  it('end with the last word of a tool that tells of its progress', async () => {
    const greenlight = await createGreenlight(setup);
    const tools = guardTools(greenlight, {
      draw: tool({
        inputSchema: z.object({ prompt: z.string() }),
        async *execute() {
          yield 'half done';
          yield 'fox.png';
        },
      }),
    });
    const [only] = await told(tools, { tool: 'draw', input: { prompt: fox } });
    expect(only).toMatch(/Take t_.*fox\.png/);
    expect(only).not.toContain('half done');
    await greenlight.close(0);
  });
});

describe('own tools of the AI SDK', () => {
  it('let the model plan, be corrected and give feedback', async () => {
    const greenlight = await createGreenlight(setup);
    const tools = {
      ...ownTools(greenlight),
      ...guardTools(
        greenlight,
        draw(() => 'fox.png'),
      ),
    };
    expect(Object.keys(tools)).toEqual(expect.arrayContaining(['brainstorm', 'plan', 'feedback', 'take', 'draw']));
    const [shown, wrong, estimated] = await told(
      tools,
      { tool: 'plan', input: {} },
      { tool: 'feedback', input: { take: 't_none' } },
      { tool: 'estimate', input: { tool: 'draw', arguments: { prompt: fox } } },
    );
    expect(shown).toMatch(/"type":"error-text".*REFUSED none/);
    expect(wrong).toMatch(/"type":"error-text".*E_ARGUMENTS feedback/);
    expect(estimated).toMatch(/"type":"text".*20 credits/);
    await greenlight.close(0);
  });
});
