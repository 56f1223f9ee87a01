import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '../lib/browser/tell-background.ts';
import { isWorthReading } from '../lib/page/outcome/worth-reading.ts';
import { whenShown } from '../lib/page/when-shown.ts';
import { watchForMore } from '../lib/page/worth-a-look.ts';

declare global {
  var doorcodeWatch: boolean | undefined;
}

/**
 * Registered at run time, for sites where the customer allowed automatic filling; asks first whether this exact origin is one. Small: the
 * detector with its words comes only into documents that have something to look at.
 */
export default defineUnlistedScript(async () => {
  if (globalThis.doorcodeWatch === true) return;
  globalThis.doorcodeWatch = true;
  await whenShown(document);
  if (!(await tellBackground({ kind: 'watch-here' }))) return;
  const says = window.top === window ? isWorthReading : null;
  watchForMore(document, (kind) => tellBackground({ kind }), says);
});
