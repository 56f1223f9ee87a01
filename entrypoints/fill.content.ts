import { defineContentScript } from 'wxt/utils/define-content-script';
import { createAgent } from '../lib/page/page-agent.ts';

// No `matches`: WXT would turn them into host permissions. Injected by a press, or registered for a site that was allowed.
export default defineContentScript({
  registration: 'runtime',
  main: () => {
    globalThis.doorcodePage ??= createAgent(window, () => globalThis.doorcodeScan?.anchor() ?? null);
  },
});
