import type { Driver } from './driver.ts';

/** What the documents of a page were answered, by the origin that each says it has; `nothing` for no answer. */
export type Replies = Readonly<Record<string, readonly string[]>>;

/** Sends messages from the extension's own world in every document of the page in front, as a script there would that was taken over. */
export async function sayFromPage(browser: Driver, messages: readonly unknown[]): Promise<Replies> {
  const said = await browser.evaluateInBackground(`(async () => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const injected = await scripting.executeScript({
      target: { tabId: tab.id, allFrames: true },
      args: [${JSON.stringify(messages)}],
      func: async (all) => {
        const { runtime } = globalThis.browser ?? chrome;
        const connect = () => new Promise((resolve) => {
          const port = runtime.connect({ name: 'forged' });
          port.onMessage.addListener((reply) => resolve('told ' + JSON.stringify(reply)));
          port.onDisconnect.addListener(() => resolve('nothing'));
          try { port.postMessage(all[0]); } catch {}
        });
        const say = (message) => runtime.sendMessage(message).then((reply) => JSON.stringify(reply ?? null), () => 'null');
        const replies = [await connect()];
        for (const message of all) replies.push((await say(message)).replace(/^null$/, 'nothing'));
        return [self.origin, replies];
      },
    });
    const all = {};
    for (const { result: [origin, replies] } of injected) (all[origin] ??= []).push(...replies);
    return all;
  })()`);
  if (typeof said !== 'object' || said === null) throw new Error('no document of the page answered');
  return Object.fromEntries(Object.entries(said).map(([origin, replies]) => [origin, [replies].flat().map(String)]));
}
