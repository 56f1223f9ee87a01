import { csrfTokenOf } from '../store/sessions.ts';
import type { PortalContext } from '../web.ts';

/** The customer of a whole login, and the CSRF token for pages; a route reached without one is a bug and throws. */
export const signedIn = (
  c: PortalContext,
): { readonly customerId: number; readonly passwordMs: number; readonly token: string } => {
  const session = c.get('session');
  if (session.stage !== 'signed-in') throw new Error('a route behind the login was reached without one');
  return { ...session, token: csrfTokenOf(c.get('sessionToken')) };
};
