import { z } from 'zod';
import { isApp, workflowFrontSchema, type Workflow } from '../../model/workflow.js';
import { runWorkflow } from '../../gate/flow/run-workflow.js';
import { loadWorkflow, prefillBrief, saveWorkflow, type SavedWorkflow } from '../../gate/flow/workflow.js';
import { isProblem } from '../../gate/flow/desk.js';
import { deskTool, sayProblem, type Bench } from '../desk-tool.js';
import { sayPlan } from '../plan-answer.js';
import type { OwnToolResult } from './tool.js';

const actions = ['list', 'load', 'run', 'save', 'export'] as const;
const page = 'answers/workflow';

/** Saves the way of working as a document, loads it in a later session, and plans a new run of it from its inputs. */
export const workflowTool = deskTool({
  name: 'workflow',
  title: 'Save, load or run a way of working',
  input: z.object({
    action: z.enum(actions).optional().describe('default: run with inputs, else list'),
    name: workflowFrontSchema.shape.name.optional(),
    version: z.int().min(1).optional().describe('the newest when left out'),
    inputs: z
      .record(z.string().max(40), z.union([z.string().max(4000), z.number()]))
      .optional()
      .describe('for run: a value for each input of the document'),
    document: workflowFrontSchema
      .partial()
      .omit({ name: true, proven: true })
      .optional()
      .describe('for save; the rest is filled in'),
    body: z.string().max(50_000).default('').describe('for save: notes in Markdown'),
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ status: z.string().optional(), name: z.string().optional(), version: z.number().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
  async run(args, bench) {
    const { name, version, inputs, session } = args;
    const action = args.action ?? (inputs === undefined ? 'list' : 'run');
    if (action === 'list') return list(bench);
    if (name === undefined) return sayProblem(bench, 'workflow', { problem: 'name-missing', facts: {} });
    if (action === 'run') return run(bench, { name, version, inputs: inputs ?? {}, session });
    if (action === 'save') {
      return saySaved(bench, await saveWorkflow(bench.desk, { ...args.document, name }, args.body));
    }
    const found = await loadWorkflow(bench.desk, name, version);
    return isProblem(found) ? sayProblem(bench, 'workflow', found) : show(bench, found, action);
  },
});

async function show(bench: Bench, found: Workflow, action: 'load' | 'export'): Promise<OwnToolResult> {
  const { name, version, front } = found;
  const document = bench.workflowText(found);
  const hasInputs = front.inputs.length > 0;
  const brief = action === 'load' && !hasInputs ? await prefillBrief(bench.desk, found) : undefined;
  const facts = {
    version,
    name,
    document,
    brief: brief?.id,
    steps: front.plan.length,
    inputs: inputLines(bench, found),
  };
  const section = action === 'export' ? 'exported' : hasInputs ? 'loaded-inputs' : 'loaded';
  return {
    text: bench.texts.say(page, section, facts),
    structured: { ...front, status: action, version, document, app: isApp(found), prefilled: brief?.id ?? null },
  };
}

async function run(bench: Bench, input: Parameters<typeof runWorkflow>[1]): Promise<OwnToolResult> {
  const ran = await runWorkflow(bench.desk, input);
  if (isProblem(ran)) return sayProblem(bench, ran.problem === 'bad-plan' ? 'plan' : 'workflow', ran);
  const { document, made, brief } = ran;
  const { name, version, state } = document;
  const plan = await sayPlan(bench, made);
  const facts = { name, version, state, brief: brief?.version };
  return {
    ...plan,
    text: `${bench.texts.say(page, isApp(document) ? 'ran-app' : 'ran-trial', facts)}\n${plan.text}`,
    structured: {
      ...plan.structured,
      workflow: { name, version, state, app: isApp(document) },
      brief: brief?.id ?? null,
    },
  };
}

function saySaved(bench: Bench, { document, proof }: SavedWorkflow): OwnToolResult {
  const { name, version, state } = document;
  const app = isApp(document);
  const lines = [bench.texts.say(page, 'saved', { name, version })];
  if (app) lines.push(bench.texts.say(page, 'saved-app', { name, inputs: inputLines(bench, document) }));
  const unproven = 'unproven' in proof ? proof.unproven : undefined;
  if (unproven !== undefined && document.front.inputs.length > 0) {
    const inputs = unproven.inputs.map((fault) => ({ ...fault, [fault.why]: true }));
    lines.push(bench.texts.say(page, 'no-app', { ...unproven, inputs }));
  }
  return {
    text: lines.join('\n'),
    structured: { status: 'saved', name, version, state, app, unproven: unproven ?? null },
  };
}

/** What a run must be told, each input in a few words. */
function inputLines(bench: Bench, { front }: Workflow): string {
  const lines = front.inputs.map((input) => ({ ...input, isNumber: input.kind === 'number' }));
  return lines.map((input) => bench.texts.say(page, 'input', input)).join('; ');
}

async function list(bench: Bench): Promise<OwnToolResult> {
  const documents = await bench.desk.ports.store.workflows();
  const lines = documents.map((document) => {
    const { front, version, state } = document;
    return bench.texts.say(page, 'line', {
      ...front,
      version,
      state,
      app: isApp(document),
      needs: inputLines(bench, document),
    });
  });
  const head = bench.texts.say(page, documents.length === 0 ? 'none' : 'list', {});
  return {
    text: [head, ...lines].join('\n'),
    structured: {
      workflows: documents.map((document) => ({
        name: document.front.name,
        title: document.front.title,
        version: document.version,
        state: document.state,
        app: isApp(document),
        inputs: document.front.inputs,
      })),
    },
  };
}
