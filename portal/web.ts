import type { DatabaseSync } from 'node:sqlite';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { findSession, isCsrfToken, type Session, startSession } from './store/sessions.ts';
import type { Surroundings } from './surroundings.ts';
import { plain, toVariant, type Variant } from './variants.ts';
import { tooOldPage } from './views/layout.ts';

/** What every route may use. */
export type Portal = Surroundings & { readonly database: DatabaseSync; readonly variants: boolean };

/** What the middleware leaves in a request's context. */
export type Environment = { Variables: { session: Session; sessionToken: string; form: (name: string) => string } };

/** A request's context. */
export type PortalContext = Context<Environment>;

// Cookies know no port, so two portals on one host would end each other's sessions without it in the name.
const cookieName = (c: PortalContext): string => {
  const { port } = new URL(c.req.url);
  return `${c.req.path.startsWith('/staff') ? 'harbour_desk' : 'harbour_session'}${port === '' ? '' : `_${port}`}`;
};

/** Puts a new session in the cookie; the old token in the browser is overwritten. */
export const setSession = (c: PortalContext, portal: Portal, session: Session): string => {
  const token = startSession(portal.database, portal, session);
  setCookie(c, cookieName(c), token, { httpOnly: true, sameSite: 'Lax', path: '/' });
  c.set('session', session);
  c.set('sessionToken', token);
  return token;
};

/** Takes the session's cookie away. */
export const clearSession = (c: PortalContext): void => {
  deleteCookie(c, cookieName(c), { path: '/' });
};

const isLoopback = (host: string): boolean =>
  /^(?:localhost|[a-z0-9.-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i.test(host);

/** Answers only to loopback names (a page elsewhere may point its own name here), with headers that keep pages private. */
export const guardHeaders: MiddlewareHandler<Environment> = async (c, next) => {
  if (!isLoopback(new URL(c.req.url).host)) return c.text('Unknown host.', 421);
  await next();
  const image = new URL(c.req.url).port;
  const elsewhere = image === '' ? '' : ` http://pictures.localhost:${image}`;
  c.header(
    'Content-Security-Policy',
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:${elsewhere}; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'`,
  );
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Referrer-Policy', 'same-origin');
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  return;
};

/** Bounds bodies at 64 KiB; a longer one is answered with 413. */
export const boundBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: (c) => c.text('What was sent is too long, so it was not used. Nothing has changed.', 413),
});

/** Finds or starts the session; reads a posted form and refuses one without the session's CSRF token. */
export const withSession =
  (portal: Portal): MiddlewareHandler<Environment> =>
  async (c, next) => {
    const token = getCookie(c, cookieName(c));
    const session = token === undefined ? undefined : findSession(portal.database, token, portal.clock());
    if (token !== undefined && session !== undefined) {
      c.set('session', session);
      c.set('sessionToken', token);
    }
    if (c.req.method === 'POST') {
      const body = await c.req.parseBody().catch(() => undefined);
      if (body === undefined) return c.text('This form could not be read. Nothing has changed.', 400);
      const form = (name: string): string => {
        const value = body[name];
        return typeof value === 'string' ? value : '';
      };
      c.set('form', form);
      if (token === undefined || session === undefined || !isCsrfToken(form('token'), token)) {
        return c.html(tooOldPage(c.req.path.startsWith('/staff') ? '/staff' : '/'), 403);
      }
    } else if (session === undefined) {
      setSession(c, portal, { stage: 'anonymous' });
    }
    await next();
    return;
  };

/** The wanted look: from the form, else the query; always the plain one unless the portal was started for tests. */
export const variantOf = (c: PortalContext, portal: Portal): Variant => {
  if (!portal.variants) return plain;
  const form = c.req.method === 'POST' ? c.get('form') : () => '';
  return toVariant((name) => form(name) || c.req.query(name));
};
