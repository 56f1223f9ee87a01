import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leftHere } from '../lib/page/left-here.ts';
import { createSubmitter } from '../lib/page/press-submit.ts';

/** Injected before a code is written at a site where the button is to be pressed too. */
export default defineUnlistedScript(() => {
  globalThis.doorcodeSubmitter = leftHere('doorcodeSubmitter') ?? createSubmitter(window);
});
