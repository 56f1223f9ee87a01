import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '../lib/browser/tell-background.ts';
import { watchChallenge } from '../lib/page/watch-challenge.ts';
import { watchCode } from '../lib/page/watch-code.ts';

declare global {
  var doorcodeWatch: boolean | undefined;
}

/** Registered at run time, for sites where the customer allowed automatic filling; asks first whether this exact origin is one. */
export default defineUnlistedScript(async () => {
  if (globalThis.doorcodeWatch === true) return;
  globalThis.doorcodeWatch = true;
  if (!(await tellBackground({ kind: 'watch-here' }))) return;
  watchChallenge(document, (kind) => void tellBackground({ kind }));
  watchCode(document, (kind) => void tellBackground({ kind }));
});
