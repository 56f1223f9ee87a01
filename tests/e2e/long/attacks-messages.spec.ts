import { beforeAll, describe, expect, it } from 'vitest';
import { decodePageRequest } from '../../../lib/messages/decode.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { hotp } from '../../../lib/otp/hotp.ts';
import { damagedValue } from '../../fuzz/support/damage.ts';
import { chanceFrom, seed } from '../../support/chance.ts';
import { atAttackedSite, codeBox } from '../../support/e2e/at-attacked-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { forgedMessages, type Known } from '../../support/e2e/forged-messages.ts';
import { codeIn } from '../../support/e2e/in-page-world.ts';
import type { Popup } from '../../support/e2e/popup.ts';
import { type Replies, sayFromPage } from '../../support/e2e/say-from-page.ts';
import { fieldOf, listOf } from '../../support/faults/answer.ts';
import { asking } from '../../support/faults/open-profile.ts';

const contentMessages = [
  ...['watch-here', 'worth-a-look', 'challenge-seen', 'no-challenge', 'page-changed', 'code-perhaps', 'code-gone'].map(
    (kind) => ({ kind }),
  ),
  { kind: 'login-named', name: 'ada@example.com' },
];
// What a script may learn, and what our own pages are told, which tells whether anything was changed.
const telling = ['list-accounts', 'settings', 'list-automatic', 'copy-health', 'list-removed', 'vault-state'];

// The site's own script is taken over: it says what it likes, from the site's document and from frames of each kind.
describe.each(browsers)(`in %s, a script of ours that was taken over (seed ${seed})`, (name) => {
  const at = atAttackedSite(name, (port) => ({
    '/framing': {
      body: `${codeBox}<iframe src="/box"></iframe><iframe sandbox="allow-scripts" src="/box"></iframe>
        <iframe src="http://elsewhere.localhost:${port}/box"></iframe>`,
    },
    '/box': { body: codeBox },
  }));
  let known: Known;
  let before: readonly string[];

  const ask = async (popup: Popup, message: object): Promise<string> =>
    JSON.stringify(await popup.evaluate(asking(message)));
  const askAll = async (): Promise<readonly string[]> => {
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor('h1');
    const answers: string[] = [];
    // An own page that asks puts the lock off.
    for (const kind of telling) answers.push((await ask(popup, { kind })).replace(/"deadlineUnixMs":\d+/, ''));
    await popup.close();
    return answers;
  };
  const told = (replies: Replies): readonly string[] => [...new Set(Object.values(replies).flat())].toSorted();

  beforeAll(async () => {
    await at.open('/framing');
    const popup = await at.browser.pressToolbar(at.page);
    await popup.waitFor('h1');
    const tabId = await popup.evaluate(
      `(globalThis.browser ?? chrome).tabs.query({ active: true, currentWindow: true }).then(([{ id }]) => id)`,
    );
    const listed = await popup.evaluate(asking({ kind: 'list-accounts' }));
    const entryId = String(fieldOf(listOf(fieldOf(listed, 'accounts'))[0], 'id'));
    known = { tabId: Number(tabId), entryId, origin: at.origin };
    await popup.close();
    before = await askAll();
  });

  it('asks for all that our own pages may ask for, each of which they are answered', async () => {
    const forged = forgedMessages(known);
    expect(forged.filter((message) => !decodePageRequest(message).ok)).toEqual([]);
    const popup = await at.browser.pressToolbar(at.page);
    const secrets = await ask(popup, forged.find(({ kind }) => kind === 'export-entry') ?? {});
    const list = await ask(popup, forged.find(({ kind }) => kind === 'list-entries') ?? {});
    await popup.close();
    expect(secrets).toContain(encodeBase32(at.secret));
    expect(list).toContain(hotp(at.secret, 'SHA1', 6, 0));
  });

  it('is answered nothing that it asks for, in no document, and changes nothing', async () => {
    const replies = await sayFromPage(at.browser, forgedMessages(known));
    expect(Object.keys(replies).toSorted()).toEqual([at.origin, at.site.at('elsewhere'), 'null'].toSorted());
    // A sandboxed document is a stranger: it is not even told no.
    expect(told({ sandboxed: replies.null ?? [] })).toEqual(['nothing']);
    expect(told(replies)).toEqual(['false', 'nothing']);
    expect(await codeIn(at.browser)).toBe('');
    expect(await askAll()).toEqual(before);
  });

  it('is answered nothing where its messages are damaged', async () => {
    const chance = chanceFrom(seed);
    const whole = [...forgedMessages(known), ...contentMessages];
    const damaged = Array.from({ length: 1000 }, () => damagedValue(chance.pick(whole), chance) ?? null);
    // A name in a login form is taken for every name, known or not.
    const replies = told(await sayFromPage(at.browser, damaged));
    expect(replies.filter((reply) => !['false', 'nothing', 'true'].includes(reply))).toEqual([]);
    expect(await askAll()).toEqual(before);
  });

  it('learns nothing but that it may go on watching where the site is allowed', async () => {
    const watching = contentMessages.filter(({ kind }) => kind !== 'login-named');
    expect(told(await sayFromPage(at.browser, watching))).toEqual(['false', 'nothing']);
    const popup = await at.browser.pressToolbar(at.page);
    await popup.evaluate(asking({ kind: 'want-automatic', tabId: known.tabId, shown: at.origin }));
    await popup.close();
    const replies = await sayFromPage(at.browser, contentMessages);
    expect(told({ site: replies[at.origin] ?? [] })).toContain('true');
    expect(told(replies)).toEqual(['false', 'nothing', 'true']);
    expect(await codeIn(at.browser)).toBe('');
  });
});
