import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteName } from '../../../lib/app/look-alike/site-name.ts';
import { findLookAlike, type LookAlikeKind } from '../../../lib/app/look-alike.ts';

type Pair = readonly [known: string, here: string, kind: LookAlikeKind | null];

const origin = (address: string): string => new URL(address.includes('://') ? address : `https://${address}`).origin;

const resembling: readonly Pair[] = [
  ['portal.example', 'http://portal.example', 'other-scheme'],
  ['portal.example', 'http://portal.example:8080', 'other-scheme'],
  ['http://localhost:8080', 'https://localhost:8080', 'other-scheme'],
  ['portal.example', 'portal.example:8443', 'other-port'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:9090', 'other-port'],
  ['http://127.0.0.1:8080', 'http://localhost:9090', 'other-port'],
  ['http://[::1]:8080', 'http://127.0.0.1:9090', 'other-port'],
  ['http://localhost:8080', 'http://localhost', 'other-port'],
  ['http://right.localhost:8080', 'http://right.localhost:9090', 'other-port'],
  ['http://127.0.0.1:8080', 'http://localhost:8080', 'same-domain'],
  ['http://right.localhost:8080', 'http://login.right.localhost:8080', 'same-domain'],
  ['portal.example.com', 'example.com', 'same-domain'],
  ['portal.example.com', 'portal2.example.com', 'same-domain'],
  ['portal.example.co.uk', 'login.example.co.uk', 'same-domain'],
  ['portal.example', 'portal.example.', 'same-domain'],
  ['www.bücher.example', 'bücher.example', 'same-domain'],
  // Cyrillic а, dotless i, Cyrillic о, Greek ο, a whole name in Cyrillic.
  ['paypal.example', 'pаypal.example', 'confusable'],
  ['http://right.localhost:8080', 'http://rıght.localhost:8080', 'confusable'],
  ['portal.example.com', 'portal.exаmple.com', 'confusable'],
  ['google.example', 'gοogle.example', 'confusable'],
  ['cocoa.example', 'сосоа.example', 'confusable'],
  ['market.example', 'mаrкet.example', 'confusable'],
  ['portal.example', 'pörtal.example', 'confusable'],
  ['bücher.example', 'bucher.example', 'confusable'],
  ['modern.example', 'modem.example', 'confusable'],
  ['vvallet.example', 'wallet.example', 'confusable'],
  ['portal.example', 'p0rtal.example', 'confusable'],
  ['paypal.example', 'paypa1.example', 'confusable'],
  ['paypal.example', 'paypai.example', 'confusable'],
  ['hosting-1.example', 'hosting-l.example', 'confusable'],
  ['harbour.example', 'hаrbour.test', 'confusable'],
  ['harbour.com', 'harbour.net', 'other-ending'],
  ['harbour.com', 'harbour.co.uk', 'other-ending'],
  ['harbour.com', 'harbour.github.io', 'other-ending'],
  ['login.harbour.com', 'harbour.cm', 'other-ending'],
  ['harbour.example', 'harbor.example', 'one-edit'],
  ['harbour.example', 'harbourr.example', 'one-edit'],
  ['harbour.example', 'harbuor.example', 'one-edit'],
  ['harbour.example', 'harbout.example', 'one-edit'],
  ['harbour.example', 'arbour.test', 'one-edit'],
  ['portal.example.com', 'portal.example.com.evil.test', 'name-as-subdomain'],
  ['portal.example.com', 'example.com-login.test', 'name-as-subdomain'],
  ['portal.example.com', 'portal-example.com', 'name-as-subdomain'],
  ['portal.example', 'portal-example.com', 'name-as-subdomain'],
  ['mail.example', 'mail-example.test', 'name-as-subdomain'],
  ['harbour.example', 'harbour.evil.test', 'name-as-subdomain'],
  ['harbour.example', 'secure-harbour-login.test', 'name-as-subdomain'],
  ['harbour.example', 'hаrbour.evil.test', 'name-as-subdomain'],
  ['old-harbour.example', 'old-harbour.evil.test', 'name-as-subdomain'],
];

const unlike: readonly Pair[] = [
  ['portal.example', 'other.test', null],
  ['http://right.localhost:8080', 'http://other.localhost:8080', null],
  ['http://right.localhost:8080', 'http://localhost:8080', null],
  ['http://192.168.1.1', 'http://192.168.1.2', null],
  ['https://10.0.0.1', 'https://[fe80::1]', null],
  // Under a private suffix each name has an owner of its own.
  ['ada.github.io', 'bob.github.io', null],
  // Three letters are too few, two edits too many.
  ['abc.example', 'abd.example', null],
  ['harbour.example', 'harbxxr.example', null],
  ['mail.example', 'mail.other.test', null],
  ['portal.example', 'customer-portal.test', null],
  ['harbour.example', 'harbours-of-europe.test', null],
  ['portal.example', 'github.io', null],
  ['http://intranet', 'http://intranets', null],
];

describe('an origin that an entry does not belong to', () => {
  it.each(resembling)('with an entry at %s, %s is told apart as %s', (known, here, kind) => {
    expect(findLookAlike(origin(here), ['https://unrelated.invalid', origin(known)])).toEqual({
      kind,
      knownOrigin: origin(known),
    });
  });

  it.each(unlike)('with an entry at %s, %s resembles nothing', (known, here) => {
    expect(findLookAlike(origin(here), [origin(known)])).toBeNull();
  });

  it('is compared in both directions alike, where no name is put into another', () => {
    for (const [known, here, kind] of resembling.filter((pair) => pair[2] !== 'name-as-subdomain'))
      expect([here, findLookAlike(origin(known), [origin(here)])?.kind]).toEqual([here, kind]);
  });

  it('is named beside the origin that it is taken for most easily', () => {
    const known = ['https://harbor.example', 'https://harbour.test', 'https://login.harbour.example'];
    expect(findLookAlike('https://harbour.example', known)?.knownOrigin).toBe('https://login.harbour.example');
    expect(findLookAlike('https://harbour.example', known.slice(0, 2))?.knownOrigin).toBe('https://harbour.test');
  });

  it.each(['null', '', 'about:blank', 'file:///home', 'chrome-extension://abc', 'harbour.example', '\uD800'])(
    'that is no web site resembles nothing: %j',
    (here) => {
      expect(findLookAlike(here, ['https://harbour.example', here.slice(1)])).toBeNull();
    },
  );
});

const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}[a-z0-9]$/).filter((text) => !text.startsWith('xn--'));
const anyOrigin = fc
  .tuple(fc.constantFrom('http', 'https'), fc.array(label, { minLength: 1, maxLength: 4 }), fc.nat(65_535))
  .map(([scheme, labels, port]) => `${scheme}://${labels.join('.')}:${port}`)
  .filter(URL.canParse)
  .map((text) => new URL(text).origin);

