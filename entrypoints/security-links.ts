import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSecurityLinks } from '../lib/page/security-links.ts';
import { readSetupButton } from '../lib/page/setup-button.ts';
import { whenRead } from '../lib/page/when-read.ts';

/** Injected by a press: reads where the page has the security settings of an account, and which button leads to a code, for the popup's line of help. */
export default defineUnlistedScript(async () => {
  await whenRead(document);
  return { ...readSecurityLinks(document), setupButton: readSetupButton(document) };
});
