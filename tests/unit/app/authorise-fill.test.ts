import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  authoriseFill,
  type FillQuestion,
  type FillRefusal,
  type FillTarget,
} from '../../../lib/app/authorise-fill.ts';

const ORIGIN = 'https://portal.example.com:8443';
const top: FillTarget = { origin: ORIGIN, topOrigin: ORIGIN, isTop: true, visible: true, documentId: 'D1' };
const question: FillQuestion = {
  entry: { origins: [ORIGIN], state: 'confirmed' },
  target: top,
  trigger: 'request',
  automaticOrigins: [],
  allowedPortals: null,
  refusedHere: false,
  repeatsCode: false,
  nowUnixMs: 1_000_000,
  codeEndsUnixMs: 1_010_000,
};

describe('a code is released', () => {
  it('to the exact origin it belongs to, pinned to its document', () => {
    expect(authoriseFill(question)).toEqual({ kind: 'allowed', origin: ORIGIN, documentId: 'D1' });
  });

  it('to a visible frame of the same origin', () => {
    expect(authoriseFill({ ...question, target: { ...top, isTop: false } }).kind).toBe('allowed');
  });

  it('with exactly three seconds to live', () => {
    expect(authoriseFill({ ...question, codeEndsUnixMs: 1_003_000 }).kind).toBe('allowed');
  });

  it('of a counter at any time, as it does not expire', () => {
    expect(authoriseFill({ ...question, codeEndsUnixMs: null }).kind).toBe('allowed');
  });

  it('at a site that the organisation allows', () => {
    expect(authoriseFill({ ...question, allowedPortals: ['https://other.example', ORIGIN] }).kind).toBe('allowed');
  });

  it('automatically where the customer allowed exactly this origin', () => {
    expect(authoriseFill({ ...question, trigger: 'automatic', automaticOrigins: [ORIGIN] }).kind).toBe('allowed');
  });

  it('on request after a refused code, for an old entry and for a code filled before', () => {
    const entry = { origins: [ORIGIN], state: 'stale' as const };
    expect(authoriseFill({ ...question, entry, refusedHere: true, repeatsCode: true }).kind).toBe('allowed');
  });

  it.each(['http://localhost:3000', 'http://shop.localhost:8080', 'http://127.0.0.1', 'http://[::1]:81'])(
    'over http on loopback: %s',
    (origin) => {
      const target = { ...top, origin, topOrigin: origin };
      expect(authoriseFill({ ...question, entry: { origins: [origin], state: 'pending' }, target }).kind).toBe(
        'allowed',
      );
    },
  );
});

describe('a code is withheld', () => {
  const automatic = { ...question, trigger: 'automatic' as const, automaticOrigins: [ORIGIN] };
  const cases: readonly [string, FillQuestion, FillRefusal][] = [
    ['from an entry without a site', { ...question, entry: { origins: [], state: 'pending' } }, 'entry-has-no-site'],
    [
      'from a frame of another origin',
      { ...question, target: { ...top, topOrigin: 'https://evil.example' } },
      'cross-origin-frame',
    ],
    [
      'at a site that the organisation does not allow',
      { ...question, allowedPortals: [`${ORIGIN}.example`] },
      'portal-not-allowed',
    ],
    ['at every site where it allows none', { ...automatic, allowedPortals: [] }, 'portal-not-allowed'],
    ['from an invisible frame', { ...question, target: { ...top, isTop: false, visible: false } }, 'frame-not-visible'],
    ['when the browser names no document', { ...question, target: { ...top, documentId: '' } }, 'document-unknown'],
    ['with less than three seconds to live', { ...question, codeEndsUnixMs: 1_002_999 }, 'code-expires-soon'],
    ['automatically where nobody allowed it', { ...automatic, automaticOrigins: [] }, 'not-allowed-automatically'],
    ['automatically after a refused code', { ...automatic, refusedHere: true }, 'refused-before'],
    ['automatically a second time', { ...automatic, repeatsCode: true }, 'code-already-filled'],
    ['automatically for a stale entry', { ...automatic, entry: { origins: [ORIGIN], state: 'stale' } }, 'entry-stale'],
  ];
  it.each(cases)('%s', (_name, asked, reason) => {
    expect(authoriseFill(asked)).toEqual({ kind: 'refused', reason });
  });

  it.each([
    'https://portal.example.com',
    'https://portal.example.com:8444',
    'https://example.com:8443',
    'https://evil.portal.example.com:8443',
    'https://portal.example.com.evil.example:8443',
    'https://xportal.example.com:8443',
    'https://portal.example.com.:8443',
    'https://xn--prtal-jua.example.com:8443',
  ])('from the look-alike or neighbour %s', (origin) => {
    const decision = authoriseFill({ ...question, target: { ...top, origin, topOrigin: origin } });
    expect(decision).toEqual({ kind: 'refused', reason: 'other-origin' });
  });

  it.each([
    'null',
    '',
    'http://portal.example.com',
    'http://localhost.evil.example',
    'http://128.0.0.1',
    'about:srcdoc',
    'data:',
    'file://',
    'https://user@portal.example.com',
    'HTTPS://portal.example.com',
    'https://portal.example.com/path',
  ])('from the unsafe or opaque origin "%s" even when an entry names it', (origin) => {
    const target = { ...top, origin, topOrigin: origin };
    const decision = authoriseFill({ ...question, entry: { origins: [origin], state: 'confirmed' }, target });
    expect(decision).toEqual({ kind: 'refused', reason: 'origin-not-fillable' });
  });

  it('from every origin that is not in the entry, whatever else is true', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.boolean(), (url, automaticAllowed) => {
        const origin = new URL(url).origin;
        fc.pre(origin !== ORIGIN);
        const decision = authoriseFill({
          ...question,
          trigger: automaticAllowed ? 'automatic' : 'request',
          automaticOrigins: [origin],
          target: { ...top, origin, topOrigin: origin },
        });
        expect(decision.kind).toBe('refused');
      }),
    );
  });
});
