import type { Driver } from './driver.ts';

/** Where the code goes once the page has gone: as it was sent, or to whatever document the tab shows by then. */
export type Aim = 'as-sent' | 'whatever-is-there';

/**
 * Has a tab go to another address between the decision that it gets a code and the writing, each time until the extension's
 * background sleeps or `letGo`.
 */
export const goBeforeWriting = (browser: Driver, address: string, aim: Aim): Promise<unknown> =>
  browser.evaluateInBackground(`(() => {
    const { scripting, tabs } = globalThis.browser ?? chrome;
    const inject = scripting.executeScript;
    self.letGo = () => { scripting.executeScript = inject; return true; };
    scripting.executeScript = async (order) => {
      const [given] = order.args ?? [];
      if (typeof given !== 'object' || !('code' in given)) return inject.call(scripting, order);
      const { tabId } = order.target;
      await tabs.update(tabId, { url: '${address}' });
      const isThere = async () => {
        const { url, status } = await tabs.get(tabId);
        return url === '${address}' && status === 'complete';
      };
      while (!(await isThere())) await new Promise((done) => setTimeout(done, 40));
      // Whoever writes finds the agent there.
      const target = { tabId, frameIds: [0] };
      await inject.call(scripting, { target, files: ['/detector.js', '/fill.js'] });
      return inject.call(scripting, '${aim}' === 'as-sent' ? order : { ...order, target });
    };
    return true;
  })()`);

/**
 * Has another tab come to the front between a press of a command and the look at the page that it is about, until `letGo`. Looks
 * before the command do nothing: Chromium's press opens a popup first.
 */
export const swapBeforeLooking = (browser: Driver, front: string): Promise<unknown> =>
  browser.evaluateInBackground(`(() => {
    const { commands, scripting, tabs } = globalThis.browser ?? chrome;
    const inject = scripting.executeScript;
    let isPressed = false;
    const press = () => { isPressed = true; };
    commands.onCommand.addListener(press);
    self.letGo = () => { scripting.executeScript = inject; commands.onCommand.removeListener(press); return true; };
    scripting.executeScript = async (order) => {
      const [given] = order.args ?? [];
      if (isPressed && typeof given === 'object' && 'mode' in given) {
        const other = (await tabs.query({})).find(({ url }) => url === '${front}');
        await tabs.update(other.id, { active: true });
      }
      return inject.call(scripting, order);
    };
    return true;
  })()`);

/** Ends what was held. */
export const letGo = (browser: Driver): Promise<unknown> => browser.evaluateInBackground('self.letGo()');
