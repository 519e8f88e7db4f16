import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { isProblem, type FlowProblem } from '../gate/flow/desk.js';
import type { ToolEntry, TrustEntry } from './api.js';
import { strengthOf, type DashboardDesk } from './desk.js';
import { readBody } from './read-body.js';
import { refuse } from './trouble.js';

const levelSchema = z.strictObject({ code: z.string().min(1).max(100), level: z.string().min(1).max(20) });

const toolSchema = z.strictObject({
  cost: z.enum(['free', 'paid']),
  kind: z.string().max(40).optional(),
  credits: z.number().nonnegative().max(1e9).optional(),
  unit: z.string().max(40).optional(),
});

const nothing = z.strictObject({}) satisfies z.ZodType<TrustEntry>;

/** Rules with their levels, servers with their tools: looked at, and set as the person wants them. */
export function settingsRoutes(desk: DashboardDesk): Hono {
  const { ports } = desk;
  const { texts } = ports;
  const answer = async (context: Context, problem: FlowProblem | undefined, page: () => Promise<object>) =>
    problem === undefined ? context.json(await page()) : refuse(context, texts, problem);
  const routes = new Hono();
  routes
    .get('/rules', async (context) => context.json(await ports.rules()))
    .post('/rules', async (context) => {
      const read = await readBody(context, levelSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      return answer(context, await ports.setLevel(read.body, await strengthOf(desk)), ports.rules);
    })
    .get('/servers', async (context) => context.json(await ports.servers()))
    .post('/servers/:server/tools/:tool', async (context) => {
      const read = await readBody(context, toolSchema);
      if (isProblem(read)) return refuse(context, texts, read);
      const { server, tool } = context.req.param();
      return answer(
        context,
        await ports.settleTool(server, tool, entryOf(read.body), await strengthOf(desk)),
        ports.servers,
      );
    })
    .post('/servers/:server/tools/:tool/trust', async (context) => {
      const read = await readBody(context, nothing);
      if (isProblem(read)) return refuse(context, texts, read);
      const { server, tool } = context.req.param();
      return answer(context, await ports.trustTool(server, tool, await strengthOf(desk)), ports.servers);
    });
  return routes;
}

function entryOf({ cost, kind, credits, unit }: z.output<typeof toolSchema>): ToolEntry {
  return {
    cost,
    ...(kind === undefined ? {} : { kind }),
    ...(credits === undefined ? {} : { credits }),
    ...(unit === undefined ? {} : { unit }),
  };
}
