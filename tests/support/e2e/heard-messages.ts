import type { Driver } from './driver.ts';

/**
 * Has the background note every message and every connection that does not come from the extension's own pages, or from one of them
 * in a frame, by whatever way one could come, from now on, until it sleeps.
 */
export async function noteHeard(browser: Driver): Promise<void> {
  await browser.evaluateInBackground(`(() => {
    const { runtime } = globalThis.browser ?? chrome;
    const own = runtime.getURL('');
    self.heardMessages = [];
    self.hearMore ??= [];
    for (const end of self.hearMore.splice(0)) end();
    for (const name of ['onMessage', 'onMessageExternal', 'onConnect', 'onConnectExternal']) {
      const hear = (said, sender = said.sender) => {
        const isOwn = sender.url?.startsWith(own) === true;
        if (!isOwn || sender.frameId > 0) self.heardMessages.push([isOwn ? 'framed' : name, said?.kind ?? said?.name ?? ''].join(' '));
        // Who connects waits for an end, which comes by itself only where nobody hears.
        said?.disconnect?.();
      };
      runtime[name].addListener(hear);
      self.hearMore.push(() => runtime[name].removeListener(hear));
    }
    return true;
  })()`);
}

/** What was heard since, as `onMessage watch-here`, or `framed vault-state` of a page of ours in a frame; it is noted on. Throws where the background slept meanwhile. */
export async function heardSince(browser: Driver): Promise<string[]> {
  const heard = await browser.evaluateInBackground('self.heardMessages?.splice(0) ?? null');
  if (!Array.isArray(heard)) throw new Error('the background slept meanwhile');
  return heard.map(String);
}
