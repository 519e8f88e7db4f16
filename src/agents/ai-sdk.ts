import type { Tool, ToolSet } from 'ai';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { PaidCallError } from './errors.js';
import type { AgentTool, Greenlight, Refused } from './greenlight.js';
import { greenlightImageModel, imageModelProfile, paidDefaults, withoutRetries } from './image-model.js';
import { sdkSchema, withHints } from './with-hints.js';

export { greenlightImageModel, imageModelProfile, paidDefaults, withoutRetries };

/** How a tool set is guarded. */
export interface GuardToolsOptions {
  /** Your own id of the conversation. Calls without one share the project's open session. */
  readonly session?: string | undefined;
}

/** A tool of the SDK as far as it is looked into here; which arguments it takes is its own business. */
interface AnyTool {
  readonly inputSchema: unknown;
  readonly strict?: boolean | undefined;
  readonly execute?: ((input: unknown, options: ExecutionOptions) => unknown) | undefined;
  readonly toModelOutput?: ((options: ModelOutputOptions) => unknown) | undefined;
}

interface ExecutionOptions {
  readonly toolCallId: string;
  readonly abortSignal?: unknown;
}

interface ModelOutputOptions {
  readonly toolCallId: string;
  readonly output: unknown;
}

/** How many receipts wait at most for the model to be told of them. */
const keptReceipts = 1000;

/**
 * Puts the paid tools of a tool set under guard: those that have a profile and an `execute`; others stay as they are.
 * A refusal comes back as a result that the model reads as an error; a result comes back as the tool made it, and the
 * model reads the receipt before it. The model may say where a call belongs in the argument `greenlight`.
 */
export function guardTools<Tools extends ToolSet>(
  greenlight: Greenlight,
  tools: Tools,
  options: GuardToolsOptions = {},
): Tools {
  const paid = new Set(greenlight.paidTools);
  const guarded = Object.entries(tools).map(([name, tool]) => {
    const any = tool as unknown as AnyTool;
    return [name, paid.has(name) && any.execute !== undefined ? guardTool(greenlight, name, any, options) : tool];
  });
  return Object.fromEntries(guarded) as Tools;
}

/** Greenlight's own free tools (brainstorm, plan, feedback, …) as tools of the SDK. */
export function ownTools(greenlight: Greenlight, options: GuardToolsOptions = {}): ToolSet {
  return Object.fromEntries(greenlight.tools().map((tool) => [tool.name, ownTool(tool, options)]));
}

function ownTool(tool: AgentTool, { session }: GuardToolsOptions): Tool {
  const made = {
    description: tool.description,
    title: tool.title,
    inputSchema: sdkSchema({ jsonSchema: tool.inputSchema }),
    execute: (args: unknown) => tool.run(args, { session }),
    toModelOutput: ({ output }: ModelOutputOptions) => {
      const { text, isError } = output as Awaited<ReturnType<AgentTool['run']>>;
      return { type: isError ? 'error-text' : 'text', value: text };
    },
  };
  return made as unknown as Tool;
}

function guardTool(greenlight: Greenlight, name: string, tool: AnyTool, { session }: GuardToolsOptions): AnyTool {
  const receipts = new Map<string, string>();
  return {
    ...tool,
    // Models that must fill in every argument are not given one more.
    inputSchema:
      tool.strict === true ? tool.inputSchema : withHints(tool.inputSchema, (schema) => greenlight.publish(schema)),
    // Whoever stops waiting is not told to the tool: what is paid for goes on, and its result answers the next asking.
    async execute(input, { abortSignal: _signal, ...options }) {
      const call = { tool: name, arguments: input, callId: options.toolCallId, session };
      const ran = await greenlight.run(call, (args) => lastOf(tool.execute?.(args, options)));
      if (ran.kind === 'refused') return { refused: true, text: ran.text, data: ran.data } satisfies Refused;
      if (ran.kind === 'failed' && ran.result === undefined) throw new PaidCallError(ran, ran.error);
      receipts.set(options.toolCallId, ran.text);
      for (const [oldest] of receipts) {
        if (receipts.size <= keptReceipts) break;
        receipts.delete(oldest);
      }
      return ran.result;
    },
    async toModelOutput(options) {
      if (isRefused(options.output)) return { type: 'error-text', value: options.output.text };
      const own = tool.toModelOutput === undefined ? plainOutput(options.output) : await tool.toModelOutput(options);
      const receipt = receipts.get(options.toolCallId);
      return receipt === undefined ? own : withReceipt(receipt, own);
    },
  };
}

/** What a tool that tells of its progress ends with; any other result is its own end. */
async function lastOf(result: unknown): Promise<unknown> {
  const made = await result;
  if (typeof made !== 'object' || made === null || !(Symbol.asyncIterator in made)) return made;
  let last: unknown;
  for await (const item of made as AsyncIterable<unknown>) last = item;
  return last;
}

/** Whether a tool's output is a refusal. */
export function isRefused(output: unknown): output is Refused {
  return isJsonObject(output) && output['refused'] === true && typeof output['text'] === 'string';
}

function plainOutput(output: unknown): JsonObject {
  return typeof output === 'string' ? { type: 'text', value: output } : { type: 'json', value: output ?? null };
}

/** The receipt stands first, so that no client cuts it off. */
function withReceipt(receipt: string, own: unknown): unknown {
  if (!isJsonObject(own)) return own;
  const { type, value } = own;
  const said = { type: 'text', text: receipt };
  if (type === 'content' && Array.isArray(value)) return { ...own, value: [said, ...(value as unknown[])] };
  if (type === 'text') return { type: 'content', value: [said, { type: 'text', text: value }] };
  if (type === 'json') return { type: 'content', value: [said, { type: 'text', text: JSON.stringify(value) }] };
  return own;
}
