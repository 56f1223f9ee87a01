import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSubmitter } from '../../../lib/page/press-submit.ts';

const CODE = '123456';
const box = (): Element | null => document.querySelector('#code');

describe('a press where the page asks its server', () => {
  let tell: (initiatorType: string, startTime: number) => void = () => {};
  let untold: PerformanceEntry[] = [];

  const entryOf = (initiatorType: string, startTime: number) => ({
    entryType: 'resource',
    name: '',
    duration: 1,
    startTime,
    initiatorType,
    toJSON: () => ({}),
  });

  /** The browser's list of answered requests, told by the test. */
  class ToldRequests extends PerformanceObserver {
    constructor(callback: PerformanceObserverCallback) {
      super(callback);
      tell = (initiatorType, startTime) => {
        const getEntries = () => [entryOf(initiatorType, startTime)];
        callback({ getEntries, getEntriesByName: getEntries, getEntriesByType: getEntries }, this);
      };
    }
    override observe() {}
    override takeRecords = () => untold.splice(0);
  }

  function openTold() {
    document.body.innerHTML = `<form><input id="code" value="${CODE}"><button>Log in</button></form>`;
    document.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
    vi.stubGlobal('PerformanceObserver', ToldRequests);
    const submitter = createSubmitter(window, { firstLookMs: 1, pressMs: 300 });
    return () => submitter.press({ origin: window.origin, code: CODE }, box);
  }
  const write = () => box()?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it.each(['fetch', 'xmlhttprequest', 'beacon', 'iframe', 'script'])(
    'sends nothing where the answer to a request by %s comes in its turn',
    async (kind) => {
      const press = openTold();
      write();
      const begun = performance.now();
      // A mask or a counter writes once more after the request began.
      write();
      const pressed = press();
      setTimeout(() => tell(kind, begun), 100);
      expect(await pressed).toBe(false);
    },
  );

  it('sends nothing where the answer has come and the browser has not told of it', async () => {
    const press = openTold();
    write();
    untold = [entryOf('fetch', performance.now())];
    expect(await press()).toBe(false);
  });

  it('sends the form where the request belongs to what was written a while before', async () => {
    vi.useFakeTimers();
    const press = openTold();
    await vi.advanceTimersByTimeAsync(2_000);
    write();
    const begun = performance.now();
    await vi.advanceTimersByTimeAsync(1_500);
    write();
    const pressed = press();
    tell('fetch', begun);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await pressed).toBe(true);
  });

  it('sends the form where the request was begun before the code came', async () => {
    const press = openTold();
    const begun = performance.now();
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
    write();
    const pressed = press();
    tell('fetch', begun);
    expect(await pressed).toBe(true);
  });

  it('sends the form where only a picture was loaded', async () => {
    const press = openTold();
    write();
    const pressed = press();
    tell('img', performance.now());
    expect(await pressed).toBe(true);
  });
});
