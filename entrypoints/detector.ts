import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leftHere } from '../lib/page/left-here.ts';

declare global {
  var doorcodeDetector: Readonly<Record<string, unknown>> | undefined;
}

const parts = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../lib/page/detect/*.ts', '../lib/page/find-code-field.ts', '../lib/page/collect/{walk,page-texts}.ts'],
  { eager: true },
);

/** Leaves the detector in a page, for the scripts that come after it: the build takes it out of them (scripts/share-detector.ts). */
export default defineUnlistedScript(() => {
  globalThis.doorcodeDetector = leftHere('doorcodeDetector') ?? Object.assign({}, ...Object.values(parts));
});
