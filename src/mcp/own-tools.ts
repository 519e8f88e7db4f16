import { z } from 'zod';
import type { ToolContext } from '../gate/call-port.js';
import type { Log } from '../gate/log-port.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { OwnSchemas, OwnTool } from './tools/tool.js';

/** The tool as it is listed. */
export function listOwnTool(tool: OwnTool): JsonObject {
  const { name, title, description, annotations, meta } = tool;
  return {
    name,
    title,
    description,
    ...(tool.schemas ?? schemasOf(tool)),
    annotations: { title, ...annotations },
    ...(meta === undefined ? {} : { _meta: meta }),
  };
}

/** What goes into a tool and comes out of it, as JSON Schemas. */
export function schemasOf({ input, output }: Pick<OwnTool, 'input' | 'output'>): OwnSchemas {
  const inputSchema = schemaOf(input, 'input');
  return output === undefined ? { inputSchema } : { inputSchema, outputSchema: schemaOf(output, 'output') };
}

/**
 * A schema without what is taken for granted: its dialect, that other fields may be anything, that names are texts and not
 * empty, what a known format looks like. Said in each, that costs more than a thousand characters of every conversation.
 */
function schemaOf(schema: z.ZodObject, io: 'input' | 'output'): JsonObject {
  const { $schema: _dialect, additionalProperties, ...rest } = z.toJSONSchema(schema, { io, override: leaveOut });
  return additionalProperties === false ? { ...rest, additionalProperties } : rest;
}

function leaveOut({ jsonSchema: said }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (said.format !== undefined) delete said.pattern;
  if (isEmpty(said.additionalProperties)) delete said.additionalProperties;
  if (Object.keys(said.propertyNames ?? {}).join() === 'type') delete said.propertyNames;
  if (said.minLength === 1) delete said.minLength;
  if (said.maximum === Number.MAX_SAFE_INTEGER) delete said.maximum;
}

function isEmpty(schema: unknown): boolean {
  return isJsonObject(schema) && Object.keys(schema).length === 0;
}

function problemsOf(error: z.ZodError): readonly { field: string; expected: string }[] {
  return error.issues.map((issue) => ({
    field: issue.path.length === 0 ? 'arguments' : issue.path.map(String).join('.'),
    expected: issue.message,
  }));
}

function errorResult(text: string, structured: JsonObject): JsonObject {
  return { content: [{ type: 'text', text }], structuredContent: structured, isError: true };
}

/** Checks the arguments and runs the tool. Wrong arguments and failures are results that the agent can read. */
export async function callOwnTool(tool: OwnTool, args: unknown, context: ToolContext, log: Log): Promise<JsonObject> {
  const checked = tool.input.safeParse(args ?? {});
  if (!checked.success) {
    const problems = problemsOf(checked.error);
    const list = problems.map(({ field, expected }) => `${field}: ${expected}`).join('; ');
    return errorResult(`E_ARGUMENTS ${tool.name}: ${list}`, { code: 'E_ARGUMENTS', tool: tool.name, problems });
  }
  try {
    const { text, structured, isError, blocks = [] } = await tool.run(checked.data, context);
    const result = { content: [{ type: 'text', text }, ...blocks], structuredContent: structured };
    return isError === true ? { ...result, isError } : result;
  } catch (error) {
    if (error instanceof Error && error.name === 'InputRequired') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ tool: tool.name, error: error instanceof Error ? error.stack : reason }, 'an own tool failed');
    return errorResult(`E_INTERNAL ${tool.name}: ${reason}`, { code: 'E_INTERNAL', tool: tool.name, reason });
  }
}
