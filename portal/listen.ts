import { isIPv4 } from 'node:net';
import { serve } from '@hono/node-server';
import type { RunningPortal } from './server.ts';

/** Where a portal is reached: `urlAs('shop')` is `http://shop.localhost:PORT`, another origin of the same portal, for hosts of 127.0.0.0/8. */
export type Listening = {
  readonly url: string;
  readonly port: number;
  readonly urlAs: (name: string) => string;
  /** Stops listening; the database closes with the last of a portal's ports. */
  readonly close: () => Promise<void>;
};

const openPorts = new WeakMap<RunningPortal, number>();

const count = (portal: RunningPortal, change: 1 | -1): number => {
  const now = (openPorts.get(portal) ?? 0) + change;
  openPorts.set(portal, now);
  return now;
};

/** Serves a portal; port 0 takes a free one. One portal may be served on several ports. Rejects when the port is taken. */
export const listen = (
  portal: RunningPortal,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch: portal.app.fetch, port, hostname: host }, (info) => {
      count(portal, 1);
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${info.port}`,
        port: info.port,
        urlAs: (name) => `http://${name}.localhost:${info.port}`,
        close: () =>
          new Promise((done) => {
            server.close(() => {
              if (count(portal, -1) === 0) portal.close();
              done();
            });
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });

/**
 * Says why `listen` rejected, in a sentence that names the way out.
 * @param command what the customer typed, which takes `--port`
 */
export const listenProblem = (error: unknown, port: number, command: string): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  if (code !== 'EADDRINUSE') return `Port ${port} cannot be opened (${code}). Another one: ${command} -- --port 8711`;
  const wayOut = `End that one, or take another port: ${command} -- --port ${port === 8711 ? 8712 : 8711}`;
  return `Port ${port} is taken, perhaps by another "npm start" or "npm run portal". ${wayOut}`;
};

/** Reads a port number as typed: 0 (any free one) to 65535, or `undefined`. */
export const portOf = (typed: string): number | undefined =>
  /^\d{1,5}$/.test(typed) && Number(typed) <= 65_535 ? Number(typed) : undefined;

/** Whether an address is one that only this computer reaches. */
export const isOwnAddress = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
