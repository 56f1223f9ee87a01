import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '../lib/browser/tell-background.ts';
import { watchLogin } from '../lib/page/watch-login.ts';

/** Injected only where a site has several accounts: tells the user name of a login form that is sent, so that the right one is filled. */
export default defineUnlistedScript(() => {
  if (globalThis.doorcodeLogin === true) return;
  globalThis.doorcodeLogin = true;
  watchLogin(document, (name) => void tellBackground({ kind: 'login-named', name }));
});
