import { diffLines } from 'diff';
import { Hono } from 'hono';
import { z } from 'zod';
import { toCredits } from '../model/credits.js';
import type { Brief } from '../model/brief.js';
import type { Plan } from '../model/plan.js';
import type { Take } from '../model/take.js';
import { counts, isApproved } from '../model/takes.js';
import type { Workflow } from '../model/workflow.js';
import { isProblem } from '../gate/flow/desk.js';
import type { AcceptEntry, DifferencePart, WorkflowDocument, WorkflowPage } from './api.js';
import type { DashboardDesk } from './desk.js';
import type { Picture } from './picture.js';
import { readBody } from './read-body.js';
import { isoTime } from './take-view.js';
import { refuse } from './trouble.js';

const acceptSchema = z.strictObject({ version: z.int().min(1) }) satisfies z.ZodType<AcceptEntry>;

const version = z.coerce.number().int().min(1).optional();
const documentQuery = z.object({ version, against: version });

/** Prompts of the library that are shown, the newest approved first. */
const mostPrompts = 100;

/** Brief, plan, documents with their versions, and prompts that were approved. */
export function workflowRoutes(desk: DashboardDesk, picture: Picture): Hono {
  const { store, texts, project, clock } = desk.ports;
  const page = async (): Promise<WorkflowPage> => {
    const [brief, plan, takes, documents] = await Promise.all([
      store.latestBrief(project),
      store.latestPlan(project),
      picture.takes(),
      store.workflows(),
    ]);
    return {
      brief: brief === undefined ? null : briefView(brief),
      plan: plan === undefined ? null : planView(plan, takes),
      documents: await Promise.all(documents.map((document) => versionsOf(desk, document))),
      prompts: promptsOf(takes),
    };
  };
  const routes = new Hono();
  routes
    .get('/', async (context) => context.json(await page()))
    .get('/:name', async (context) => {
      const name = context.req.param('name');
      const query = documentQuery.safeParse(context.req.query());
      if (!query.success) return refuse(context, texts, { problem: 'bad-request', facts: { problems: ['version'] } });
      const found = await documentOf(desk, name, query.data);
      if (found === undefined) return refuse(context, texts, { problem: 'no-such-workflow', facts: { name } });
      return context.json(found);
    })
    .post('/:name/accept', async (context) => {
      const read = await readBody(context, acceptSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      const name = context.req.param('name');
      const newest = await store.workflow(name);
      if (newest === undefined) return refuse(context, texts, { problem: 'no-such-workflow', facts: { name } });
      if (newest.version !== read.body.version || newest.state === 'accepted') {
        return refuse(context, texts, { problem: 'workflow-moved', facts: { name, version: newest.version } });
      }
      await store.saveWorkflow(project, { front: newest.front, body: newest.body, state: 'accepted', at: clock() });
      return context.json(await page());
    });
  return routes;
}

function briefView({ goal, audience, tone, constraints, directions, chosen, why }: Brief): WorkflowPage['brief'] {
  const lines = [
    { name: 'audience', text: audience },
    { name: 'tone', text: tone },
    ...constraints.map((text) => ({ name: 'constraint', text })),
    ...directions.map(({ name, idea }) => ({
      name: name === chosen ? 'chosen' : 'direction',
      text: `${name}: ${idea}`,
    })),
    { name: 'why', text: why },
  ];
  return { title: goal, lines };
}

function planView({ version: number, total, style, items }: Plan, takes: readonly Take[]): WorkflowPage['plan'] {
  return {
    ...{ version: number, total: toCredits(total), style: style ?? null },
    items: items.map(({ id, shot, phase, purpose, model, prompt, count, estimate }) => ({
      ...{ item: id, shot, phase, purpose, model: model ?? null, prompt, count },
      estimate: estimate === undefined ? null : toCredits(estimate),
      made: takes.filter((take) => take.item === id && counts(take)).length,
    })),
  };
}

async function versionsOf({ ports }: DashboardDesk, { front, version: newest }: Workflow) {
  const numbers = Array.from({ length: newest }, (_, index) => newest - index);
  const all = await Promise.all(numbers.map((number) => ports.store.workflow(front.name, number)));
  const versions = all.flatMap((document) => {
    if (document === undefined) return [];
    const isDraft = document.state === 'draft';
    return [{ version: document.version, at: isoTime(document.at), by: isDraft ? 'agent' : 'person', draft: isDraft }];
  });
  return { name: front.name, versions };
}

async function documentOf(
  { ports }: DashboardDesk,
  name: string,
  query: z.output<typeof documentQuery>,
): Promise<WorkflowDocument | undefined> {
  const document = await ports.store.workflow(name, query.version);
  if (document === undefined) return undefined;
  const before = query.against === undefined ? undefined : await ports.store.workflow(name, query.against);
  const text = ports.workflowText(document);
  return {
    ...{ name, version: document.version, draft: document.state === 'draft', text },
    changes: before === undefined ? null : partsOf(ports.workflowText(before), text),
  };
}

function partsOf(before: string, after: string): DifferencePart[] {
  return diffLines(before, after).map(({ value, added, removed }) => {
    return { kind: added ? 'in' : removed ? 'out' : 'same', text: value };
  });
}

function promptsOf(newestFirst: readonly Take[]): WorkflowPage['prompts'] {
  const approved = newestFirst.filter((take) => isApproved(take) && take.prompt.trim() !== '');
  const byKey = new Map(approved.map((take) => [take.promptKey, take]));
  return [...byKey.values()].slice(0, mostPrompts).map(({ prompt, kind, model, project, paid }) => {
    return { prompt, kind, model: model ?? null, project, paid: toCredits(paid) };
  });
}
