import type { Browser } from 'puppeteer-core';
import { PATIENCE_MS } from './until.ts';

type Send = (method: string, params: object) => Promise<{ readonly result: unknown }>;

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Puppeteer's BiDi connection, which its types keep to itself; only it reaches the chrome context. */
function senderOf(browser: Browser): Send {
  const connection = field(browser, 'connection');
  const send = field(connection, 'send');
  if (typeof send !== 'function') throw new Error('this puppeteer has no BiDi connection');
  return (method, params) => Reflect.apply(send, connection, [method, params]);
}

/** Evaluates code with the browser's own rights: `evaluate` in its first window, `inView` in a view of the extension. */
export type ChromeContext = {
  /** Evaluates an expression (promises are awaited) and gives its JSON value; `extension` and `win` are at hand. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Runs statements in the frame script of a view (`popup`, `background`), with `content` its window, and gives what they return. */
  readonly inView: (viewType: string, statements: string) => Promise<unknown>;
};

/** Opens the chrome context of a Firefox that was started with `--remote-allow-system-access`. */
export async function openChromeContext(browser: Browser, extensionId: string): Promise<ChromeContext> {
  const send = senderOf(browser);
  const { result: tree } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const contexts = field(tree, 'contexts');
  const context = field(Array.isArray(contexts) ? contexts[0] : undefined, 'context');

  async function evaluate(expression: string): Promise<unknown> {
    const { result } = await send('script.evaluate', {
      expression: `(async () => {
        const extension = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)})?.extension;
        const win = Services.wm.getMostRecentWindow('navigator:browser');
        return JSON.stringify((await (${expression})) ?? null);
      })()`,
      target: { context },
      awaitPromise: true,
    });
    if (field(result, 'type') === 'exception')
      throw new Error(`chrome context: ${field(field(result, 'exceptionDetails'), 'text')}`);
    return JSON.parse(String(field(field(result, 'result'), 'value')));
  }

  async function inView(viewType: string, statements: string): Promise<unknown> {
    const script = (name: string) => `(async () => {
      let answer;
      try { answer = { value: (await (async () => { ${statements} })()) ?? null }; } catch (error) { answer = { error: String(error) }; }
      sendAsyncMessage('${name}', JSON.stringify(answer));
    })()`;
    const name = `doorcode-test-${crypto.randomUUID()}`;
    const answer = await evaluate(`(async () => {
      // A background that nobody talks to is put to sleep by the browser; any message of a page's would wake it.
      if ('${viewType}' === 'background') await extension.wakeupBackground?.();
      const view = [...extension.views].find(({ viewType }) => viewType === '${viewType}');
      if (view === undefined) return { error: 'no ${viewType} is open' };
      const gone = async () => {
        const endMs = Date.now() + ${PATIENCE_MS + 10_000};
        while (extension.views.has(view) && Date.now() < endMs) await new Promise((resolve) => setTimeout(resolve, 50));
        return { error: 'the ${viewType} closed, or its document did' };
      };
      const told = new Promise((resolve) => {
        Services.mm.addMessageListener('${name}', function listen({ data }) {
          Services.mm.removeMessageListener('${name}', listen);
          resolve(JSON.parse(data));
        });
      });
      view.xulBrowser.messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(script(name))}), false);
      return Promise.race([told, gone()]);
    })()`);
    const error = field(answer, 'error');
    if (error !== undefined) throw new Error(String(error));
    return field(answer, 'value');
  }
  return { evaluate, inView };
}
