import type { z } from 'zod';
import type { ToolContext } from '../../gate/call-port.js';
import type { JsonObject } from '../../model/json.js';

/** What an own tool answers: the same facts twice, for clients show one or the other. */
export interface OwnToolResult {
  readonly text: string;
  readonly structured: JsonObject;
  readonly isError?: boolean | undefined;
  /** What stands behind the text: small pictures, links. */
  readonly blocks?: readonly JsonObject[] | undefined;
}

/** Honest hints about a tool. */
export interface OwnToolAnnotations {
  readonly readOnlyHint: boolean;
  readonly destructiveHint?: boolean | undefined;
  readonly idempotentHint?: boolean | undefined;
  readonly openWorldHint?: boolean | undefined;
}

/** The JSON Schemas of what goes into a tool and comes out of it, as they are listed. */
export interface OwnSchemas {
  readonly inputSchema: JsonObject;
  readonly outputSchema?: JsonObject;
}

/** How an own tool is written; {@link ownTool} turns it into an {@link OwnTool}. */
export interface OwnToolSpec<Input extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** Text comes from prompts/. */
  readonly description: string;
  readonly input: Input;
  readonly output?: z.ZodObject | undefined;
  readonly annotations: OwnToolAnnotations;
  readonly meta?: JsonObject | undefined;
  /** What `input` and `output` are listed as, where that is known; else it is worked out. */
  readonly schemas?: OwnSchemas | undefined;
  run(args: z.output<Input>, context: ToolContext): Promise<OwnToolResult>;
}

/** An own tool as the face holds it: arguments are checked against `input` before `run` sees them. */
export interface OwnTool extends Omit<OwnToolSpec<z.ZodObject>, 'run'> {
  run(args: JsonObject, context: ToolContext): Promise<OwnToolResult>;
}

/** Makes an own tool whose `run` gets its arguments typed and checked. */
export function ownTool<Input extends z.ZodObject>(spec: OwnToolSpec<Input>): OwnTool {
  return { ...spec, run: (args, context) => spec.run(args as z.output<Input>, context) };
}
