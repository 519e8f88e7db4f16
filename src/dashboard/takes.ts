import { Hono } from 'hono';
import { diffWordsWithSpace } from 'diff';
import { z } from 'zod';
import { feedbackSchema } from '../model/feedback.js';
import type { Take } from '../model/take.js';
import { counts, isWaiting } from '../model/takes.js';
import { difference } from '../prompt/difference.js';
import { featuresOfTake } from '../prompt/features-of.js';
import { isProblem } from '../gate/flow/desk.js';
import type { DifferencePart, TakeDetail, TakePage } from './api.js';
import { strengthOf, type DashboardDesk } from './desk.js';
import type { Picture } from './picture.js';
import { readBody } from './read-body.js';
import { takeView } from './take-view.js';
import { refuse } from './trouble.js';

const querySchema = z.object({
  shot: z.string().max(200).optional(),
  phase: z.string().max(40).optional(),
  state: z.string().max(40).optional(),
  verdict: z.enum(['approve', 'refine', 'reject', 'another', 'none']).optional(),
  q: z.string().max(200).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(60),
});

const wordSchema = z.strictObject({
  verdict: feedbackSchema.shape.verdict,
  note: z.string().trim().max(2000).optional(),
});

/** Longest prompts that are compared word by word. */
const longestCompared = 8000;

/** Takes page by page, one take whole, and a word on it. */
export function takeRoutes(desk: DashboardDesk, picture: Picture): Hono {
  const { ports } = desk;
  const { texts } = ports;
  const routes = new Hono();
  routes
    .get('/', async (context) => {
      const query = querySchema.safeParse(context.req.query());
      if (!query.success) {
        const problems = query.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
        return refuse(context, texts, { problem: 'bad-request', facts: { problems } });
      }
      return context.json(pageOf(await picture.takes(), query.data));
    })
    .get('/:id', async (context) => {
      const detail = await detailOf(picture, context.req.param('id'));
      if (detail !== undefined) return context.json(detail);
      return refuse(context, texts, { problem: 'no-such-take', facts: { take: context.req.param('id') } });
    })
    .post('/:id/feedback', async (context) => {
      const read = await readBody(context, wordSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      const id = context.req.param('id');
      const word = feedbackSchema.parse({ verdict: read.body.verdict, note: read.body.note ?? '' });
      const problem = await ports.giveFeedback(id, word, await strengthOf(desk));
      if (problem !== undefined) return refuse(context, texts, problem);
      return context.json(await detailOf(picture, id));
    });
  return routes;
}

function pageOf(newestFirst: readonly Take[], query: z.output<typeof querySchema>): TakePage {
  const { shot, phase, state, verdict, q, before, limit } = query;
  const wanted = q?.toLowerCase();
  const passed = newestFirst.filter((take) => {
    if (shot !== undefined && take.shot !== shot) return false;
    if (phase !== undefined && take.phase !== phase) return false;
    if (state !== undefined && take.state !== state) return false;
    if (verdict === 'none' ? !isWaiting(take) : verdict !== undefined && take.feedback?.verdict !== verdict) {
      return false;
    }
    return wanted === undefined || `${take.prompt}\n${take.model ?? ''}\n${take.tool}`.toLowerCase().includes(wanted);
  });
  const start = before === undefined ? 0 : passed.findIndex(({ id }) => id === before) + 1;
  const page = passed.slice(start, start + limit);
  const isLast = start + limit >= passed.length;
  return { takes: page.map(takeView), total: passed.length, next: isLast ? null : (page.at(-1)?.id ?? null) };
}

async function detailOf(picture: Picture, id: string): Promise<TakeDetail | undefined> {
  const takes = await picture.takes();
  const at = takes.findIndex((take) => take.id === id);
  const take = takes[at];
  if (take === undefined) return undefined;
  const previous = takes.slice(at + 1).find((other) => other.shot === take.shot && counts(other));
  const from = (take.madeFrom ?? []).flatMap((source) => takes.find((other) => other.id === source) ?? []);
  const into = takes.filter(({ madeFrom = [] }) => madeFrom.includes(id));
  return {
    ...takeView(take),
    negativePrompt: take.negativePrompt,
    seed: take.seed ?? null,
    arguments: take.arguments,
    costSource: take.costSource ?? null,
    previous: previous === undefined ? null : { take: previous.id, ...comparison(previous, take) },
    lineage: { from: from.map(takeView), into: into.map(takeView) },
  };
}

function comparison(before: Take, after: Take): { parts: DifferencePart[]; words: string } {
  const { why } = difference(featuresOfTake(before), featuresOfTake(after));
  const [old, fresh] = [before.prompt.slice(0, longestCompared), after.prompt.slice(0, longestCompared)];
  const parts = diffWordsWithSpace(old, fresh).map(({ value, added, removed }): DifferencePart => {
    return { kind: added ? 'in' : removed ? 'out' : 'same', text: value };
  });
  return { parts, words: why };
}
