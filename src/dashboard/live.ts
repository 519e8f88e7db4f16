import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveEvent } from './api.js';
import { reachOf, type DashboardDesk } from './desk.js';

/** How often it is looked whether something was stored, while somebody listens. */
const lookMs = 500;
/** A sign of life comes at least so often, so that a page knows that it still hears. */
const beatMs = 15_000;

/** What to read again when the store moved on. */
const moved: readonly LiveEvent[] = ['now', 'takes', 'money', 'workflow', 'rules'];

/** Tells open pages what to read again, whichever process stored it, until they are shut out. */
export function liveRoutes(desk: DashboardDesk): Hono {
  const { ports } = desk;
  const { store, project } = ports;
  const routes = new Hono();
  routes.get('/live', (context) =>
    streamSSE(context, async (stream) => {
      let stamp = await stampOf(() => store.stamp(project));
      let beatAt = ports.clock();
      await stream.writeSSE({ event: 'beat', data: '' });
      while (!stream.aborted && !stream.closed && reachOf(desk, context) !== 'none') {
        await stream.sleep(lookMs);
        const next = await stampOf(() => store.stamp(project));
        const events: readonly LiveEvent[] = next === stamp ? [] : moved;
        for (const event of events) await stream.writeSSE({ event, data: '' });
        if (events.length === 0 && ports.clock() - beatAt < beatMs) continue;
        if (events.length === 0) await stream.writeSSE({ event: 'beat', data: '' });
        [stamp, beatAt] = [next, ports.clock()];
      }
    }),
  );
  return routes;
}

/** A store that is busy or gone for a moment ends no page: it is asked again. */
async function stampOf(read: () => Promise<string>): Promise<string> {
  return createHash('sha256')
    .update(await read().catch(() => ''))
    .digest('hex');
}
