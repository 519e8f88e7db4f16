import { sayCall } from './feedback/call-text.js';
import { sayFinding } from './feedback/finding-text.js';
import { parseLibrary, readLibrary } from './feedback/prompt-library.js';
import { reportData } from './feedback/report-data.js';
import { reportText } from './feedback/report-text.js';
import { forAgents } from './feedback/report-view.js';
import { workflowText } from './feedback/workflow-text.js';
import type { ToolContext } from './gate/call-port.js';
import { lapsingSoon } from './gate/flow/lapses.js';
import { reportOf, type ReportTerms } from './gate/flow/report.js';
import type { Gate } from './gate/gate.js';
import type { ToolView } from './gate/lens.js';
import type { Caller, GatePorts } from './gate/ports.js';
import type { Texts } from './gate/texts-port.js';
import type { Bench } from './mcp/desk-tool.js';
import type { LibraryPrompt } from './model/library-prompt.js';
import type { JsonObject } from './model/json.js';
import type { ReceiptForm } from './model/receipt-form.js';
import type { Asset } from './model/take.js';
import { ownSchemas } from './mcp/own-schemas.js';
import { ownTools } from './mcp/tools/index.js';
import type { OwnTool } from './mcp/tools/tool.js';

/** What the own tools of both doors, the gateway and the library, are bound to. */
export interface DeskParts {
  readonly gate: Gate;
  readonly ports: GatePorts;
  readonly project: string;
  readonly texts: Texts;
  readonly terms: ReportTerms;
  /** Every paid tool that can be planned with, under the name the agent sees. */
  readonly paidTools: () => Promise<readonly ToolView[]>;
  readonly callerOf: (context: ToolContext) => Caller;
  /** The blocks that show a kept output. Left out: none are shown. */
  readonly show?: ((asset: Asset) => Promise<readonly JsonObject[]>) | undefined;
  /** How much is said of a call that was made. */
  readonly receipts: ReceiptForm;
  /** Address of the page on which the person decides a request. Left out: there is none. */
  readonly pageOf?: ((approval: string) => string | undefined) | undefined;
  /** File of the person's own prompts. */
  readonly promptFile?: string | undefined;
}

/** The own tools, described in their own words and bound to one engine. */
export function bindOwnTools(parts: DeskParts): readonly OwnTool[] {
  return ownTools.map((tool) => ({
    ...tool,
    description: parts.texts.page(`tools/${tool.name}`),
    schemas: ownSchemas[tool.name],
    run: async (args, context) => tool.run(args, await benchFor(parts, context)),
  }));
}

/**
 * What the agent is told at the start: saved workflows are named, so that it loads one instead of asking again, and credits
 * that are about to lapse.
 */
export async function instructionsOf(parts: Pick<DeskParts, 'ports' | 'texts'>): Promise<string> {
  const documents = await parts.ports.store.workflows();
  const workflows = documents.slice(0, 10).map((document) => document.front.name);
  const lapsing = await lapsingSoon(parts.ports);
  return parts.texts.page('instructions', { workflows: workflows.join(', '), lapsing }).slice(0, 4000);
}

async function benchFor(parts: DeskParts, context: ToolContext): Promise<Bench> {
  const { gate, ports, texts, project } = parts;
  const byName = new Map((await parts.paidTools()).map((view) => [view.exposed, view]));
  return {
    desk: {
      ports,
      caller: parts.callerOf(context),
      findTool: (exposed) => byName.get(exposed),
      toolNames: () => [...byName.keys()],
    },
    gate,
    texts,
    sayFinding: (finding) => sayFinding(texts, finding),
    sayCall: (answer) => sayCall(texts, answer, parts.receipts, parts.pageOf),
    pageOf: parts.pageOf ?? (() => undefined),
    reportText: async (by) => {
      const report = await reportOf(ports.store, project, parts.terms, ports.clock());
      const view = { ...forAgents, by };
      return { text: reportText(texts, report, view), data: reportData(report, view) };
    },
    show: parts.show ?? (() => Promise.resolve([])),
    workflowText,
    libraries: () => librariesOf(parts),
    context,
  };
}

/** The person's own prompts, read anew so that what was added counts at once, and the starters. */
function librariesOf({ texts, ports, promptFile }: DeskParts): readonly (readonly LibraryPrompt[])[] {
  const own = promptFile === undefined ? { prompts: [], problems: [] } : readLibrary(promptFile);
  if (own.problems.length > 0) {
    ports.warn('some of the person’s own prompts cannot be read', { problems: own.problems });
  }
  return [own.prompts, parseLibrary(texts.page('library/starter'), false).prompts];
}
