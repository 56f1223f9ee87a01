import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { keyUriOf } from './key-uri.ts';
import { qrPng } from './qr-picture.ts';
import { helpRoutes } from './routes/help.ts';
import { loginRoutes } from './routes/login.ts';
import { securityRoutes } from './routes/security.ts';
import { staffRoutes } from './routes/staff.ts';
import { customerById } from './store/customers.ts';
import { openDatabase } from './store/database.ts';
import { pendingSecret, pictureOwner } from './store/enrolment.ts';
import { usualHashCost } from './store/slow-hash.ts';
import type { Surroundings } from './surroundings.ts';
import { codeBoxDocument } from './views/code-box.ts';
import { boundBody, type Environment, guardHeaders, type Portal, withSession } from './web.ts';

/** What a portal is made from; everything but the database's path has a sensible default. */
export type PortalOptions = Partial<Surroundings> & {
  readonly databasePath: string;
  /** Takes one line a request (method, path without query, status); never a body, a query or a secret. */
  readonly log?: (line: string) => void;
  /** Lets queries choose how pages look, for tests. */
  readonly variants?: boolean;
};

/** A portal that can answer requests, until `close` closes its database. */
export type RunningPortal = { readonly app: Hono<Environment>; readonly state: Portal; readonly close: () => void };

const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

const assets = [
  ['portal.css', 'text/css; charset=utf-8'],
  ['portal.js', 'text/javascript; charset=utf-8'],
] as const;

// A picture's address is its key, so the log must not hold it.
const loggable = (path: string): string => path.replace(/^\/picture\/.*/, '/picture/…').slice(0, 100);

/** Builds the customer area on the SQLite file at `databasePath` (made when missing; `:memory:` for tests). */
export const createPortal = (options: PortalOptions): RunningPortal => {
  const database = openDatabase(options.databasePath);
  const log = options.log ?? (() => {});
  const clock = options.clock ?? Date.now;
  const state: Portal = {
    database,
    clock,
    random: options.random ?? random,
    hashCost: options.hashCost ?? usualHashCost,
    variants: options.variants ?? false,
  };
  const app = new Hono<Environment>();

  app.use(async (c, next) => {
    await next();
    // The time that its verifier goes by, so that a customer can compare clocks (RFC 9110 §6.6.1).
    c.header('Date', new Date(clock()).toUTCString());
    log(`${c.req.method} ${loggable(c.req.path)} ${c.res.status}`);
  });
  app.onError((error, c) => {
    log(`${c.req.method} ${loggable(c.req.path)} failed: ${error.name}`);
    return c.text('Something went wrong on our side.', 500);
  });
  app.use(guardHeaders, boundBody);
  for (const [name, type] of assets) {
    const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
    app.get(`/assets/${name}`, (c) => c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
  }
  app.get('/favicon.ico', (c) => c.body(null, 204));
  if (state.variants) {
    app.get('/code-box', (c) => c.html(codeBoxDocument()));
    app.get('/picture/:name{[A-Za-z0-9_-]{43}\\.png}', (c) => {
      const owner = pictureOwner(database, c.req.param('name').slice(0, -4), clock());
      const secret = owner === undefined ? undefined : pendingSecret(database, owner, clock());
      if (owner === undefined || secret === undefined) return c.notFound();
      const picture = qrPng(keyUriOf(secret, customerById(database, owner).email));
      return c.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/png' });
    });
  }
  app.use(withSession(state));
  app.route('/', staffRoutes(state));
  app.route('/', helpRoutes(state));
  app.route('/', loginRoutes(state));
  app.route('/', securityRoutes(state));
  return { app, state, close: () => database.close() };
};
