import type { Browser } from 'puppeteer-core';

type Send = (method: string, parameters: object) => Promise<unknown>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

// Puppeteer has the connection and no method for commands of its own, so the pieces are checked as found.
const senderOf = (browser: Browser): Send => {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (!isObject(connection) || typeof connection.send !== 'function')
    throw new Error('this version of Puppeteer gives no way to ask Firefox about its own window');
  const send = connection.send.bind(connection);
  return async (method, parameters) => {
    const answer: unknown = await send(method, parameters);
    return isObject(answer) ? answer.result : undefined;
  };
};

const firstContext = (tree: unknown): string => {
  const contexts = isObject(tree) ? tree.contexts : undefined;
  const first: unknown = Array.isArray(contexts) ? contexts[0] : undefined;
  if (!isObject(first) || typeof first.context !== 'string') throw new Error('Firefox shows no window of its own');
  return first.context;
};

/** Gives a function that runs the body of an async function in Firefox's own window and returns its text. */
export async function openChromeContext(browser: Browser): Promise<(body: string) => Promise<string>> {
  const send = senderOf(browser);
  const context = firstContext(await send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 }));
  return async (body) => {
    const outcome = await send('script.evaluate', {
      expression: `(async () => { ${body} })()`,
      target: { context },
      awaitPromise: true,
    });
    const result = isObject(outcome) ? outcome.result : undefined;
    if (isObject(result) && result.type === 'string' && typeof result.value === 'string') return result.value;
    if (isObject(result) && result.type === 'boolean') return String(result.value);
    const details = isObject(outcome) ? outcome.exceptionDetails : undefined;
    throw new Error(isObject(details) ? String(details.text) : 'Firefox gave no answer');
  };
}
