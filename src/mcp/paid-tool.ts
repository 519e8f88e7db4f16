import { z } from 'zod';
import type { IncomingCall } from '../gate/call-port.js';
import type { CallAnswer } from '../gate/answer.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { phases } from '../model/phase.js';
import { shotName } from '../model/plan.js';
import type { Hints } from '../model/request.js';
import { shortened } from '../model/shortened.js';

/** Name of the argument that paid tools get beside their own. */
export const hintArgument = 'greenlight';

const hintSchema = z.object({
  session: z.string().max(100).optional(),
  shot: shotName.optional(),
  phase: z.enum(phases).optional(),
  because: z.string().max(1000).optional(),
});

/** The same for every paid tool of every list, and not needed where nothing is paid. */
let hintAsJson: JsonObject | undefined;

/** The tool's definition as the agent sees it: one optional argument more, and no output schema to break. */
export function publishPaid(definition: JsonObject, description: string): JsonObject {
  const { outputSchema: _dropped, ...kept } = definition;
  const schema = isJsonObject(kept['inputSchema']) ? kept['inputSchema'] : { type: 'object' };
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  if (Object.hasOwn(properties, hintArgument)) return kept;
  const hint = { ...(hintAsJson ??= z.toJSONSchema(hintSchema, { io: 'input' })), description };
  return { ...kept, inputSchema: { ...schema, properties: { ...properties, [hintArgument]: hint } } };
}

/** A call's own arguments and what was said beside them; problems name the field and what was expected. */
export interface SplitArguments {
  readonly arguments: unknown;
  readonly hints: Hints;
  readonly problems: readonly { readonly path: string; readonly found: string; readonly expected: string }[];
}

/** Takes the hints out of a call; what the upstream gets is untouched. Hints may also stand in `_meta`. */
export function splitArguments(call: Pick<IncomingCall, 'arguments' | 'meta'>): SplitArguments {
  const given = call.arguments;
  const inArguments = isJsonObject(given) && Object.hasOwn(given, hintArgument) ? given[hintArgument] : undefined;
  const said = inArguments ?? call.meta[hintArgument] ?? {};
  const checked = hintSchema.safeParse(said);
  const rest = inArguments === undefined ? given : without(given);
  if (checked.success) return { arguments: rest, hints: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => ({
    path: [hintArgument, ...issue.path].map(String).join('.'),
    found: shortened(JSON.stringify(said), 80),
    expected: issue.message,
  }));
  return { arguments: rest, hints: {}, problems };
}

/** Whether a call's arguments hold hints, or something of the tool's own that goes by the same name. */
export function hasHint({ arguments: given }: JsonObject): boolean {
  return isJsonObject(given) && Object.hasOwn(given, hintArgument);
}

/** The arguments of a free call of a tool that can cost, without hints; nothing where the argument is the tool's own. */
export function withoutHint(definition: JsonObject, params: JsonObject): { readonly arguments?: unknown } {
  const schema = definition['inputSchema'];
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  const isOwn = isJsonObject(properties) && Object.hasOwn(properties, hintArgument);
  return hasHint(params) && !isOwn ? { arguments: without(params['arguments']) } : {};
}

function without(given: unknown): unknown {
  if (!isJsonObject(given)) return given;
  const { [hintArgument]: _hint, ...rest } = given;
  return rest;
}

/**
 * The result of a paid call: the receipt first (so that no client cuts it off), then what the upstream said. Facts go to
 * text and `_meta`, because clients show either text or structured content and rarely both.
 */
export function paidResult(answer: CallAnswer, said: { text: string; data: JsonObject; isError: boolean }): JsonObject {
  const result = 'result' in answer && answer.result !== undefined ? answer.result : {};
  const { content, structuredContent, _meta, isError: _failed, ...rest } = result;
  const blocks: unknown[] = Array.isArray(content) ? content : [];
  const hasText = blocks.some((block) => isJsonObject(block) && block['type'] === 'text');
  const facts = structuredContent === undefined || hasText ? [] : [textBlock(JSON.stringify(structuredContent))];
  return {
    ...rest,
    content: [textBlock(said.text), ...blocks, ...facts],
    _meta: { ...(isJsonObject(_meta) ? _meta : {}), [hintArgument]: said.data },
    ...(said.isError ? { isError: true } : {}),
  };
}

function textBlock(text: string): JsonObject {
  return { type: 'text', text };
}
