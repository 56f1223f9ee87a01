import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSecurityLinks } from '../lib/page/security-links.ts';
import { whenRead } from '../lib/page/when-read.ts';

/** Injected by a press: reads where the page has the security settings of an account, for the popup's line of help. */
export default defineUnlistedScript(async () => {
  await whenRead(document);
  return readSecurityLinks(document);
});
