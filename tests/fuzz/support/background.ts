import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { isRecord } from '../../../lib/vault/shape.ts';
import { chanceFrom } from '../../support/chance.ts';
import { createFakeBrowser, type Listener, type Script } from './fake-browser.ts';
import { createFakeIndexedDb, type Databases } from './fake-indexed-db.ts';
import { answerOf, type FakePage, honestPage } from './fake-page.ts';
import { createLives } from './life.ts';

const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
/** The one site that the fake browser grants, and shows in every tab. */
export const GRANTED = 'https://portal.example';
/** What the browser says of a page of ours. */
export const ownPage = { id: OWN_ID, origin: `chrome-extension://${OWN_ID}`, frameId: 0, tab: { id: 9 } } as const;
/** What the browser says of a content script in the top document of a tab. */
export const contentScript = { id: OWN_ID, origin: GRANTED, frameId: 0, documentId: 'D1', tab: { id: 1 } } as const;

const START_UNIX_MS = 1_795_790_010_000;
const WAIT_MS = 10_000;

const isAnswer = (value: unknown): value is PageAnswer => isRecord(value) && typeof value.kind === 'string';

/** What a listener answers, as the browsers hear it: by the callback after a `true`, or by a promise; undefined for nothing. */
function answerFrom(listener: Listener, message: unknown, sender: unknown): Promise<unknown> | undefined {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const said = listener(message, sender, resolve);
  if (said === true) return promise;
  return said instanceof Promise ? said : undefined;
}

/** Everything that a background finds when it starts. */
export type Stored = {
  readonly local: Readonly<Record<string, unknown>>;
  readonly session: Readonly<Record<string, unknown>>;
  readonly databases: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

/** What is stored without the session's values whose names begin so. */
export const without = (stored: Stored, ...begins: readonly string[]): Stored => ({
  ...stored,
  session: Object.fromEntries(
    Object.entries(stored.session).filter(([key]) => !begins.some((begin) => key.startsWith(begin))),
  ),
});

function fill(into: Map<string, unknown>, from: Readonly<Record<string, unknown>>): void {
  into.clear();
  for (const [key, value] of Object.entries(structuredClone(from))) into.set(key, value);
}

/**
 * The real background in a fake browser: its own listeners, services and storage code. Time stands, but where the background waits
 * for it; nothing that is waited for takes longer than a turn.
 */
export async function createBackground() {
  const databases: Databases = new Map();
  const faults: string[] = [];
  const scripts: Script[] = [];
  let page: FakePage = honestPage(GRANTED);
  let nowUnixMs = START_UNIX_MS;
  let longestMs = 0;
  let chance = chanceFrom(1);

  const run = async (script: Script): Promise<readonly unknown[]> => {
    scripts.push(script);
    // The browser, not the page, says who speaks.
    if (String(script.func).includes('sendMessage'))
      for (const listener of browser.messages) listener({ kind: 'document-here' }, contentScript, () => {});
    return [{ frameId: 0, documentId: contentScript.documentId, result: answerOf(page, script) }];
  };
  const lives = createLives();
  const browser = createFakeBrowser(OWN_ID, GRANTED, lives, run, () => {
    nowUnixMs += WAIT_MS;
  });
  Reflect.set(globalThis, 'browser', browser.api);
  Reflect.set(globalThis, 'indexedDB', createFakeIndexedDb(databases, lives));
  Object.defineProperty(navigator, 'locks', { value: lives.locks });
  Date.now = () => nowUnixMs;
  // An input that broke something is to break it again.
  Reflect.set(
    crypto,
    'getRandomValues',
    (bytes: Uint8Array) => bytes.set(Array.from(bytes, () => chance.below(256))) ?? bytes,
  );
  const noTimer = (act: () => void) => setImmediate(act);
  Reflect.set(globalThis, 'setTimeout', noTimer);
  // What the background does by itself, and nobody waits for.
  process.on('unhandledRejection', (error) => faults.push(error instanceof Error ? String(error.stack) : 'something'));
  // It takes the browser's interface when it is loaded.
  const { default: background } = await import('../../../entrypoints/background/index.ts');

  /** What comes of a message; null where nobody answers. */
  async function send(message: unknown, sender: unknown): Promise<unknown> {
    const startMs = performance.now();
    const answers = lives.run(() => [...browser.messages].map((listener) => answerFrom(listener, message, sender)));
    const answer: unknown = await answers.find((one) => one !== undefined);
    longestMs = Math.max(longestMs, performance.now() - startMs);
    return answer ?? null;
  }
  return {
    send,
    /** Asks as a page of ours. */
    async ask(request: PageRequest): Promise<PageAnswer> {
      const answer = await send(request, ownPage);
      if (!isAnswer(answer)) throw new Error(`${request.kind} got no answer`);
      return answer;
    },
    /** A site was allowed. */
    async allow(): Promise<void> {
      lives.run(() => {
        for (const listener of browser.added) listener();
      });
      await nextTurn();
    },
    /** Puts values beside those that are stored. */
    put(values: { readonly local: Stored['local']; readonly session: Stored['session'] }): void {
      for (const [key, value] of Object.entries(values.local)) browser.local.set(key, value);
      for (const [key, value] of Object.entries(values.session)) browser.session.set(key, value);
    },
    /** Copies of all that is stored. */
    stored: (): Stored =>
      structuredClone({
        local: Object.fromEntries(browser.local),
        session: Object.fromEntries(browser.session),
        databases: Object.fromEntries([...databases].map(([name, values]) => [name, Object.fromEntries(values)])),
      }),
    /** A background that starts and finds this; `shown`: what the pages answer, `seed`: of its randomness. */
    start(stored: Stored, shown: FakePage = honestPage(GRANTED), seed = 2): void {
      browser.forget();
      lives.begin();
      fill(browser.local, stored.local);
      fill(browser.session, stored.session);
      databases.clear();
      for (const [name, values] of Object.entries(stored.databases)) {
        const database = new Map<string, unknown>();
        fill(database, values);
        databases.set(name, database);
      }
      page = shown;
      chance = chanceFrom(seed);
      nowUnixMs = START_UNIX_MS;
      longestMs = 0;
      scripts.length = 0;
      faults.length = 0;
      lives.run(background.main);
    },
    /** How long it took to answer what took longest since the background started, in milliseconds. */
    longestMs: () => longestMs,
    /** What the background ran in pages since it started. */
    scripts: (): readonly Script[] => scripts,
    /** What it failed at by itself, once it has come to rest. */
    async faults(): Promise<readonly string[]> {
      for (let turn = 0; turn < 3; turn += 1) await nextTurn();
      return faults;
    },
  };
}

/** A background that a test starts, again and again. */
export type Background = Awaited<ReturnType<typeof createBackground>>;