describe('look-alikes of any origins', () => {
  it('never name an origin that an entry belongs to', () => {
    fc.assert(
      fc.property(anyOrigin, fc.array(anyOrigin), (own, others) => findLookAlike(own, [...others, own]) === null),
    );
  });

  it('name one of the known origins, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.oneof(anyOrigin, fc.string()), fc.array(fc.oneof(anyOrigin, fc.string())), (here, known) => {
        const alike = findLookAlike(here, known);
        return alike === null || (known.includes(alike.knownOrigin) && alike.knownOrigin !== here);
      }),
    );
  });

  it('are found for a name under any other domain, however long the way', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 3 }), (more) => {
        const here = new URL(`https://${['harbour', 'example', ...more, 'evil', 'test'].join('.')}`).origin;
        return findLookAlike(here, ['https://harbour.example']) !== null;
      }),
    );
  });
});

describe('a name for the eye', () => {
  it.each([
    ['https://portal.example:8443', 'https://portal.example:8443', null],
    ['https://xn--bcher-kva.example', 'https://bücher.example', 'https://xn--bcher-kva.example'],
    ['http://xn--rght-lza.localhost:8080', 'http://rıght.localhost:8080', 'http://xn--rght-lza.localhost:8080'],
    ['https://xn--!.example', 'https://xn--!.example', null],
  ])('of %s', (text, name, ascii) => {
    expect(siteName(text)).toEqual({ name, ascii });
  });
});
