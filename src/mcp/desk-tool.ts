import type { z } from 'zod';
import type { ToolContext } from '../gate/call-port.js';
import type { Desk, FlowProblem } from '../gate/flow/desk.js';
import type { Gate } from '../gate/gate.js';
import type { CallAnswer } from '../gate/answer.js';
import type { Heading } from '../ledger/spending.js';
import type { WeighedFinding } from '../model/verdict.js';
import type { LibraryPrompt } from '../model/library-prompt.js';
import type { JsonObject } from '../model/json.js';
import type { Asset } from '../model/take.js';
import type { Workflow } from '../model/workflow.js';
import type { Texts } from '../gate/texts-port.js';
import type { OwnToolAnnotations, OwnToolResult } from './tools/tool.js';

/** What the own tools work with; bound once per gateway, with the caller of each call. */
export interface Bench {
  readonly desk: Desk;
  readonly gate: Gate;
  readonly texts: Texts;
  readonly sayFinding: (finding: WeighedFinding) => string;
  readonly sayCall: (answer: CallAnswer) => { text: string; data: JsonObject; isError: boolean };
  /** The project's report as Markdown and as data; with a heading, the spending under that alone. */
  readonly reportText: (by?: Heading) => Promise<{ text: string; data: JsonObject }>;
  /** The blocks that show a kept output: a small picture where one can be made, and a link. */
  readonly show: (asset: Asset) => Promise<readonly JsonObject[]>;
  /** A workflow document as Markdown with front matter. */
  readonly workflowText: (document: Workflow) => string;
  /** Prompts to copy and adapt, in the order they are offered: the person's own, the starters. */
  readonly libraries: () => readonly (readonly LibraryPrompt[])[];
  /** Address of the page on which the person decides a request; undefined where there is none. */
  readonly pageOf: (approval: string) => string | undefined;
  readonly context: ToolContext;
}

/** A tool of the gateway's own, before it is bound to a gateway. Its description is `prompts/tools/<name>.md`. */
export interface DeskTool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly input: Input;
  /** The facts that programs may rely on; answers hold more. */
  readonly output: z.ZodObject;
  readonly annotations: OwnToolAnnotations;
  run(args: z.output<Input>, bench: Bench): Promise<OwnToolResult>;
}

/** Writes an own tool down with its arguments typed. */
export function deskTool<Input extends z.ZodObject>(spec: DeskTool<Input>): DeskTool {
  return { ...spec, run: (args, bench) => spec.run(args as z.output<Input>, bench) };
}

/** A flow's problem as an answer: what is wrong and what to do, in the words of `prompts/answers/<tool>.md`. */
export function sayProblem(bench: Bench, tool: string, found: FlowProblem): OwnToolResult {
  const { problem, facts } = found;
  const page = bench.texts.has(`answers/${tool}`, problem) ? `answers/${tool}` : 'answers/problems';
  const text = `REFUSED ${problem} · ${bench.texts.say(page, problem, facts)}`;
  return { text, structured: { status: 'refused', code: problem, ...facts }, isError: true };
}
