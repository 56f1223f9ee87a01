import { beforeAll, describe, expect, it } from 'vitest';
import { atAttackedSite, codeBox } from '../../support/e2e/at-attacked-site.ts';
import { addFromLink } from '../../support/e2e/customers.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { fillByItself } from '../../support/e2e/fill-by-itself.ts';
import { forgedMessages } from '../../support/e2e/forged-messages.ts';
import { heardSince, noteHeard } from '../../support/e2e/heard-messages.ts';
import { codeIn, inOwnWorld } from '../../support/e2e/in-page-world.ts';
import { injectedSince, noteInjected } from '../../support/e2e/injected-scripts.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { sayFromPage } from '../../support/e2e/say-from-page.ts';
import { until } from '../../support/e2e/until.ts';
import { asking } from '../../support/faults/open-profile.ts';

// Everything that people press, and nothing that leads away: what is heard then is heard of the press.
const things = `<form id="login" onsubmit="return false"><input name="email" type="email" autocomplete="username" value="ada@example.com">
    <input name="password" type="password" value="x"><button>Log in</button></form>
  ${codeBox.replace('<form>', '<form onsubmit="return false">').replace('</form>', '<button>Continue</button></form>')}
  <button type="button">Fill</button><p>Text</p>`;

/** Every event that a script of the page can make, at every element, and what it can say or call. */
const spamming = (id: string, messages: readonly unknown[]): string => `(async () => {
  const kinds = [...['click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'mousemove'].map((type) => [MouseEvent, type]),
    ...['pointerdown', 'pointerup'].map((type) => [PointerEvent, type]), ...['keydown', 'keypress', 'keyup'].map((type) => [KeyboardEvent, type]),
    ...['focus', 'blur', 'focusin'].map((type) => [FocusEvent, type]), ...['paste', 'copy'].map((type) => [ClipboardEvent, type])];
  for (const element of [window, document, ...document.querySelectorAll('*')])
    for (const [Kind, type] of kinds)
      element.dispatchEvent(new Kind(type, { bubbles: true, composed: true, key: 'F', code: 'KeyF', altKey: true, shiftKey: true }));
  for (const element of document.querySelectorAll('button, input')) { element.click(); element.focus(); }
  let reached = 0;
  for (const message of ${JSON.stringify(messages)}) {
    window.postMessage(message, '*');
    for (const name of [message.kind, 'doorcode', 'message']) document.dispatchEvent(new CustomEvent(name, { detail: message }));
    for (const api of [globalThis.chrome?.runtime, globalThis.browser?.runtime])
      for (const call of [() => api.sendMessage(message), () => api.sendMessage('${id}', message), () => api.connect('${id}')])
        try { await call(); reached += 1; } catch {}
  }
  return reached;
})()`;

describe.each(browsers)('in %s, at its own site,', (name) => {
  const at = atAttackedSite(name, () => ({ '/': { body: things } }));

  beforeAll(() => at.page.setViewport({ width: 900, height: 600 }));

  /** Presses all over the page with a mouse and a keyboard, as its visitor does. */
  async function pressAllOver(): Promise<void> {
    for (let y = 8; y < 400; y += 28) for (let x = 8; x < 500; x += 70) await at.page.mouse.click(x, y);
    for (const key of ['Tab', ' ', 'Tab', 'Tab', 'Escape', 'Tab'] as const) await at.page.keyboard.press(key);
  }
  const emptyBox = (): Promise<unknown> =>
    inOwnWorld(at.browser, () => {
      const box = document.querySelector('#code');
      if (box instanceof HTMLInputElement) box.value = '';
      return document.documentElement.outerHTML;
    });
  const spam = async (): Promise<unknown> => {
    const id = String(await at.browser.evaluateInBackground('(globalThis.browser ?? chrome).runtime.id'));
    const known = { tabId: 1, entryId: 'e1', origin: at.origin };
    return at.page.evaluate(
      spamming(id, [...forgedMessages(known), { kind: 'watch-here' }, { kind: 'challenge-seen' }]),
    );
  };

  it('leaves nothing to press after a fill of the popup, and hears no press and no script of the page', async () => {
    await at.open('/');
    const before = await emptyBox();
    const { answer, inBox } = await at.fill();
    expect(answer).toMatchObject({ result: { kind: 'written' } });
    expect(inBox).toMatch(/^\d{6}$/);
    expect(await emptyBox()).toBe(before);
    await noteHeard(at.browser);
    await noteInjected(at.browser);
    await pressAllOver();
    expect(await spam()).toBe(0);
    expect(await heardSince(at.browser)).toEqual([]);
    expect(await injectedSince(at.browser)).toEqual([]);
    expect(await codeIn(at.browser)).toBe('');
    // What is heard of the page would have been noted.
    await sayFromPage(at.browser, [{ kind: 'watch-here' }]);
    expect(await heardSince(at.browser)).toEqual(expect.arrayContaining(['onMessage watch-here']));
  });

  it('asks for nothing in the page when a press finds the vault locked', async () => {
    await at.open('/');
    const before = await emptyBox();
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor(popupPage(popup).at.code);
    await popup.evaluate(asking({ kind: 'lock' }));
    await popup.close();
    await at.browser.pressCommand(at.page, 'fill-code');
    const asked = await at.browser.openedPopup();
    await asked.waitFor('h1');
    expect(await inOwnWorld(at.browser, () => document.documentElement.outerHTML)).toBe(before);
    expect(await asked.evaluate(asking({ kind: 'list-accounts' }))).toMatchObject({ kind: 'failed' });
    expect(await asked.evaluate(asking({ kind: 'unlock-with-computer' }))).toMatchObject({ kind: 'opened' });
    await asked.close();
  });

  it('hears of a press who logs in and nothing else, where it may fill by itself and has several accounts', async () => {
    await addFromLink(at.browser, at.page, at.origin, 'otpauth://hotp/Harbour:bob?secret=KRSXG5CTMVRXEZLU&counter=0');
    await at.open('/');
    await fillByItself(at.browser, at.page);
    await noteHeard(at.browser);
    await at.open('/');
    const seen: string[] = [];
    await until('the watcher saw the box', async () => {
      seen.push(...(await heardSince(at.browser)));
      return seen.includes('onMessage challenge-seen');
    });
    await until('the login form says who logs in', async () => {
      await at.page.click('#login button');
      return (await heardSince(at.browser)).includes('onMessage login-named');
    });
    await noteInjected(at.browser);
    await at.page.click('#login button');
    await pressAllOver();
    expect(await spam()).toBe(0);
    expect([...new Set(await heardSince(at.browser))]).toEqual(['onMessage login-named']);
    expect(await injectedSince(at.browser)).toEqual([]);
    expect(await codeIn(at.browser)).toBe('');
  });
});
