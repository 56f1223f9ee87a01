import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leftHere } from '../lib/page/left-here.ts';
import { createAgent } from '../lib/page/page-agent.ts';

/** Injected by a press, or into a site that was allowed: leaves the agent that finds the box and writes into it. */
export default defineUnlistedScript(() => {
  globalThis.doorcodePage =
    leftHere('doorcodePage') ?? createAgent(window, () => leftHere('doorcodeScan')?.anchor() ?? null);
});
