import { serve } from '@hono/node-server';
import type { RunningPortal } from './server.ts';

/** Where a portal is reached, and how to stop it (the database too). */
export type Listening = { readonly url: string; readonly port: number; readonly close: () => Promise<void> };

/** Serves a portal; port 0 takes a free one. Rejects when the port is taken. */
export const listen = (
  portal: RunningPortal,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: portal.app.fetch, port, hostname: host }, (info) => {
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              portal.close();
              done();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
