import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '../gate/log-port.js';
import { assetRoutes } from './assets.js';
import { letIn, type DashboardDesk } from './desk.js';
import { doorRoutes } from './door-routes.js';
import { Door } from './door.js';
import { liveRoutes } from './live.js';
import { lookRoutes } from './look-routes.js';
import { nowRoutes } from './now.js';
import { Picture } from './picture.js';
import type { DashboardPorts } from './ports.js';
import { settingsRoutes } from './settings-routes.js';
import { shield } from './shield.js';
import { takeRoutes } from './takes.js';
import { refuse } from './trouble.js';
import { workflowRoutes } from './workflow.js';

/** Largest body that is read, in bytes: the longest note and prompt, with their JSON. */
const mostBytes = 64 * 1024;

/** The dashboard as one handler of requests: the page, its routes, and the door before them. */
export function dashboardApp(ports: DashboardPorts, log: Log): Hono {
  const { texts } = ports;
  const desk: DashboardDesk = { ports, door: new Door(ports.store, ports.person, ports.clock) };
  const picture = new Picture(ports);
  const app = new Hono();
  app.use(shield(texts));
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (context) => refuse(context, texts, { problem: 'too-large', facts: { kilobytes: mostBytes / 1024 } }),
    }),
  );
  app.route('/api/door', doorRoutes(desk));
  app.use('/api/*', letIn(desk));
  app.use('/assets/*', letIn(desk));
  app.route('/api/takes', takeRoutes(desk, picture));
  app.route('/api/workflow', workflowRoutes(desk, picture));
  app.route('/api', nowRoutes(desk));
  app.route('/api', liveRoutes(desk));
  app.route('/api', settingsRoutes(desk));
  app.route('/api', lookRoutes(desk, picture));
  app.route('/assets', assetRoutes(desk));
  for (const [name, { bytes, type }] of ports.page) {
    const answer = (): Response => new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
    app.get(name === 'index.html' ? '/' : `/${name}`, answer);
  }
  app.notFound((context) => refuse(context, texts, { problem: 'no-such-page', facts: {} }));
  app.onError((error, context) => {
    log.error({ error: String(error) }, 'a request to the dashboard failed');
    return refuse(context, texts, { problem: 'broken', facts: { why: error.name } });
  });
  return app;
}
