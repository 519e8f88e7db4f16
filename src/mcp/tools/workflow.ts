import { z } from 'zod';
import { workflowFrontSchema } from '../../model/workflow.js';
import { loadWorkflow, prefillBrief, saveWorkflow } from '../../gate/flow/workflow.js';
import { isProblem } from '../../gate/flow/desk.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import type { OwnToolResult } from './tool.js';

const actions = ['list', 'load', 'save', 'export'] as const;

/** Saves the way of working as a document and loads it in a later session, so that nothing is explained twice. */
export const workflowTool = deskTool({
  name: 'workflow',
  title: 'Save or load a way of working',
  input: z.object({
    action: z.enum(actions).default('list'),
    name: workflowFrontSchema.shape.name.optional(),
    version: z.int().min(1).optional().describe('for load and export; the newest when left out'),
    document: workflowFrontSchema.partial().omit({ name: true }).optional().describe('for save; the rest is filled in'),
    body: z.string().max(50_000).default('').describe('for save: notes in Markdown'),
  }),
  output: z.looseObject({ status: z.string().optional(), name: z.string().optional(), version: z.number().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(args, bench) {
    if (args.action === 'list') return list(bench);
    if (args.name === undefined) return sayProblem(bench, 'workflow', { problem: 'name-missing', facts: {} });
    if (args.action === 'save') {
      const given = args.document ?? {};
      const saved = await saveWorkflow(bench.desk, { ...given, name: args.name }, args.body);
      const facts = { version: saved.version, name: args.name };
      return {
        text: bench.texts.say('answers/workflow', 'saved', facts),
        structured: { status: 'saved', name: args.name, version: saved.version, state: saved.state },
      };
    }
    const found = await loadWorkflow(bench.desk, args.name, args.version);
    if (isProblem(found)) return sayProblem(bench, 'workflow', found);
    const document = bench.workflowText(found);
    const brief = args.action === 'load' ? await prefillBrief(bench.desk, found) : undefined;
    const steps = found.front.plan.length;
    const facts = { version: found.version, name: args.name, document, brief: brief?.id, steps };
    return {
      text: bench.texts.say('answers/workflow', args.action === 'load' ? 'loaded' : 'exported', facts),
      structured: {
        ...found.front,
        status: args.action,
        version: found.version,
        document,
        prefilled: brief?.id ?? null,
      },
    };
  },
});

async function list(bench: Bench): Promise<OwnToolResult> {
  const documents = await bench.desk.ports.store.workflows();
  const lines = documents.map((document) =>
    bench.texts.say('answers/workflow', 'line', {
      ...document.front,
      version: document.version,
      state: document.state,
    }),
  );
  const head = bench.texts.say('answers/workflow', documents.length === 0 ? 'none' : 'list', {});
  return {
    text: [head, ...lines].join('\n'),
    structured: {
      workflows: documents.map(({ front, version, state }) => ({
        name: front.name,
        title: front.title,
        version,
        state,
      })),
    },
  };
}
