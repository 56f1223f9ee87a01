import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '../lib/browser/tell-background.ts';
import { watchChallenge } from '../lib/page/watch-challenge.ts';
import { watchCode } from '../lib/page/watch-code.ts';

declare global {
  var doorcodeCloser: boolean | undefined;
}

/** Injected into a document of an allowed site that has a box or a picture: looks for a challenge and for an enrolment's code. */
export default defineUnlistedScript(() => {
  if (globalThis.doorcodeCloser === true) return;
  globalThis.doorcodeCloser = true;
  watchChallenge(document, (kind) => void tellBackground({ kind }));
  watchCode(document, (kind) => void tellBackground({ kind }));
});
