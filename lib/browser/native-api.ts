import type { ContentRequest, PageRequest } from '../messages/protocol.ts';

/** What the browser says of a tab. */
export type Tab = { readonly id?: number; readonly windowId?: number; readonly incognito?: boolean };

/** What is asked of the browser for a scan of every document of a tab. */
export type ScanOrder = {
  readonly target: { tabId: number; allFrames: true };
  readonly injectImmediately: true;
  readonly files: '/scan.js'[];
};

type NativeApi = {
  readonly runtime: { readonly sendMessage: (message: ContentRequest | PageRequest) => Promise<unknown> };
  readonly scripting: {
    readonly executeScript: (order: ScanOrder) => Promise<readonly object[]>;
  };
  readonly storage: {
    readonly local: { readonly get: (keys: string[]) => Promise<Readonly<Record<string, unknown>>> };
  };
  readonly tabs: {
    readonly get: (tabId: number) => Promise<Tab>;
    readonly query: (which: { readonly active: true; readonly currentWindow: true }) => Promise<readonly Tab[]>;
  };
};

declare const chrome: NativeApi;

/** The browser's own API, for scripts to which the polyfill would add 4 kB and its time: both browsers answer with promises here. */
export function nativeApi(): NativeApi {
  const firefox: NativeApi | undefined = Reflect.get(globalThis, 'browser');
  // In Chromium an element of the page that is called so would be found here.
  return typeof firefox?.runtime?.sendMessage === 'function' ? firefox : chrome;
}
