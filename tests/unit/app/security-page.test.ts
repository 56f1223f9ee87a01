import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { securityPage, setupButton } from '../../../lib/app/security-page.ts';

const ORIGIN = 'https://portal.example';
const at = (...links: unknown[]) => securityPage({ origin: ORIGIN, here: `${ORIGIN}/clientarea.php`, links }, ORIGIN);

describe('the security settings that a page leads to', () => {
  it.each([
    `${ORIGIN}/user/security`,
    `${ORIGIN}/clientarea.php?action=security`,
    `${ORIGIN}/index.php?rp=/user/security`,
    `${ORIGIN}/account/2fa`,
    `${ORIGIN}/settings?tab=2fa`,
    `${ORIGIN}/#/settings/security`,
    `${ORIGIN}/security#two-factor`,
    `${ORIGIN}/konto/sicherheit`,
  ])('are opened at %s', (link) => {
    expect(at(link)).toBe(link);
  });

  it.each([
    ['another origin', 'https://evil.example/user/security'],
    ['the host within another', 'https://portal.example.evil.example/user/security'],
    ['another port', 'https://portal.example:8443/user/security'],
    ['another scheme', 'http://portal.example/user/security'],
    ['a user name before the host', 'https://ada@portal.example/user/security'],
    ['a user name that looks like the host', 'https://portal.example@evil.example/user/security'],
    ['a password', 'https://a:b@portal.example/user/security'],
    ['a script', 'javascript:alert(1)//user/security'],
    ['data', 'data:text/html,<a>security</a>'],
    ['a blob of the origin', `blob:${ORIGIN}/user/security`],
    ['a file', 'file:///user/security'],
    ['a page of the browser', 'about:preferences#security'],
    ['a relative address', '/user/security'],
    ['no address', ''],
    ['no text', 7],
    ['the way out', `${ORIGIN}/logout?next=security`],
    ['the way out in a parameter', `${ORIGIN}/security?then=log-out`],
    ['an act', `${ORIGIN}/security/two-factor/disable`],
    ['an act in a parameter', `${ORIGIN}/clientarea.php?action=security&do=disable`],
    ['an act that is encoded', `${ORIGIN}/security/%64isable`],
    ['an article', `${ORIGIN}/help/two-factor`],
    ['what is sold', `${ORIGIN}/store/security`],
    ['a token', `${ORIGIN}/user/security?token=abc`],
    ['a way out of the site', `${ORIGIN}/login?next=//evil.example&action=security`],
    ['a way out of the site that is encoded', `${ORIGIN}/login?next=%2F%2Fevil&action=security`],
    ['two strokes in the path', `${ORIGIN}//evil.example/account/security`],
    ['two strokes within the path', `${ORIGIN}/account//security`],
    ['a stroke in disguise', `${ORIGIN}/%2Fevil.example/security`],
    ['a host within the path', `${ORIGIN}/evil.example/security`],
    ['two strokes after the hash', `${ORIGIN}/#//evil.example/account/security`],
    ['an approval', `${ORIGIN}/account/2fa/approve`],
    ['a switch', `${ORIGIN}/account/2fa/toggle`],
    ['whom an act is about', `${ORIGIN}/account/security/members?user=mallory`],
    ['an end by another name', `${ORIGIN}/account/security?action=destroy`],
    ['an act at the end', `${ORIGIN}/account/2fa/off`],
    ['an act of two words', `${ORIGIN}/settings/2fa/turn-off`],
    ['new backup codes', `${ORIGIN}/account/security?do=regenerate`],
    ['a token by another name', `${ORIGIN}/user/security?a=9f3c2b7e41d0`],
    ['a token in the path', `${ORIGIN}/security/9f3c2b7e41d0`],
    ['a token after the hash', `${ORIGIN}/security#9f3c2b7e41d0`],
    ['a long text', `${ORIGIN}/security?a=${'x'.repeat(41)}`],
    ['many parameters', `${ORIGIN}/security?a=b&c=d&e=f&g=h`],
    ['a broken encoding', `${ORIGIN}/security/%ff`],
    ['an address of absurd length', `${ORIGIN}/security${'/a'.repeat(300)}`],
  ])('are none at %s', (_what, link) => {
    expect(at(link)).toBe(null);
    expect(at(link, `${ORIGIN}/user/security`)).toBe(`${ORIGIN}/user/security`);
  });

  it('are none where the page is them already, whatever else it leads to', () => {
    const links = [`${ORIGIN}/user/password/security`, `${ORIGIN}/user/security`];
    expect(securityPage({ origin: ORIGIN, here: `${ORIGIN}/user/security#two`, links }, ORIGIN)).toBe(null);
  });

  it('are none behind a page that did not answer, answered for another origin, or in another shape', () => {
    const links = [`${ORIGIN}/user/security`];
    for (const read of [
      undefined,
      null,
      'x',
      { links },
      { origin: 'https://b.example', links },
      { origin: ORIGIN, links: links[0] },
    ])
      expect(securityPage(read, ORIGIN)).toBe(null);
    expect(securityPage({ origin: ORIGIN, here: 7, links }, ORIGIN)).toBe(links[0]);
  });

  it('are looked for in the first eight links only', () => {
    const links = [...Array.from({ length: 8 }, () => 'https://evil.example/'), `${ORIGIN}/user/security`];
    expect(at(...links)).toBe(null);
  });

  it('are of the exact origin, whatever a page answers', () => {
    const link = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string(),
      fc.webPath().map((path) => ORIGIN + path),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(link), (links) => {
        const page = at(...links);
        expect(page === null || new URL(page).origin === ORIGIN).toBe(true);
      }),
    );
  });
});

describe('the button that leads to a code', () => {
  it('is what the page of that very origin says, cut short', () => {
    expect(setupButton({ origin: ORIGIN, setupButton: 'Click here to Enable' }, ORIGIN)).toBe('Click here to Enable');
    expect(setupButton({ origin: ORIGIN, setupButton: 'a'.repeat(99) }, ORIGIN)).toHaveLength(48);
  });

  it.each([
    null,
    {},
    { origin: ORIGIN, setupButton: 7 },
    { origin: ORIGIN, setupButton: ' ' },
    { origin: 'https://b.example', setupButton: 'Enable' },
  ])('is none for %j', (read) => {
    expect(setupButton(read, ORIGIN)).toBe(null);
  });
});
