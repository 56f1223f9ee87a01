import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellBackground } from '../lib/browser/tell-background.ts';
import { leftHere } from '../lib/page/left-here.ts';
import { createOutcomeAgent } from '../lib/page/outcome/outcome-agent.ts';

/** Injected after a code was written, by the grant of that press or of an allowed site: reads what the site answers. */
export default defineUnlistedScript(() => {
  // The agent that fills knows a box when it sees one, and is always injected before.
  const asks = () =>
    leftHere('doorcodePage')?.look({ mode: 'automatic', enrolledHere: true, besideCode: false }).box !== 'none';
  globalThis.doorcodeOutcome =
    leftHere('doorcodeOutcome') ??
    createOutcomeAgent(window, asks, () => void tellBackground({ kind: 'page-changed' }));
});
