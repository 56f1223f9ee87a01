import encodeQr from 'qr';
import { describe, expect, it } from 'vitest';
import { atAttackedSite, codeBox } from '../../support/e2e/at-attacked-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { inOwnWorld } from '../../support/e2e/in-page-world.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { textOf } from '../../support/e2e/text.ts';
import { fieldOf, listOf } from '../../support/faults/answer.ts';
import { asking } from '../../support/faults/open-profile.ts';

// The secrets are made up.
const secret = 'secret=JBSWY3DPEHPK3PXP';
const picture = (text: string): string => encodeQr(text, 'svg');
const style = '<style>svg { width: 560px; height: 560px }</style>';
const markup = '<img src=x onerror=alert(1)>';

/** Codes that make no account, by what is wrong about them, and how the popup calls them. */
const refused = {
  'a scheme of its own': [`otpauth-x://totp/eve?${secret}`, 'otherText'],
  'a script': [`javascript:otpauth://totp/eve?${secret}`, 'otherText'],
  'a web address': [`https://evil.example/otpauth?${secret}`, 'otherLink'],
  'more than anybody reads': [`x${'9'.repeat(1200)}`, 'otherText'],
  'no digits': [`otpauth://totp/eve?${secret}&digits=0`, 'otherUnknownKey'],
  'a period of nothing': [`otpauth://totp/eve?${secret}&period=0`, 'otherUnknownKey'],
  'an empty secret': ['otpauth://totp/eve?secret=', 'otherDamagedKey'],
  'a kind that nobody knows': [`otpauth://yaotp/eve?${secret}`, 'otherUnknownKey'],
} as const;

/** Codes that make one, and what the popup shows of them. */
const hostile = {
  names: {
    key: `otpauth://totp/${encodeURIComponent(`${markup}:ada\u202Emoc.elgoog\u200B`)}?${secret}&issuer=${encodeURIComponent(`javascript:alert(1)//${markup}`)}`,
    shown: [`javascript:alert(1)//${markup}`, 'adamoc.elgoog'],
  },
  long: {
    key: `otpauth://totp/${'A'.repeat(700)}?${secret}&issuer=${'B'.repeat(500)}`,
    shown: [`${'B'.repeat(120)}…`],
  },
  nested: {
    key: `otpauth://totp/outer?${secret}&issuer=${encodeURIComponent(`otpauth://totp/inner?${secret}`)}`,
    shown: [`otpauth://totp/inner?${secret}`, 'outer'],
  },
  counter: { key: `otpauth://hotp/eve?${secret}&counter=7`, shown: ['eve', '6 digits, by counter, SHA1'] },
  repeated: {
    key: `otpauth://totp/first?${secret}&digits=8&period=60&digits=6&period=30&secret=KRSXG5CTMVRXEZLU&issuer=One&issuer=Two`,
    shown: ['One', '8 digits, new every 60 s, SHA1'],
  },
} as const;
const elsewhere = `otpauth://totp/github.com:ada?${secret}&issuer=GitHub`;

describe.each(browsers)('in %s', (name) => {
  const at = atAttackedSite(name, () => ({
    ...Object.fromEntries(
      Object.entries(refused).map(([, [text]], index) => [`/refused/${index}`, { body: style + picture(text) }]),
    ),
    ...Object.fromEntries(
      Object.entries(hostile).map(([what, { key }]) => [`/${what}`, { body: style + picture(key) }]),
    ),
    ...Object.fromEntries(
      [5, 10].map((kB) => [
        `/link-${kB}`,
        {
          body: `<a href="otpauth://totp/${'A'.repeat(kB * 1_000)}?${secret}">Add</a>
            <a href="otpauth://yaotp/eve?${secret}">Add</a>`,
        },
      ]),
    ),
    '/elsewhere': { body: `${style}${picture(elsewhere)}${codeBox}` },
    '/box': { body: codeBox },
  }));
  const shown = popupPage;

  async function openAt(site: string, path: string): Promise<Popup> {
    await at.page.goto(`${at.site.at(site)}${path}`);
    return at.browser.pressToolbar(at.page);
  }

  it.each(Object.keys(refused).map((what, index) => [what, index] as const))(
    'makes no account of a code that holds %s, and leads nowhere',
    async (what, index) => {
      const popup = await openAt(`refused-${index}`, `/refused/${index}`);
      const said = textOf(Object.entries(refused).find(([one]) => one === what)?.[1][1] ?? 'othersTitle');
      expect(await popup.text('.others li')).toContain(said);
      expect((await popup.text('.others li')).length).toBeLessThan(said.length + 125);
      expect(await popup.count(shown(popup).at.found)).toBe(0);
      expect(await popup.count('.others a')).toBe(0);
      await popup.close();
    },
  );

  // The page's reader leaves the longer one out, the parser refuses the other. What is named beside it shows that the page was read.
  it.each([
    [5, ['otherDamagedKey', 'otherUnknownKey']],
    [10, ['otherUnknownKey']],
  ] as const)('makes no account of a link whose label has %i kB', async (kB, named) => {
    const popup = await openAt('link', `/link-${kB}`);
    await popup.waitFor('.others li');
    expect(await popup.count(shown(popup).at.found)).toBe(0);
    expect(await popup.count('.others li')).toBe(named.length);
    for (const said of named) expect(await popup.text('.others ul')).toContain(textOf(said));
    await popup.close();
  });

  it.each(Object.entries(hostile))(
    'shows a code with hostile %s as text alone, as it would be saved',
    async (what, code) => {
      const popup = await openAt(`hostile-${what}`, `/${what}`);
      const card = await popup.text(shown(popup).at.found);
      for (const text of code.shown) expect(card).toContain(text);
      expect(card).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B]/);
      expect(card).not.toContain('Two');
      expect(card.length).toBeLessThan(600);
      const made = `:is(a, script, iframe, object, embed, form, img[onerror], img[src=x])`;
      expect(await popup.count(`${shown(popup).at.found} ${made}`)).toBe(0);
      await popup.close();
    },
  );

  it('binds a code that speaks of another site to the site that shows it, and says so before', async () => {
    const popup = await openAt('shows', '/elsewhere');
    expect(await popup.text(shown(popup).at.found)).toContain(`${textOf('foundSite')}${at.site.at('shows')}`);
    await shown(popup).addFound();
    const { accounts } = Object(await popup.evaluate(asking({ kind: 'list-accounts' })));
    const added = listOf(accounts).find((one) => fieldOf(one, 'issuer') === 'GitHub');
    expect(listOf(fieldOf(added, 'sites')).map((site) => fieldOf(site, 'name'))).toEqual([at.site.at('shows')]);
    await popup.close();
    // Where its words point to it is filled no more than anywhere else.
    const other = await openAt('github.com', '/box');
    await other.waitFor('h1');
    const answer = await other.evaluate(`(async () => {
      const { runtime, tabs } = globalThis.browser ?? chrome;
      const [tab] = await tabs.query({ active: true, currentWindow: true });
      return runtime.sendMessage({ kind: 'fill', tabId: tab.id, entryId: '${fieldOf(added, 'id')}' });
    })()`);
    await other.close();
    expect(answer).toEqual({ kind: 'fill', result: { kind: 'withheld', reason: 'other-origin' } });
    const filled = await inOwnWorld(at.browser, () => document.querySelector('input')?.value);
    expect(filled).toBe('');
  });
});
