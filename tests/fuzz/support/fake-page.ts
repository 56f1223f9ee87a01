import { isRecord } from '../../../lib/vault/shape.ts';
import type { Script } from './fake-browser.ts';

/** What a page answers to each script of ours; whoever rules its process may answer anything. */
export type FakePage = {
  readonly origin: unknown;
  readonly look: unknown;
  readonly write: unknown;
  readonly outcome: unknown;
  readonly names: unknown;
  readonly enrolment: unknown;
  readonly clock: unknown;
};

/** What a page of a site answers that means no harm, and asks for a code. */
export const honestPage = (origin: string): FakePage => ({
  origin,
  look: { origin, visible: true, box: 'challenge' },
  write: 'filled',
  outcome: {
    origin,
    said: null,
    backupCodes: [],
    backupQuote: '',
    asks: true,
    proofAsked: true,
    startedUnixMs: 1_700_000_000_000,
  },
  names: { origin, names: ['ada@example.org'] },
  enrolment: { origin, keys: ['otpauth://totp/Acme:ada?secret=GEZDGNBVGY3TQOJQ&issuer=Acme'], perhaps: false },
  clock: {
    startUnixMs: 1_700_000_000_000,
    endUnixMs: 1_700_000_000_100,
    date: 'Tue, 14 Nov 2023 22:13:20 GMT',
    age: null,
  },
});

/** What a function that is run in a page asks for; each names what it calls there. */
const asking: readonly (readonly [named: string, answer: keyof FakePage])[] = [
  ['doorcodePage?.look', 'look'],
  ['doorcodePage?.write', 'write'],
  ['doorcodeOutcome?.read', 'outcome'],
  ['doorcodeNames', 'names'],
  ['headers.get', 'clock'],
  ['self.origin', 'origin'],
];

/** What a page answers to a script, by the document that it runs in. */
export function answerOf(page: FakePage, { func, files = [] }: Script): unknown {
  if (files.includes('/notice.js')) return page.enrolment;
  const source = String(func);
  const asked = asking.find(([named]) => source.includes(named));
  return asked === undefined ? null : page[asked[1]];
}

/** The code that a script would write into a page, with the origin that it is meant for; null for none. */
export function codeIn({ args = [] }: Script): { readonly code: unknown; readonly origin: unknown } | null {
  const [order] = args;
  return isRecord(order) && Object.hasOwn(order, 'code') ? { code: order.code, origin: order.origin } : null;
}
