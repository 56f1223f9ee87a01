import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readAccountNames } from '../lib/page/account-names.ts';
import { leftHere } from '../lib/page/left-here.ts';

/** Injected after the agent where a site has several accounts, before one of their codes is filled: reads which of them is logging in. */
export default defineUnlistedScript(() => {
  globalThis.doorcodeNames = () => {
    const box = leftHere('doorcodePage')?.box() ?? null;
    return { origin: self.origin, names: box === null ? null : readAccountNames(box) };
  };
});
