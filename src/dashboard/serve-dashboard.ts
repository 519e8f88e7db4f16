import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';

/** A dashboard that answers. */
export interface RunningDashboard {
  /** Its address, without any secret: whoever opens it meets the door. */
  readonly url: string;
  close(): Promise<void>;
}

/** The one address that it listens on: nothing outside this machine reaches it. */
const loopback = '127.0.0.1';

/**
 * Listens on this machine only.
 * @param port 0 takes any free one
 * @throws Error of the system, e.g. `EADDRINUSE`.
 */
export function serveDashboard(app: Hono, port: number): Promise<RunningDashboard> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: loopback, port }, ({ port: taken }: AddressInfo) => {
      resolve({
        url: `http://${loopback}:${String(taken)}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // Pages that listen would keep it open.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
